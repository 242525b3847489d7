"""Tables on paper: words in ruled cells; a table that runs over pages is one, its header told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.model import PaperWord

from .grids import RuledCell, RuledTable
from .joining import goes_on
from .rows import PrintedRow, rows_of

_SAME = 4.0  # points: columns of a table that goes on stand no further off
_HEADER = 3  # rows of a header that is repeated at most
_PAD = 10.0  # points: white inside a cell at most


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell over rows and columns, from 0, the last ones included, with its lines."""

    row: int
    column: int
    last_row: int
    last_column: int
    lines: tuple[PrintedRow, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table: its cells by rows, how many rows it has, where its columns are parted. `repeated`: words of
    headers that stand there again on further pages, with the page of each (from 0)."""

    cells: tuple[PrintedCell, ...]
    height: int
    columns: tuple[float, ...]
    repeated: tuple[tuple[int, PaperWord], ...] = ()

    @property
    def width(self) -> int:
        return len(self.columns) - 1

    def row(self, at: int) -> list[PrintedCell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == at]


def table_of(ruled: RuledTable, words: Sequence[PaperWord], page: int) -> PrintedTable:
    """A ruled table with the words that stand in it."""
    held: dict[RuledCell, list[PaperWord]] = {cell: [] for cell in ruled.cells}
    for word in words:
        cell = next((cell for cell in ruled.cells if cell.holds(word)), None)
        if cell is not None:
            held[cell].append(word)
    cells = [_cell(cell, inside, page) for cell, inside in held.items()]
    return PrintedTable(tuple(cells), len(ruled.rows) - 1, ruled.columns)


def _cell(cell: RuledCell, words: Sequence[PaperWord], page: int) -> PrintedCell:
    """Lines in a cell end where those of the text beside them would, with as much white as on the left."""
    pad = min([_PAD, *(max(word.left - cell.left, 0.0) for word in words)])
    column = (cell.left + pad, cell.right - pad)
    lines = tuple(PrintedRow(row, column, 0, page) for row in rows_of(words))
    return PrintedCell(cell.row, cell.column, cell.last_row, cell.last_column, lines)


def joined_tables(parts: Sequence[PrintedRow | PrintedTable]) -> Iterator[PrintedRow | PrintedTable]:
    """Parts in reading order, tables that go on after a page as one."""
    open_: PrintedTable | None = None
    for part in parts:
        if isinstance(part, PrintedTable):
            if open_ is not None and _same_columns(open_, part):
                open_ = _joined(open_, part)
                continue
            if open_ is not None:
                yield open_
            open_ = part
            continue
        if open_ is not None:
            yield open_
            open_ = None
        yield part
    if open_ is not None:
        yield open_


def _same_columns(one: PrintedTable, other: PrintedTable) -> bool:
    if _page(one, last=True) == _page(other, last=False):
        return False
    return len(one.columns) == len(other.columns) and all(
        abs(a - b) <= _SAME for a, b in zip(one.columns, other.columns, strict=True)
    )


def _page(table: PrintedTable, *, last: bool) -> int:
    pages = [line.page for cell in table.cells for line in cell.lines]
    return (max(pages) if last else min(pages)) if pages else -1


def _joined(table: PrintedTable, more: PrintedTable) -> PrintedTable:
    header = _repeated(table, more)
    again = [
        (line.page, word)
        for cell in more.cells
        if cell.row < header
        for line in cell.lines
        for word in line.words
    ]
    rest = [cell for cell in more.cells if cell.row >= header]
    shift = table.height - header
    cells = list(table.cells)
    if _splits_a_row(table, [cell for cell in rest if cell.row == header]):
        shift -= 1
        cells, rest = _continued(cells, rest, table.height - 1, header)
    moved = [replace(cell, row=cell.row + shift, last_row=cell.last_row + shift) for cell in rest]
    return PrintedTable((*cells, *moved), more.height + shift, table.columns, (*table.repeated, *again))


def _repeated(table: PrintedTable, more: PrintedTable) -> int:
    """How many rows at the top of the second table say what those of the first one do."""
    count = 0
    while count < min(_HEADER, more.height - 1, table.height) and _said(table, count) == _said(more, count):
        count += 1
    return count


def _said(table: PrintedTable, row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in table.row(row)]


def _splits_a_row(table: PrintedTable, first: Sequence[PrintedCell]) -> bool:
    """Whether the first row of a page goes on with the last of the page before: nothing stands in its first
    cell, and a line above had no room for what comes."""
    opening = [cell for cell in first if cell.column == 0]
    if any(cell.lines for cell in opening):
        return False
    above = {cell.column: cell for cell in table.cells if cell.last_row == table.height - 1}
    pairs = [(above[cell.column], cell) for cell in first if cell.column in above and cell.lines]
    return bool(pairs) and any(
        above.lines and goes_on([*above.lines], cell.lines[0]) for above, cell in pairs
    )


def _continued(
    cells: Sequence[PrintedCell], rest: Sequence[PrintedCell], last: int, header: int
) -> tuple[list[PrintedCell], list[PrintedCell]]:
    """The cells of the last row with the lines of the first row after it; the others."""
    more = {cell.column: cell for cell in rest if cell.row == header}
    made = []
    for cell in cells:
        if cell.last_row == last and (found := more.pop(cell.column, None)) is not None:
            cell = replace(cell, lines=(*cell.lines, *found.lines))
        made.append(cell)
    return made, [cell for cell in rest if cell.row != header or cell.column in more]
