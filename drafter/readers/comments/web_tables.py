"""Tables of web pages: rows with cells that run over several → a rectangle of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model import Block, Grid

_WIDEST, _LONGEST = 1000, 65534  # what HTML lets a cell run over
_MOST = 250_000  # cells of a rectangle: one that is larger is read line by line
_SIDE_BY_SIDE = 2  # columns or rows of a table without lines that only sets things side by side


@dataclass(slots=True)
class WebCell:
    """A cell as written: its lines, and how many columns and rows it runs over."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1


def span(said: str | None, most: int = _WIDEST) -> int:
    """How many cells an attribute says that one runs over; 1 for what is no number."""
    text = (said or "").strip()
    return max(1, min(int(text), most)) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def row_span(said: str | None) -> int:
    """The same of rows; 0 runs to the end."""
    return _LONGEST if (said or "").strip() == "0" else span(said, _LONGEST)


def web_grid(rows: Sequence[Sequence[WebCell]], *, lined: bool) -> list[Block | Grid]:
    """The table as a grid, a cell in all that it covers; line by line where that would be too large."""
    placed: list[dict[int, tuple[Block, ...]]] = []
    covered: dict[int, tuple[int, tuple[Block, ...]]] = {}  # column → rows still covered, and by what
    most = 0
    for row in rows:
        here: dict[int, tuple[Block, ...]] = {}
        left = iter(row)
        column = 0
        cell = next(left, None)
        while cell is not None or column in covered:
            if column in covered:
                here[column] = covered[column][1]
                column += 1
                continue
            assert cell is not None
            wide = min(cell.columns, max(1, _MOST // max(len(rows), 1)))
            for at in range(column, column + wide):
                if at in covered:
                    break
                here[at] = cell.blocks
                if cell.rows > 1:
                    covered[at] = cell.rows, cell.blocks
            column += wide
            cell = next(left, None)
        for at, (more, blocks) in covered.items():
            here.setdefault(at, blocks)
            covered[at] = more - 1, blocks
        covered = {at: each for at, each in covered.items() if each[0] > 0}
        most += len(here)
        if most > _MOST:
            return _line_by_line(rows)
        placed.append(here)
    used = sorted({at for here in placed for at, blocks in here.items() if blocks})
    width = used[-1] + 1 if used else 0
    if width * len(placed) > _MOST:
        return _line_by_line(rows)
    filled = [tuple(here.get(at, ()) for at in range(width)) for here in placed]
    filled = [row for row in filled if any(row)]
    if not filled:
        return []
    layout = not lined and (width <= _SIDE_BY_SIDE or len(filled) <= _SIDE_BY_SIDE)
    return [Grid(tuple(filled), layout=layout)]


def _line_by_line(rows: Sequence[Sequence[WebCell]]) -> list[Block | Grid]:
    return [block for row in rows for cell in row for block in cell.blocks]
