"""Tables of plain cells → `Grid`: where each cell's text starts in its row, and its lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafter.model import Block, Grid

_LINE = re.compile(r"[^\n]+")
GLUE = " | "


def blocks_of(number: int, text: str, offset: int = 0, table: int | None = None) -> tuple[Block, ...]:
    """The printed lines of a text that may hold line breaks; offsets as counted in the whole."""
    found = []
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if stripped:
            lead = len(line.group()) - len(line.group().lstrip())
            found.append(Block(number, stripped, offset + line.start() + lead, table=table))
    return tuple(found)


def grid(
    rows: Sequence[Sequence[str]],
    *,
    table: int,
    name: str | None = None,
    numbers: Sequence[int] | None = None,
    merged: Mapping[tuple[int, int], tuple[int, int]] | None = None,
) -> Grid:
    """A grid of cell texts. `numbers` are the printed row numbers, by default 1, 2, …; `merged`
    leads from a covered cell (row, column from 0) to the one that holds the text."""
    numbers = numbers or range(1, len(rows) + 1)
    made = [_row(number, row, table) for number, row in zip(numbers, rows, strict=True)]
    for (row, column), (from_row, from_column) in (merged or {}).items():
        made[row][column] = made[from_row][from_column]
    return Grid(tuple(tuple(row) for row in made), name=name)


def _row(number: int, texts: Sequence[str], table: int) -> list[tuple[Block, ...]]:
    cells = []
    offset = 0
    for text in texts:
        cells.append(blocks_of(number, text, offset, table))
        offset += len(text) + len(GLUE)
    return cells
