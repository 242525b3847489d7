"""Figure objects: of several figures of one unit in a clause, whether that one came which is spoken of.

    "Hội đồng có 09 thành viên" was asked, and "trong đó có 02 thành viên" became "trong đó có 09 thành viên"
    "ít nhất 03 chuyên gia" was asked, and "gồm 07 thành viên" became "gồm 03 thành viên"
    "nâng cả hai tỷ lệ lên 90%" was asked, and one of them is 90% now

A figure of another unit tells nothing; where no word of the wish tells the figures apart, the first is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.language.lexicon import cue, lexicon
from drafter.language.words import NUMBER, words
from drafter.model import Ask, Op

from .case import Case, loose
from .rest import tells_apart

_HALVES = re.compile(r"[;\n|]|[.](?!\d)")
_CUT = re.compile(r",(?!\d)|\bvà\b")
_FIGURE = re.compile(
    rf"(?<![\w/.,-])(?P<number>{NUMBER}(?:/\d+)?)(?: số)?"
    r"\s?(?P<unit>%|[^\W\d_]+)?(?:\s(?P<rest>[^\W\d_]+))?"
)
_LED = re.compile(
    r"(?:khoản|điểm|điều|mục|phần|chương|hạng|loại|nhóm|bậc|đợt|vùng|số|thứ|ngày|tháng|quý|năm|lần|trang)\s+$",
    re.IGNORECASE,
)


class _Told(NamedTuple):
    """A figure of a text with its unit and the words around it that say something."""

    number: str
    unit: str
    said: frozenset[str]
    text: str


def came_for_its_object(case: Case, ask: Ask) -> bool:
    """Whether no figure that is asked for came for something else alone."""
    was, now = (_figures(side.text(loose)) for side in (case.before, case.after))
    return all(_of_it(one, was, now) for one in _wished(case, ask) if one in _fresh(one, was, now))


def every_one_came(case: Case, ask: Ask) -> bool:
    """Whether a figure that is asked for in all places of a kind came to each of its unit."""
    if ask.op is not Op.REPLACE or cue("evidence", "beside", "every").search(loose(ask.text).lower()) is None:
        return True
    now = _figures(case.after.text(loose))
    wished = _wished(case, ask)
    return len(wished) != 1 or all(
        one.number == wished[0].number for one in now if one.unit == wished[0].unit
    )


def _fresh(one: _Told, was: Sequence[_Told], now: Sequence[_Told]) -> tuple[_Told, ...]:
    """The figure itself where the clause has it more often than it had."""
    times = [sum(each.number == one.number for each in side) for side in (was, now)]
    return (one,) if times[1] > times[0] else ()


def _of_it(one: _Told, was: Sequence[_Told], now: Sequence[_Told]) -> bool:
    here = [each for each in now if each.number == one.number]
    if one.unit and not any(one.unit == each.unit or one.unit in each.said for each in here):
        return False
    there = [each for each in now if each.number != one.number and (not one.unit or each.unit == one.unit)]
    apart = [any(tells_apart(one.text, each.text) for each in side) for side in (here, there)]
    if apart == [False, True]:
        return False
    shares = [max((len(one.said & each.said) for each in side), default=0) for side in (here, there)]
    if any(shares):
        return shares[0] >= shares[1]
    return not there or len(was) != len(now) or _is_first(one, was, now)


def _is_first(one: _Told, was: Sequence[_Told], now: Sequence[_Told]) -> bool:
    """Whether the figure came for the first of its unit."""
    first = next((at for at, each in enumerate(was) if not one.unit or each.unit == one.unit), None)
    return first is None or now[first].number == one.number


def _wished(case: Case, ask: Ask) -> list[_Told]:
    """The figures of a wish that names no other words; of one asked for twice that which is this wish's."""
    if not ask.new:
        return _figures(loose(ask.about or ask.text))
    new = {each.number for each in _figures(loose(ask.new))}
    text = case.comment.text if ask.new == ask.text else ask.text
    found = [one for one in _figures(loose(text)) if one.number in new]
    same = [other for other in case.comment.asks if other.new == ask.new]
    nth = next((at for at, other in enumerate(same) if other is ask), 0)
    return found[min(nth, len(found) - 1) :][:1]


def _figures(text: str) -> list[_Told]:
    """The figures of a text in order, but for those that number something or are of a date."""
    no_unit = lexicon("evidence")["beside"]["no_unit"]
    idle = frozenset(
        (*lexicon("evidence")["beside"]["moving"], *no_unit, *lexicon("evidence")["fillers"]["words"])
    )
    found = []
    for half in _HALVES.split(text.lower()):
        figures = [each for each in _FIGURE.finditer(half) if not _LED.search(half[: each.start()])]
        for each, (start, end) in zip(figures, _reaches(half, figures), strict=False):
            unit = "" if each["unit"] in no_unit else each["unit"] or ""
            told = frozenset(word for word in words(half[start:end]) if word[0].isalpha())
            found.append(
                _Told(each["number"].lstrip("0"), unit, told - idle - {unit, each["rest"]}, half[start:end])
            )
    return found


def _reaches(half: str, figures: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """From where to where the words of each figure stand: those behind the one before it are its own from the
    first comma or "và" on."""
    starts, ends = [0], []
    for before, behind in pairwise(figures):
        cut = _CUT.search(half, before.end("number"), behind.start())
        starts.append(cut.end() if cut else before.end())
        ends.append(cut.start() if cut else behind.start())
    return zip(starts, [*ends, len(half)], strict=False)
