"""Changed figures: which quantity of the old text became which of the new one.

Tricky cases: a rewritten sentence keeps 50 % and changes 3 (one change); "5 triệu" → "5 tỷ" keeps its
number (the units then stand with the figures); khoản 2 → khoản 3 in a citation is no figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from drafter.analyses.segments import segments
from drafter.language.normal import decoded, folded
from drafter.language.numerals import figure
from drafter.language.quantities import Quantity, is_counted, is_scale, is_share, quantities
from drafter.model import FigureChange, Segment


@dataclass(frozen=True, slots=True)
class _Compared:
    """One edited or kept stretch: offsets in old and new."""

    kept: bool
    old: tuple[int, int]
    new: tuple[int, int]


def figure_changes(old_text: str, new_text: str, unit: str | None = None) -> tuple[FigureChange, ...]:
    """The quantities that differ, in the order of the texts; `unit` for figures without one of their own, and
    where it is a share and no figure has its sign, for those that only name what they are a share of.

    `"đạt tối thiểu 25% GDP"`, `"… 30% GDP"` gives one: 25, 30, `%`, of GDP; so does `"25 GDP"`, `"30 GDP"`
    where `unit` is `%`.
    """
    old_text, new_text = decoded(old_text), decoded(new_text)
    olds, news = quantities(old_text), quantities(new_text)
    if [_sense(old) for old in olds] == [_sense(new) for new in news]:
        return ()
    found = [
        change
        for passage in _passages(segments(old_text, new_text))
        for change in _in_passage(passage, olds, news)
    ]
    changed = _without_moves(found)
    if any(change.old is None or change.new is None for change in changed) and _same_units(olds, news):
        by_place = zip(olds, news, strict=True)
        changed = [change for old, new in by_place for change in _replaced([old], [new])]
    signed = any(is_share(each.unit) for each in (*olds, *news))
    return tuple(_told(change, unit, shared=is_share(unit) and not signed) for change in changed)


def _in_passage(
    passage: _Compared, olds: Sequence[Quantity], news: Sequence[Quantity]
) -> Iterator[FigureChange]:
    before = [old for old in olds if passage.old[0] <= old.start < passage.old[1]]
    after = [new for new in news if passage.new[0] <= new.start < passage.new[1]]
    return _kept(passage, before, after) if passage.kept else _replaced(before, after)


def _same_units(olds: Sequence[Quantity], news: Sequence[Quantity]) -> bool:
    """Do both texts count the same things in order? Then "3-5 đô thị", "2-3 đô thị" pair by place."""
    return [old.unit for old in olds] == [new.unit for new in news]


def _without_moves(found: Sequence[FigureChange]) -> list[FigureChange]:
    """A figure that is gone here and new there has only changed its place in the text."""
    gone = Counter((change.old, change.unit) for change in found if change.new is None)
    added = Counter((change.new, change.unit) for change in found if change.old is None)
    moved = gone & added
    left = {_GONE: Counter(moved), _ADDED: Counter(moved)}
    out = []
    for change in found:
        side, key = _side(change), (change.old or change.new, change.unit)
        if side in left and left[side][key] > 0:
            left[side][key] -= 1
        else:
            out.append(change)
    return out


_GONE, _ADDED, _CHANGED = "gone", "added", "changed"


def _side(change: FigureChange) -> str:
    if change.new is None:
        return _GONE
    return _ADDED if change.old is None else _CHANGED


def _passages(parts: Sequence[Segment]) -> Iterator[_Compared]:
    """Kept stretches, and edited ones: deletions up to the insertion that follows them."""
    i = k = 0
    here, there = i, k
    for at, part in enumerate(parts):
        i += len(part.text) if part.op in "=-" else 0
        k += len(part.text) if part.op in "=+" else 0
        following = parts[at + 1].op if at + 1 < len(parts) else "="
        if part.op != "-" or following == "=":
            yield _Compared(part.op == "=", (here, i), (there, k))
            here, there = i, k


def _sense(quantity: Quantity) -> tuple[object, str | None]:
    value = figure(quantity.text)
    return (folded(quantity.text) if value is None else value), quantity.unit and folded(quantity.unit)


def _same_number(old: Quantity, new: Quantity) -> bool:
    return _sense(old)[0] == _sense(new)[0]


def _rescaled(old: Quantity, new: Quantity) -> bool:
    """The same number in another unit of size: 5 triệu, 5 tỷ."""
    return _sense(old)[1] != _sense(new)[1] and is_scale(old.unit) and is_scale(new.unit)


def _kept(
    passage: _Compared, before: Sequence[Quantity], after: Sequence[Quantity]
) -> Iterator[FigureChange]:
    """The number stayed; where its unit is of another size, the figure changed all the same."""
    at_new = {new.start - passage.new[0]: new for new in after}
    for old in before:
        new = at_new.get(old.start - passage.old[0])
        if new is not None and _rescaled(old, new):
            yield _with_units(old, new)


# What two figures that follow each other agree in, the closest first.
_AGREEMENTS: tuple[Callable[[Quantity, Quantity], bool], ...] = (
    lambda old, new: _sense(old) == _sense(new),
    lambda old, new: old.unit == new.unit and old.of == new.of,
    lambda old, new: old.unit == new.unit,
    lambda old, new: (old.unit == "năm") is (new.unit == "năm"),
)


def _replaced(before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[FigureChange]:
    """Pairs in order: equal figures drop out, then those of one unit and whole, of one unit, the rest."""
    olds, news = list(before), list(after)
    pairs: list[tuple[Quantity, Quantity]] = []
    for agree in _AGREEMENTS:
        pairs += _taken(olds, news, agree)
    for old, new in sorted(pairs, key=lambda pair: pair[1].start):
        yield from _changed(old, new)
    yield from (FigureChange(old.text, None, old.unit, old.of) for old in olds)
    yield from (FigureChange(None, new.text, new.unit, new.of) for new in news)


def _taken(
    olds: list[Quantity], news: list[Quantity], agree: Callable[[Quantity, Quantity], bool]
) -> Iterator[tuple[Quantity, Quantity]]:
    """The pairs that agree, in order, taken out of both lists."""
    for old in list(olds):
        new = next((new for new in news if agree(old, new)), None)
        if new is not None:
            olds.remove(old)
            news.remove(new)
            yield old, new


def _changed(old: Quantity, new: Quantity) -> Iterator[FigureChange]:
    """What two paired figures differ in: nothing, the unit, or the number."""
    same, units = _same_number(old, new), old.unit != new.unit and bool(old.unit and new.unit)
    if _rescaled(old, new) if same else units:
        yield _with_units(old, new)
    elif not same:
        yield FigureChange(old.text, new.text, new.unit or old.unit, new.of or old.of)


def _with_units(old: Quantity, new: Quantity) -> FigureChange:
    return FigureChange(f"{old.text} {old.unit}", f"{new.text} {new.unit}", None, new.of or old.of)


def _told(change: FigureChange, unit: str | None, *, shared: bool) -> FigureChange:
    if unit is None or " " in (change.old or change.new or " "):
        return change
    if change.unit is None:
        return FigureChange(change.old, change.new, unit, change.of)
    if shared and is_counted(change.unit):
        return FigureChange(change.old, change.new, unit, change.of or change.unit)
    return change
