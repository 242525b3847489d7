"""Asks: what came of each thing that a comment asks for, in the order in which it can best be counted."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Ask, Op, Verdict

from .beyond import within_the_wish
from .case import Case, Outcome, loose
from .counts import headings, length, milestones, rewriting, shortened, vague
from .figures import as_asked
from .in_sentences import worded
from .mentions import acts, assigned, leads, own_target, partnered
from .moves import kept, merged, moved, removed, split
from .narrowed import nth_sentence
from .objects import for_its_object
from .rest import changes_something, on_condition, one_of_several, unmet, withdrawn
from .wishes import spoken_of, terms


def _led(case: Case, ask: Ask) -> Outcome | None:
    """Whether an agency leads what the request speaks of."""
    found = assigned(case, ask)
    return None if found is None else for_its_object(case, replace(ask, new=None), found)


# The first of these that applies answers alone: words or an operation on clauses are named.
_EXACT = (split, merged, moved, removed, worded)
# What else can be counted of one ask, several of these at once.
_COUNTED = (length, shortened, vague, headings, milestones, acts, _led, partnered, leads, own_target)
_RECAST = (Op.SPLIT, Op.MERGE, Op.MOVE)
_OPEN = {Verdict.ALREADY: Verdict.UNCLEAR}
_SHOWN = (Verdict.ADDRESSED, Verdict.ALREADY, Verdict.PARTLY)


def outcomes(case: Case) -> list[Outcome]:
    """What came of everything asked for, and of nothing that was not; empty where nothing can be measured."""
    found = [within_the_wish(case, one) for one in _found(case)]
    done = any(one.verdict in _SHOWN for one in found)
    if done and (withdrawn(case) or one_of_several(case) or on_condition(case)):
        return [replace(one, verdict=Verdict.UNCLEAR) for one in found]
    if changes_something(case):
        found = [replace(one, verdict=_OPEN.get(one.verdict, one.verdict)) for one in found]
    return [*found, *unmet(case)] if done else found


def _found(case: Case) -> list[Outcome]:
    """What came of everything asked for, whatever came besides.

    What a comment asks for behind words or an operation is judged by itself; behind anything else it is told
    from the same words as the first.
    """
    first = case.comment.asks[0]
    if first.op in (None, Op.KEEP) and any(ask.op is Op.KEEP for ask in case.comment.asks):
        stays = kept(case)
        return [stays] if stays is not None else []
    found = _exact(case, first)
    if found is not None:
        found = for_its_object(case, first, as_asked(case, first, found))
    alone = found is not None
    came = found is not None and found.verdict in (Verdict.ADDRESSED, Verdict.ALREADY)
    roles = _roles(case, first) if came else []
    told = [found, *roles] if found is not None else _counted(case, first)
    return [*told, *(one for ask in case.comment.asks[1:] if (one := _further(case, ask, alone)) is not None)]


def _roles(case: Case, first: Ask) -> list[Outcome]:
    """Whether an agency that came by its name has the part in it that it is to have."""
    told = {ask.agency for ask in case.comment.asks[1:]}
    found = [_led(case, first) if first.agency not in told else None, partnered(case, first)]
    return [one for one in found if one is not None]


def _exact(case: Case, ask: Ask) -> Outcome | None:
    return next((found for rule in _EXACT if (found := rule(case, ask)) is not None), None)


def _counted(case: Case, first: Ask) -> list[Outcome]:
    """What can be counted of an ask that names no words; else what is told from its terms."""
    counted = [found for rule in _COUNTED if (found := rule(case, first)) is not None]
    if counted:
        return counted
    last = rewriting(case) or terms(case, first)
    return [_in_its_sentence(case, first, as_asked(case, first, last))] if last is not None else []


def _in_its_sentence(case: Case, ask: Ask, found: Outcome) -> Outcome:
    """`found`, but nothing sure where the sentence that is spoken of does not show it by itself."""
    if ask.sentence is None or found.verdict not in _SHOWN:
        return found
    inside = nth_sentence(case, ask.sentence)
    alone = terms(inside, ask) if inside else None
    same = inside is None or inside.before.text(loose) == inside.after.text(loose)
    shown = alone is not None and alone.verdict in _SHOWN
    return (
        found
        if shown and (found.verdict is Verdict.ALREADY or not same)
        else replace(found, verdict=Verdict.UNCLEAR)
    )


def _further(case: Case, ask: Ask, alone: bool) -> Outcome | None:
    """The outcome of a further ask, unclear where only a person could say; None where it asks for nothing
    that is not judged with the first, which words or an operation set apart (`alone`)."""
    if ask.op is Op.KEEP or ask.likewise:
        return None
    if ask.agency:
        told = not alone and ask.agency == case.comment.asks[0].agency
        return None if told else _led(case, ask)
    if ask.old or ask.new or ask.whole or ask.op in _RECAST:
        found = as_asked(case, ask, _exact(case, ask) or Outcome(Verdict.UNCLEAR))
        return _figure(found) if ask.op is Op.REPLACE and not ask.old else found
    if ask.op is Op.DELETE:  # what is to go is told in words of its own
        same = bool(case.before.ids) and case.before.text(loose) == case.after.text(loose)
        return Outcome(Verdict.NOT_YET if same else Verdict.UNCLEAR, (), case.after.ids)
    if not alone:
        return None
    return spoken_of(case, ask.about, add=True) or Outcome(Verdict.UNCLEAR)


def _figure(found: Outcome) -> Outcome:
    """What a further figure shows: it stands in many places, so one that stood there before says nothing, nor
    do the places of one that came."""
    already = found.verdict is Verdict.ALREADY
    return Outcome(Verdict.UNCLEAR if already else found.verdict, found.measures)
