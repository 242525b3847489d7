"""Changed figures: which quantity of the old text became which of the new one.

Tricky cases: a rewritten sentence keeps 50 % and changes 3 (one change); "5 triệu" → "5 tỷ" keeps its
number (the units then stand with the figures); khoản 2 → khoản 3 in a citation is no figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.analyses.segments import segments
from drafter.language.normal import decoded, folded
from drafter.language.numerals import figure
from drafter.language.quantities import Quantity, is_scale, quantities
from drafter.model import FigureChange, Segment


@dataclass(frozen=True, slots=True)
class _Passage:
    """One edited or kept stretch: offsets in old and new."""

    kept: bool
    old: tuple[int, int]
    new: tuple[int, int]


def figure_changes(old_text: str, new_text: str, unit: str | None = None) -> tuple[FigureChange, ...]:
    """The quantities that differ, in the order of the texts; `unit` for figures without one of their own.

    `"đạt tối thiểu 25% GDP"`, `"… 30% GDP"` gives one: 25, 30, `%`, of GDP.
    """
    old_text, new_text = decoded(old_text), decoded(new_text)
    olds, news = quantities(old_text), quantities(new_text)
    if [_sense(one) for one in olds] == [_sense(one) for one in news]:
        return ()
    found: list[FigureChange] = []
    for passage in _passages(segments(old_text, new_text)):
        before = [one for one in olds if passage.old[0] <= one.start < passage.old[1]]
        after = [one for one in news if passage.new[0] <= one.start < passage.new[1]]
        found.extend(_kept(passage, before, after) if passage.kept else _replaced(before, after))
    changed = _without_moves(found)
    if any(one.old is None or one.new is None for one in changed) and _same_units(olds, news):
        changed = [
            change for pair in zip(olds, news, strict=True) for change in _replaced([pair[0]], [pair[1]])
        ]
    return tuple(_told(change, unit) for change in changed)


def _same_units(olds: Sequence[Quantity], news: Sequence[Quantity]) -> bool:
    """Do both texts count the same things in order? Then "3-5 đô thị", "2-3 đô thị" pair by place."""
    return [one.unit for one in olds] == [one.unit for one in news]


def _without_moves(found: Sequence[FigureChange]) -> list[FigureChange]:
    """A figure that is gone here and new there has only changed its place in the text."""
    gone = Counter((one.old, one.unit) for one in found if one.new is None)
    added = Counter((one.new, one.unit) for one in found if one.old is None)
    moved = gone & added
    left = {side: Counter(moved) for side in ("gone", "added")}
    out = []
    for one in found:
        side = "gone" if one.new is None else "added" if one.old is None else None
        key = (one.old or one.new, one.unit)
        if side is not None and left[side][key] > 0:
            left[side][key] -= 1
        else:
            out.append(one)
    return out


def _passages(parts: Sequence[Segment]) -> Iterator[_Passage]:
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
        yield _Passage(kept, (here, i), (there, k))


def _sense(one: Quantity) -> tuple[object, str | None]:
    value = figure(one.text)
    return (folded(one.text) if value is None else value), one.unit and folded(one.unit)


def _same_number(one: Quantity, other: Quantity) -> bool:
    return _sense(one)[0] == _sense(other)[0]


def _rescaled(one: Quantity, other: Quantity) -> bool:
    """The same number in another unit of size: 5 triệu, 5 tỷ."""
    return _sense(one)[1] != _sense(other)[1] and is_scale(one.unit) and is_scale(other.unit)


def _kept(passage: _Passage, before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[FigureChange]:
    """The number stayed; where its unit is of another size, the figure changed all the same."""
    at_new = {one.start - passage.new[0]: one for one in after}
    for one in before:
        other = at_new.get(one.start - passage.old[0])
        if other is not None and _rescaled(one, other):
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
        if _same_number(one, other):
            if _rescaled(one, other):
                yield _with_units(one, other)
        elif one.unit != other.unit and one.unit and other.unit:
            yield _with_units(one, other)
        else:
            yield FigureChange(one.text, other.text, other.unit or one.unit, other.of or one.of)
    yield from (FigureChange(one.text, None, one.unit, one.of) for one in olds)
    yield from (FigureChange(None, other.text, other.unit, other.of) for other in news)


def _with_units(one: Quantity, other: Quantity) -> FigureChange:
    return FigureChange(f"{one.text} {one.unit}", f"{other.text} {other.unit}", None, other.of or one.of)


def _told(change: FigureChange, unit: str | None) -> FigureChange:
    if change.unit is not None or unit is None or " " in (change.old or change.new or " "):
        return change
    return FigureChange(change.old, change.new, unit, change.of)
