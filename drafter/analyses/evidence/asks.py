"""Asks: what a comment asks for, in the order in which it can best be counted."""

from __future__ import annotations

from .case import Case, Outcome
from .counts import headings, length, milestones, rewriting, shortened, vague
from .further import further
from .mentions import acts, assigned, leads, own_target, terms
from .moves import merged, moved, removed, split
from .wording import wording

# The first of these that applies answers alone: the comment names words or an operation on clauses.
_EXACT = (split, merged, moved, removed, wording)
# What else can be counted; a comment may ask for several of these at once.
_COUNTED = (length, shortened, vague, headings, milestones, acts, assigned, leads, own_target)


def outcomes(case: Case) -> list[Outcome]:
    """What came of everything asked for; empty where nothing can be measured."""
    for rule in _EXACT:
        found = rule(case)
        if found is not None:
            more = further(case)
            return [found] if more is None else [found, more]
    counted = [found for rule in _COUNTED if (found := rule(case)) is not None]
    if counted:
        return counted
    last = rewriting(case) or terms(case)
    return [last] if last is not None else []
