"""Ruled tables: the rules that are drawn on a page → cells; the words in them.

A cell is what rules enclose on four sides. Where the rule between two neighbours is missing they are one,
merged cell. A frame around a single cell is no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.model import PaperPage, PaperRule, PaperWord

_NEAR = 3.0  # points: rules nearer to each other are one
_COVERED = 0.7  # of a side: what is drawn of it
_OPEN = 8.0  # points: less than a line of text is no row
_FEWEST = 2  # cells of a table


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell over rows and columns of its table, from 0, the last ones included; its box on the page."""

    row: int
    column: int
    last_row: int
    last_column: int
    left: float
    right: float
    top: float
    bottom: float

    def holds(self, word: PaperWord) -> bool:
        across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on a page: where its columns and rows are parted, its cells by rows."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[RuledCell, ...]

    @property
    def top(self) -> float:
        return self.rows[0]

    @property
    def bottom(self) -> float:
        return self.rows[-1]

    def holds(self, word: PaperWord) -> bool:
        return any(cell.holds(word) for cell in self.cells)


def tables_of(page: PaperPage) -> list[RuledTable]:
    """The tables of a page from top to bottom; one inside another is part of its cell."""
    found = [table for group in _touching(page.rules) if (table := _table(group)) is not None]
    whole = sorted(found, key=lambda table: (table.top - table.bottom, table.top))
    kept: list[RuledTable] = []
    for table in whole:
        if not any(_inside(table, other) for other in kept):
            kept.append(table)
    return sorted(kept, key=lambda table: (table.top, table.columns[0]))


def _inside(table: RuledTable, other: RuledTable) -> bool:
    return (
        other.top - _NEAR <= table.top
        and table.bottom <= other.bottom + _NEAR
        and other.columns[0] - _NEAR <= table.columns[0]
        and table.columns[-1] <= other.columns[-1] + _NEAR
    )


def _touching(rules: Sequence[PaperRule]) -> Iterator[list[PaperRule]]:
    """Rules that hang together; a sweep from left to right finds who touches whom."""
    ordered = sorted(rules, key=lambda rule: rule.left)
    group = list(range(len(ordered)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    open_: list[int] = []
    for at, rule in enumerate(ordered):
        open_ = [other for other in open_ if ordered[other].right >= rule.left - _NEAR]
        for other in open_:
            before = ordered[other]
            if before.top <= rule.bottom + _NEAR and rule.top <= before.bottom + _NEAR:
                group[root(other)] = root(at)
        open_.append(at)
    together: dict[int, list[PaperRule]] = {}
    for at, rule in enumerate(ordered):
        together.setdefault(root(at), []).append(rule)
    yield from together.values()


def _table(rules: Sequence[PaperRule]) -> RuledTable | None:
    across = [rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top]
    down = [rule for rule in rules if rule.right - rule.left < rule.bottom - rule.top]
    columns = _levels([(rule.left + rule.right) / 2 for rule in down])
    if len(columns) < 2:
        return None
    across += _ends(across, down, columns)
    rows = _levels([(rule.top + rule.bottom) / 2 for rule in across])
    if len(rows) < 2:
        return None
    lines = _Lines(across, down, columns, rows)
    cells = tuple(lines.cells())
    return RuledTable(columns, rows, cells) if len(cells) >= _FEWEST else None


def _ends(
    across: Sequence[PaperRule], down: Sequence[PaperRule], columns: tuple[float, ...]
) -> list[PaperRule]:
    """The rules that are not drawn where a row goes on over the end of a page: all others end there."""
    found = []
    for level, drawn in (
        (min(rule.top for rule in down), min((rule.top for rule in across), default=None)),
        (max(rule.bottom for rule in down), max((rule.bottom for rule in across), default=None)),
    ):
        ending = {
            round((rule.left + rule.right) / 2)
            for rule in down
            if abs(rule.top - level) <= _NEAR or abs(rule.bottom - level) <= _NEAR
        }
        if (drawn is None or abs(level - drawn) > _OPEN) and len(ending) >= max(2, len(columns) - 1):
            found.append(PaperRule(columns[0], columns[-1], level, level))
    return found


def _levels(values: Sequence[float]) -> tuple[float, ...]:
    """Values that are next to each other as one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return tuple(sum(group) / len(group) for group in groups)


class _Lines:
    """What is drawn between the columns and rows of one table."""

    def __init__(
        self,
        across: Sequence[PaperRule],
        down: Sequence[PaperRule],
        columns: tuple[float, ...],
        rows: tuple[float, ...],
    ) -> None:
        self._columns, self._rows = columns, rows
        self._across = [
            [(r.left, r.right) for r in across if abs((r.top + r.bottom) / 2 - row) <= _NEAR] for row in rows
        ]
        self._down = [
            [(r.top, r.bottom) for r in down if abs((r.left + r.right) / 2 - column) <= _NEAR]
            for column in columns
        ]

    def cells(self) -> Iterator[RuledCell]:
        """The cells by rows; areas that lie open to the outside are none."""
        high, wide = len(self._rows) - 1, len(self._columns) - 1
        taken: set[tuple[int, int]] = set()
        for row in range(high):
            for column in range(wide):
                if (row, column) in taken:
                    continue
                area = self._area(row, column)
                taken |= area
                if not self._open(area):
                    yield self._cell(area)

    def _area(self, row: int, column: int) -> set[tuple[int, int]]:
        """The fields that no rule parts from one."""
        area, pending = {(row, column)}, [(row, column)]
        while pending:
            r, c = pending.pop()
            for near, drawn in (
                ((r, c + 1), self._is_down(c + 1, r)),
                ((r, c - 1), self._is_down(c, r)),
                ((r + 1, c), self._is_across(r + 1, c)),
                ((r - 1, c), self._is_across(r, c)),
            ):
                inside = 0 <= near[0] < len(self._rows) - 1 and 0 <= near[1] < len(self._columns) - 1
                if inside and not drawn and near not in area:
                    area.add(near)
                    pending.append(near)
        return area

    def _open(self, area: set[tuple[int, int]]) -> bool:
        """Whether a side of the table is missing at an area: a row's end may be, as in many forms, if the
        other end is there."""
        top = all(self._is_across(r, c) for r, c in area if r == 0)
        bottom = all(self._is_across(r + 1, c) for r, c in area if r == len(self._rows) - 2)
        left = all(self._is_down(c, r) for r, c in area if c == 0)
        right = all(self._is_down(c + 1, r) for r, c in area if c == len(self._columns) - 2)
        return not (top and bottom and left and right)

    def _cell(self, area: set[tuple[int, int]]) -> RuledCell:
        rows, columns = {r for r, _ in area}, {c for _, c in area}
        return RuledCell(
            min(rows), min(columns), max(rows), max(columns),
            self._columns[min(columns)], self._columns[max(columns) + 1],
            self._rows[min(rows)], self._rows[max(rows) + 1],
        )  # fmt: skip

    def _is_across(self, row: int, column: int) -> bool:
        return _covered(self._across[row], self._columns[column], self._columns[column + 1])

    def _is_down(self, column: int, row: int) -> bool:
        return _covered(self._down[column], self._rows[row], self._rows[row + 1])


def _covered(drawn: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    """Whether pieces of a rule cover most of a side."""
    at, held = start, 0.0
    for first, last in sorted(drawn):
        first, last = max(first, at), min(last, end)
        if last > first:
            held += last - first
            at = last
    return held >= _COVERED * (end - start)
