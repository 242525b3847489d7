"""Tables of plain cells → `Grid`: where each cell's text starts in its row, and its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.model import Block, Grid
from drafter.readers.printed import lines_of

GLUE = " | "


@dataclass(frozen=True, slots=True)
class PlainCell:
    """A cell's text, with the stretches of it that are struck through or strong."""

    text: str = ""
    struck: tuple[tuple[int, int], ...] = ()
    strong: tuple[tuple[int, int], ...] = ()


def blocks_of(number: int, cell: PlainCell, offset: int = 0, table: int | None = None) -> tuple[Block, ...]:
    """The printed lines of a text that may hold line breaks; offsets as counted in the whole."""
    if not cell.text:  # of a sheet most cells
        return ()
    return tuple(
        Block(number, line.text, offset + line.start, table=table, struck=line.struck, gone=line.gone)
        for line in lines_of(cell.text, cell.struck)
    )


def grid(
    rows: Sequence[Sequence[PlainCell]],
    *,
    table: int,
    name: str | None = None,
    numbers: Sequence[int] | None = None,
    merged: Mapping[tuple[int, int], tuple[int, int]] | None = None,
) -> Grid:
    """A grid of cells. `numbers` are the printed row numbers, by default 1, 2, …; `merged` leads from a
    covered cell (row, column from 0) to the one that holds the text."""
    numbers = numbers or range(1, len(rows) + 1)
    made = [_row(number, row, table) for number, row in zip(numbers, rows, strict=True)]
    for (row, column), (from_row, from_column) in (merged or {}).items():
        made[row][column] = made[from_row][from_column]
    return Grid(tuple(tuple(row) for row in made), name=name)


def _row(number: int, cells: Sequence[PlainCell], table: int) -> list[tuple[Block, ...]]:
    made = []
    offset = 0
    for cell in cells:
        made.append(blocks_of(number, cell, offset, table))
        offset += len(cell.text) + len(GLUE)
    return made
