"""Figures: whether a figure that came is that of what was asked, and a date as fine as it was asked.

Hard cases: of two indicators in one clause the other got the figure; "quý II năm 2022" was asked and "năm
2022" came; a new date came beside the old one, which still holds.
"""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Asks
from drafter.language.moments import is_fine, moments
from drafter.language.requests import is_figure
from drafter.language.words import NUMBER, words
from drafter.model import Ask, Measured, Op, Verdict

from .case import Case, Outcome, Side, loose

_TELLING = 2  # words of an object: fewer say nothing
_NUMBER = re.compile(rf"(?<![\w/.,-]){NUMBER}")
_RANGE = re.compile(rf"({NUMBER})\s?%?\s?(?:[-–]|đến)\s?({NUMBER})")
_ASKED_RANGE = re.compile(rf"\b(?:thành|lên|xuống|mức|khoảng|đạt|còn)\s+(?:từ\s+)?{_RANGE.pattern}")
_PIECES = re.compile(r"[;\n|]|[,.](?!\d)|\bvà\b")


def as_asked(case: Case, ask: Ask, found: Outcome) -> Outcome:
    """`found`, but no more than partly where a date or figure is not the one that was asked for."""
    if found.verdict is not Verdict.ADDRESSED or not case.after.ids:
        return found
    holds = {
        "asked-date": _dated(case, ask, found),
        "asked-range": _ranged(case, ask, found),
        "figure-of-its-object": _of_its_object(case, ask),
    }
    for name, kept in holds.items():
        if not kept:
            measure = Measured(name, 0, 0, "places")
            return replace(found, verdict=Verdict.PARTLY, measures=(*found.measures, measure))
    return found


def _text(side: Side, found: Outcome) -> str:
    """The linked clauses, and where else something came."""
    own = side.text(loose).split("\n")
    return "\n".join(
        [*own, *(loose(side.draft.by_id[id].text) for id in found.where if id not in side.inside)]
    )


def _dated(case: Case, ask: Ask, found: Outcome) -> bool:
    """Whether the dates asked for came as they were asked, and those they replace are gone."""
    told = f"{ask.text} {ask.new or ''}"
    if not lexicon(Asks).term.pattern.search(told):
        return True
    before, after = moments(case.before.text(loose)), moments(_text(case.after, found))
    old = moments(ask.old or "")
    wanted = {one for one in moments(told) - before - old if is_fine(one)}
    if not wanted <= after:
        return False
    if ask.op is not Op.REPLACE or ask.deadline is None or ask.old:
        return True
    years = {one[:4] for one in before} - {one[:4] for one in moments(told)}
    return not years or years > {one[:4] for one in after}.intersection(years)


def _ranged(case: Case, ask: Ask, found: Outcome) -> bool:
    """Whether a range that was asked for came as one: "60 - 70%", not one end of it."""
    came = _RANGE.findall(_text(case.after, found))
    asked = (one.groups() for one in _ASKED_RANGE.finditer(loose(f"{ask.text} ; thành {ask.new or ''}")))
    return all(one in came for one in asked)


def _of_its_object(case: Case, ask: Ask) -> bool:
    """Whether of several figures in the clause that one was changed which the request speaks of."""
    if ask.op is not Op.REPLACE or not ask.new or not is_figure(ask.new):
        return True
    new, old = (_numbers(loose(one or "")) for one in (ask.new, ask.old))
    was, now = _numbers(case.before.text(loose)), _numbers(case.after.text(loose))
    if len(new) == len(old) == 1 and len(was) == len(now) and old[0] in was:
        return any((one, other) == (old[0], new[0]) for one, other in zip(was, now, strict=True))
    return not new or _best_told(case, ask, new[-1])


def _best_told(case: Case, ask: Ask, new: str) -> bool:
    """Whether no piece of the clause with another figure has more of the words of the request."""
    before = loose(ask.text).partition(loose(ask.new or ""))[0]
    said = set(words(before)) - set(lexicon("evidence")["fillers"]["words"])
    shares: dict[bool, int] = {True: 0, False: 0}
    for piece in _PIECES.split(case.after.text(loose)):
        numbers = _numbers(piece)
        if numbers:
            shares[new in numbers] = max(shares[new in numbers], len(said & set(words(piece))))
    return shares[False] < _TELLING or shares[True] >= shares[False]


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text)
