"""Figures: whether a figure that came is that of what was asked, and a date as fine as it was asked.

Hard cases: of two indicators in one clause the other got the figure; "quý II năm 2022" was asked and "năm
2022" came; a new date came beside the old one, which still holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.language.lexicon import cue, lexicon
from drafter.language.lexicons import Asks
from drafter.language.moments import is_fine, moments
from drafter.language.requests import is_figure
from drafter.language.words import NUMBER, words
from drafter.model import Ask, Measured, Op, Verdict

from .case import Case, Outcome, Side, loose, phrase
from .figure_objects import came_for_its_object, every_one_came

_OTHERS = "figure-of-its-object"
_BOUND = "date-of-its-bound"
_TELLING = 2  # words of an object: fewer say nothing
_NUMBER = re.compile(rf"(?<![\w/.,-]){NUMBER}")
_RANGE = re.compile(rf"({NUMBER})\s?%?\s?(?:[-–]|đến)\s?({NUMBER})")
_SPAN = re.compile(rf"({NUMBER})\s?%?(?:\s[^\W\d_]+){{0,2}}?\s?(?:[-–]|đến)\s?({NUMBER})")
_ASKED_RANGE = re.compile(rf"\b(?:thành|lên|xuống|mức|khoảng|đạt|còn)\s+(?:từ\s+)?{_RANGE.pattern}")
_PIECES = re.compile(r"[;\n|]|[,.](?!\d)|\bvà\b")


def as_asked(case: Case, ask: Ask, found: Outcome) -> Outcome:
    """`found`, but no more than partly where a date or figure is not the one that was asked for, and nothing
    sure where it came for something else."""
    if found.verdict is Verdict.PARTLY and case.after.ids and _alone_was_meant(case, ask):
        found = replace(found, verdict=Verdict.ADDRESSED)
    if found.verdict is not Verdict.ADDRESSED or not case.after.ids:
        return found
    holds = {
        "asked-date": _dated(case, ask, found),
        "asked-range": _ranged(case, ask, found),
        _BOUND: _bound_as_asked(case, ask, found),
        _OTHERS: _of_its_object(case, ask),
        "every-figure": _names_words(ask) or every_one_came(case, ask),
    }
    for name, kept in holds.items():
        if not kept:
            measure = Measured(name, 0, 0, "places")
            verdict = Verdict.UNCLEAR if name in (_OTHERS, _BOUND) else Verdict.PARTLY
            return replace(found, verdict=verdict, measures=(*found.measures, measure))
    return found


def _names_words(ask: Ask) -> bool:
    """Whether an ask tells by words of the draft what it is about, not by a figure alone."""
    return ask.old is not None or bool(ask.new and not is_figure(ask.new))


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


def _bound_as_asked(case: Case, ask: Ask, found: Outcome) -> bool:
    """Whether what was to hold to a day does not begin with it, and the other way round."""
    text, said = _text(case.after, found).lower(), loose(ask.text).lower()

    def days(way: str, text: str) -> set[str]:
        return {one["day"] for one in cue("evidence", "days", way).finditer(text)}

    if cue("evidence", "days", "put_off").search(said):
        stood = case.before.text(loose).lower()
        begins = days("since", text) - days("since", stood)
        return days("since", stood) != set() or not (days("until", said) & begins and days("until", stood))

    turned = (
        (days(way, said) - days(way, text)) & days(other, text)
        for way, other in (("until", "since"), ("since", "until"))
    )
    return not any(turned)


def _ranged(case: Case, ask: Ask, found: Outcome) -> bool:
    """Whether a range that was asked for came as one: "60 - 70%", not one end of it."""
    came = _RANGE.findall(_text(case.after, found))
    asked = [one.groups() for one in _ASKED_RANGE.finditer(loose(f"{ask.text} ; thành {ask.new or ''}"))]
    return all(one in came for one in asked) and (bool(asked) or not _only_an_end(case, ask))


def _only_an_end(case: Case, ask: Ask) -> bool:
    """Whether the figure that was asked for came as an end of a range alone: "từ 07 đến 09 thành viên" for
    "09 thành viên"."""
    new = _numbers(loose(ask.new or ""))
    if ask.op is not Op.REPLACE or len(new) != 1:
        return False
    ends, alone = [], []
    for side in (case.before, case.after):
        text = side.text(loose)
        ends.append(sum(new[0] in one.groups() for one in _SPAN.finditer(text)))
        alone.append(_numbers(_SPAN.sub(" ", text)).count(new[0]))
    old = _numbers(loose(ask.old or ""))
    was = any(set(old) & set(one.groups()) for one in _SPAN.finditer(case.before.text(loose)))
    return ends[1] > ends[0] and alone[1] <= alone[0] and not was


def _of_its_object(case: Case, ask: Ask) -> bool:
    """Whether of several figures in the clause that one was changed which the request speaks of."""
    if not _names_words(ask):
        return came_for_its_object(case, ask)
    if ask.op is not Op.REPLACE or not ask.new or not is_figure(ask.new):
        return True
    new, old = (_numbers(loose(one or "")) for one in (ask.new, ask.old))
    meant = _meant(case, ask, old)
    if meant and len(new) == 1:
        return new[0] in meant
    return not new or _best_told(_figures(case.after.text(loose)), _said(case, ask), new[-1])


def _alone_was_meant(case: Case, ask: Ask) -> bool:
    """Whether the old figure that still stands is that of something else than the request speaks of."""
    if ask.op is not Op.REPLACE or not is_figure(ask.new or "") or not is_figure(ask.old or ""):
        return False
    new, old = (_numbers(loose(one or "")) for one in (ask.new, ask.old))
    return _meant(case, ask, old, sure=True) == new


def _meant(case: Case, ask: Ask, old: Sequence[str], *, sure: bool = False) -> list[str]:
    """What became of the old figure where the clause has it for what the request speaks of, by the words
    around it; `sure`: only where some tell. Empty where figures came or went: none can be followed."""
    was, now = (_figures(side.text(loose)) for side in (case.before, case.after))
    if len(old) != 1 or len(was) != len(now):
        return []
    said = _said(case, ask)
    shares = [
        (len(said & piece), came) for (one, piece), (came, _) in zip(was, now, strict=True) if one == old[0]
    ]
    best = max((share for share, _ in shares), default=0)
    return [came for share, came in shares if share == best] if best >= _TELLING or not sure else []


def _said(case: Case, ask: Ask) -> frozenset[str]:
    """The words that tell what an asked figure is of: those before it, behind another figure asked for."""
    new = phrase(loose(ask.new or ""))
    alone = new.fullmatch(loose(ask.text)) is not None
    text = loose(case.comment.text if alone else ask.text)
    same = [other for other in case.comment.asks if other.new == ask.new]
    nth = next((at for at, other in enumerate(same) if other is ask), 0) if alone else 0
    ends = [one.start() for one in new.finditer(text)]
    before = text[: ends[min(nth, len(ends) - 1)]] if ends else text
    others = (phrase(loose(other.new)) for other in case.comment.asks if other.new)
    cut = max((one.end() for other in others for one in other.finditer(before)), default=0)
    return frozenset(words(before[cut:])) - frozenset(lexicon("evidence")["fillers"]["words"])


def _figures(text: str) -> list[tuple[str, frozenset[str]]]:
    """The numbers of a text in order, each with the words of its piece."""
    pieces = ((piece, frozenset(words(piece))) for piece in _PIECES.split(text))
    return [(number, told) for piece, told in pieces for number in _numbers(piece)]


def _best_told(now: Sequence[tuple[str, frozenset[str]]], said: frozenset[str], new: str) -> bool:
    """Whether no piece of the clause without the new figure has more of the words of the request."""
    holding = {told for number, told in now if number == new}
    shares = {True: 0, False: 0}
    for _, told in now:
        here = told in holding
        shares[here] = max(shares[here], len(said & told))
    return shares[False] < _TELLING or shares[True] >= shares[False]


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text)
