"""Quantities: figures with their unit and whole, years and due dates, read by pattern alone.

The comparison of drafts needs no more than which figure became which; comparators and indicators are
the register's work. `"tối thiểu 25% GDP"` has one quantity, 25 % of GDP; `"12 người trên một vạn dân"`
12 `người/vạn dân`; `"đến năm 2025"` the year 2025. Citations (`47/2020/NĐ-CP`, `khoản 2 Điều 5`) and names
(`5G`, `4.0`) have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .lexicon import alternatives, lexicon
from .lexicons import Quantities, Units
from .normal import folded
from .words import NUMBER

_PLAIN = re.compile(rf"(?<![\w/.,])(?<![^\W\d_]-)({NUMBER})(?![\w]*/\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE = re.compile(rf"\s*%?\s*(?:-|–|—|÷|đến|tới)\s*{NUMBER}")
_PER = re.compile(r"\s*/\s*|\s+(?:trên|mỗi)\s+")
_ONE_OF = re.compile(r"^(?:một|1) (?=vạn|nghìn)")
_WORDS = re.compile(r"\s*([^\W\d_]+)")
_LONGEST_WHOLE = 10  # words


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed (`"7,5"`), its unit, the whole it is a share of; `start`, `end` of the figure."""

    text: str
    unit: str | None
    of: str | None
    start: int
    end: int


@cache
def _units() -> re.Pattern[str]:
    units = lexicon(Units)
    names = (*units.share, *units.size, *units.count, *units.time, *units.rank)
    return re.compile(rf"(?:{alternatives(names)})(?!\w)")


@cache
def _per() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lexicon(Units).per)})(?!\w)")


@cache
def _scales() -> frozenset[str]:
    units = lexicon(Units)
    return frozenset((*units.share, *units.size, *units.time))


def without_one(whole: str) -> str:
    """ "một vạn dân" is the same whole as `vạn dân`."""
    return _ONE_OF.sub("", whole)


def is_scale(unit: str | None) -> bool:
    """Does the unit say how large the figure is (%, triệu đồng, ha, tháng), not only what is counted (xã)?"""
    return unit is not None and unit.partition("/")[0] in _scales()


def is_share(unit: str | None) -> bool:
    """Is it the sign of a share alone: `"%"`?"""
    return unit is not None and folded(unit) in lexicon(Units).share


def is_counted(unit: str | None) -> bool:
    """Is it only what is counted: `"hộ gia đình"`, and no size, time or rank?"""
    ranks = lexicon(Units).rank
    return unit is not None and "/" not in unit and unit not in ranks and not is_scale(unit)


def is_unit(text: str) -> bool:
    """Does a cell name a unit: `"% GRDP"`, `"Doanh nghiệp"`? An agency (`"Sở Y tế"`) does not."""
    return _units().match(folded(text)) is not None


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text` (in normal form), in order; offsets are those of `text`."""
    lower = text.lower()
    if len(lower) != len(text):  # a capital whose small letter is longer: offsets would shift
        lower = text
    dates = list(_dates(text, lower))
    blocked = lexicon(Quantities).blocked.pattern
    taken = [found.span() for found in blocked.finditer(lower)] + [span for span, _ in dates]
    found = [date for _, date in dates if date is not None]
    for match in _PLAIN.finditer(text):
        if not any(start <= match.start(1) < end for start, end in taken):
            quantity = _read(text, lower, match.start(1), match.end(1))
            if quantity is not None:
                found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _dates(text: str, lower: str) -> Iterator[tuple[tuple[int, int], Quantity | None]]:
    """Each date with the stretch it takes; without a quantity where it dates an act."""
    until = 0
    words = lexicon(Quantities)
    places = sorted(
        ((found, unit) for date, unit in words.dates for found in date.pattern.finditer(lower)),
        key=lambda place: (place[0].start(), -place[0].end()),
    )
    for found, unit in places:
        if found.start() < until:
            continue
        until = found.end()
        if words.acts.pattern.search(lower[: found.start()]):
            yield found.span(), None
        else:
            yield found.span(), Quantity(text[found.start(1) : found.end(1)], unit, None, *found.span(1))


def _read(text: str, lower: str, start: int, end: int) -> Quantity | None:
    """The quantity whose figure is text[start:end]; None where letters stick to it that are no unit (5G)."""
    after = _RANGE.match(lower, end)
    at = after.end() if after else end
    year = bool(_YEAR.fullmatch(text[start:end]))
    if year and (_dated(lower, start) or after):
        return Quantity(text[start:end], "năm", None, start, end)
    unit, stop = _unit_at(lower, at)
    if at < len(text) and text[at].isalpha() and unit is None:
        return None
    if unit is None:
        return Quantity(text[start:end], "năm" if year else _unknown(lower, at), None, start, end)
    whole = _whole(text, stop) if unit in lexicon(Units).share else None
    return Quantity(text[start:end], unit, whole, start, end)


def _dated(lower: str, start: int) -> bool:
    """Is the number at `start` said to be a year, or the end of a stretch of years?"""
    return re.search(r"(?:năm|giai đoạn|nhiệm kỳ|kỳ|(?:19|20)\d\d\s?[-–])\s*$", lower[:start]) is not None


def _unit_at(lower: str, at: int) -> tuple[str | None, int]:
    """The unit after a figure and where it ends: `"người trên một vạn dân"` is `người/vạn dân`."""
    space = len(lower[at:]) - len(lower[at:].lstrip())
    found = _units().match(lower, at + space)
    if found is None:
        return None, at
    unit, stop = found.group(), found.end()
    joint = _PER.match(lower, stop)
    per = _per().match(lower, joint.end()) if joint else None
    if per is not None and joint is not None and ("/" in joint.group() or "dân" in per.group()):
        unit, stop = f"{unit}/{without_one(per.group())}", per.end()
    return unit, stop


def _unknown(lower: str, at: int) -> str | None:
    """A counted noun that no list holds: up to two words after the figure."""
    taken: list[str] = []
    stops = lexicon(Quantities).stops
    while len(taken) < 2 and (found := _WORDS.match(lower, at)) and found[1] not in stops:
        taken.append(found[1])
        at = found.end()
    return " ".join(taken) or None


def _whole(text: str, at: int) -> str | None:
    """What a share is of, up to a mark or a small word: `"GDP"`, `"tổng chi ngân sách"`."""
    taken: list[str] = []
    stops = lexicon(Quantities).stops
    while len(taken) < _LONGEST_WHOLE and (found := _WORDS.match(text, at)) and found[1].lower() not in stops:
        taken.append(found[1])
        at = found.end()
    return " ".join(taken) or None
