"""Trends: the figures of a target by year, as the newest draft has them and as those before had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from drafter.language.normal import folded
from drafter.model import Comparator, Draft, LedgerRow, Measure, Target
from drafter.wording.measures import figure_words
from drafter.wording.messages import say
from drafter.wording.names import draft_name
from drafter.writers.charts import SlopeLine, SlopePoint, slope


@dataclass(frozen=True, slots=True)
class Trend:
    """A picture, and the same in words, a line for each draft that says otherwise than the one after it."""

    picture: Markup
    words: tuple[str, ...]


def trend(row: LedgerRow, alike: Sequence[LedgerRow], drafts: Sequence[Draft], lang: str) -> Trend | None:
    """The first figure of a target by year, with those that the same indicator has by other dates (`alike`,
    the row itself among them); None where there are not two figures to set side by side."""
    last = max(at for at, entry in enumerate(row.entries) if entry is not None)
    newest = row.entries[last]
    assert newest is not None
    measure = next((each for each in newest.target.measures if each.value is not None), None)
    if measure is None:
        return None
    lines: list[SlopeLine] = []
    for at in range(last, -1, -1):
        points = _points(alike, at, measure, alone=len(_valued(newest.target)) == 1, lang=lang)
        if points and all(points != line.points for line in lines):
            earlier = bool(lines)
            name = draft_name(drafts[at], lang)
            lines.append(SlopeLine(name, points, "before" if earlier else "accent", earlier))
    if len({point.at for line in lines for point in line.points}) < 2:
        return None
    falling = measure.comparator is Comparator.RANK
    whose = _whose(measure, newest.target)
    title = say("targets-page.trend", lang, indicator=row.indicator)
    if whose:
        title = say("targets-page.trend-of", lang, indicator=row.indicator, whose=whose)
    return Trend(slope(lines, title, falling=falling), tuple(_told(line, whose, lang) for line in lines))


def _whose(measure: Measure, target: Target) -> str:
    """What tells the figures that are drawn from others of the target: their level or else what they are of,
    `"cấp tỉnh"`, `"hộ gia đình"`; "" where it has figures of one kind alone."""
    valued = _valued(target)
    if len({folded(each.scope or "") for each in valued}) > 1:
        return measure.scope or ""
    return (measure.of or "") if len({folded(each.of or "") for each in valued}) > 1 else ""


def _points(
    rows: Sequence[LedgerRow], at: int, like: Measure, *, alone: bool, lang: str
) -> tuple[SlopePoint, ...]:
    """The figures of one kind by year, each year once: what the text says before what the annex says.

    `alone`: the target has no other figure, so that one of another place is it although it says less.
    """
    found: dict[int, SlopePoint] = {}
    for row in rows:
        entry = row.entries[at]
        for target in () if entry is None else (entry.target, *entry.others):
            years = [measure.deadline or target.deadline for measure in target.measures]
            for year, measure in zip(years, target.measures, strict=True):
                if year is None or year in found or measure.value is None:
                    continue
                if _alike(measure, like, loosely=alone and years.count(year) == 1):
                    shown = _shown(measure, lang)
                    found[year] = SlopePoint(year, float(measure.value), str(year), shown)
    return tuple(found[year] for year in sorted(found))


def _valued(target: Target) -> list[Measure]:
    """The figures of a target for its own date."""
    ours = [measure for measure in target.measures if measure.value is not None]
    return [measure for measure in ours if measure.deadline in (None, target.deadline)]


def _alike(one: Measure, other: Measure, *, loosely: bool) -> bool:
    """Whether figures are of one kind: what they are of may be left out in one place, and for whom where
    `loosely`."""
    if folded(one.unit or "") != folded(other.unit or "") or one.of_change != other.of_change:
        return False
    scopes, ofs = (one.scope, other.scope), (one.of, other.of)
    return (_same(scopes) or (loosely and None in scopes)) and (_same(ofs) or None in ofs)


def _same(pair: tuple[str | None, str | None]) -> bool:
    return folded(pair[0] or "") == folded(pair[1] or "")


def _shown(measure: Measure, lang: str) -> str:
    unit = measure.unit or ""
    return figure_words(measure, lang) + (unit if unit.startswith("%") else "")


def _told(line: SlopeLine, whose: str, lang: str) -> str:
    points = [say("targets-page.point", lang, year=point.name, value=point.shown) for point in line.points]
    draft = f"{line.label}, {whose}" if whose else line.label
    return say("targets-page.path", lang, draft=draft, points="; ".join(points))
