"""Asks: what came of each thing that a comment asks for, in the order in which it can best be counted."""

from __future__ import annotations

from drafter.model import Ask, Op, Verdict

from .case import Case, Outcome, loose
from .counts import headings, length, milestones, rewriting, shortened, vague
from .mentions import acts, assigned, leads, own_target
from .moves import kept, merged, moved, removed, split
from .wishes import spoken_of, terms
from .wording import arrived, wording

# The first of these that applies answers alone: words or an operation on clauses are named.
_EXACT = (split, merged, moved, removed, wording)
# What else can be counted of one ask, several of these at once.
_COUNTED = (length, shortened, vague, headings, milestones, acts, assigned, leads, own_target)


def outcomes(case: Case) -> list[Outcome]:
    """What came of everything asked for; empty where nothing can be measured.

    What a comment asks for behind words or an operation is judged by itself; behind anything else it is told
    from the same words as the first.
    """
    first = case.comment.asks[0]
    if first.op in (None, Op.KEEP) and any(ask.op is Op.KEEP for ask in case.comment.asks):
        stays = kept(case)
        return [stays] if stays is not None else []
    for rule in _EXACT:
        found = rule(case, first)
        if found is not None:
            further = (_further(case, ask) for ask in case.comment.asks[1:])
            return [found, *(outcome for outcome in further if outcome is not None)]
    counted = [found for rule in _COUNTED if (found := rule(case, first)) is not None]
    if counted:
        return counted
    last = rewriting(case) or terms(case, first)
    return [last] if last is not None else []


def _further(case: Case, ask: Ask) -> Outcome | None:
    """The outcome of a further ask; None where only a person could say."""
    if ask.op is Op.KEEP or ask.likewise:
        return None
    if ask.new:
        found = arrived(case, loose(ask.new), loose)
        return _figure(found) if ask.op is Op.REPLACE else found
    return spoken_of(case, ask.about, add=True)


def _figure(found: Outcome) -> Outcome | None:
    """What a further figure shows: it stands in many places, so one that stood there before says nothing, nor
    do the places of one that came."""
    return None if found.verdict is Verdict.ALREADY else Outcome(found.verdict, found.measures)
