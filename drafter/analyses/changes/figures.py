"""Changed figures: which quantity of the old text became which of the new one.

Tricky cases: a rewritten sentence keeps 50 % and changes 3 (one change); "5 triệu" → "5 tỷ" keeps its
number (the units then stand with the figures); khoản 2 → khoản 3 in a citation is no figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.analyses.segments import segments
from drafter.language.normal import decoded, folded
from drafter.language.numerals import figure
from drafter.language.quantities import Quantity, quantities
from drafter.model import FigureChange, Segment


@dataclass(frozen=True, slots=True)
class _Hunk:
    """One edited or kept stretch: offsets in old and new."""

    kept: bool
    old: tuple[int, int]
    new: tuple[int, int]


def figure_changes(old_text: str, new_text: str, unit: str | None = None) -> tuple[FigureChange, ...]:
    """The quantities that differ, in the order of the new text; `unit` for figures that have none of their own.

    `"đạt tối thiểu 25% GDP"`, `"… 30% GDP"` gives one: 25, 30, `%`, of GDP.
    """
    old_text, new_text = decoded(old_text), decoded(new_text)
    olds, news = quantities(old_text), quantities(new_text)
    if [_sense(one) for one in olds] == [_sense(one) for one in news]:
        return ()
    found: list[FigureChange] = []
    for hunk in _hunks(segments(old_text, new_text)):
        before = [one for one in olds if hunk.old[0] <= one.start < hunk.old[1]]
        after = [one for one in news if hunk.new[0] <= one.start < hunk.new[1]]
        found.extend(_kept(hunk, before, after) if hunk.kept else _replaced(before, after))
    return tuple(_told(change, unit) for change in found)


def _hunks(parts: Sequence[Segment]) -> Iterator[_Hunk]:
    i = k = 0
    place = 0
    while place < len(parts):
        here, there = i, k
        kept = parts[place].op == "="
        while place < len(parts) and (parts[place].op == "=") is kept:
            i += len(parts[place].text) if parts[place].op in "=-" else 0
            k += len(parts[place].text) if parts[place].op in "=+" else 0
            place += 1
            if kept or parts[place - 1].op == "+":
                break
        yield _Hunk(kept, (here, i), (there, k))


def _sense(one: Quantity) -> tuple[object, str | None]:
    value = figure(one.text)
    return (folded(one.text) if value is None else value), one.unit and folded(one.unit)


def _same_number(one: Quantity, other: Quantity) -> bool:
    return _sense(one)[0] == _sense(other)[0]


def _kept(hunk: _Hunk, before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[FigureChange]:
    """The figure stayed; its unit may not have: it is told where both have one of another size."""
    at_new = {one.start - hunk.new[0]: one for one in after}
    for one in before:
        other = at_new.get(one.start - hunk.old[0])
        if other is not None and one.unit and other.unit and _sense(one) != _sense(other):
            yield _with_units(one, other)


def _replaced(before: list[Quantity], after: list[Quantity]) -> Iterator[FigureChange]:
    """Pairs in order: equal figures drop out, then those of one unit and whole, of one unit, the rest."""
    olds, news = list(before), list(after)
    pairs: list[tuple[Quantity, Quantity]] = []
    for agree in (
        lambda one, other: _sense(one) == _sense(other),
        lambda one, other: one.unit == other.unit and one.of == other.of,
        lambda one, other: one.unit == other.unit,
        lambda one, other: (one.unit == "năm") is (other.unit == "năm"),
    ):
        for one in list(olds):
            other = next((other for other in news if agree(one, other)), None)
            if other is not None:
                olds.remove(one)
                news.remove(other)
                pairs.append((one, other))
    for one, other in sorted(pairs, key=lambda pair: pair[1].start):
        if one.unit != other.unit and one.unit and other.unit:
            yield _with_units(one, other)
        elif not _same_number(one, other):
            yield FigureChange(one.text, other.text, other.unit or one.unit, other.of or one.of)
    yield from (FigureChange(one.text, None, one.unit, one.of) for one in olds)
    yield from (FigureChange(None, other.text, other.unit, other.of) for other in news)


def _with_units(one: Quantity, other: Quantity) -> FigureChange:
    return FigureChange(f"{one.text} {one.unit}", f"{other.text} {other.unit}", None, other.of or one.of)


def _told(change: FigureChange, unit: str | None) -> FigureChange:
    if change.unit is not None or unit is None or " " in (change.old or change.new or " "):
        return change
    return FigureChange(change.old, change.new, unit, change.of)
