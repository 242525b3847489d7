"""Tables of a draft as the tables of Akoma Ntoso: a cell that goes on below spans rows, tables nest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drafter.model import Cell, Clause, Paragraph
from drafter.opc import Element

from .markup import Markup, below, whole


@dataclass(slots=True)
class _CellParts:
    """What stands in one cell, in order: paragraphs, and the paragraphs of tables within it."""

    cell: Cell
    parts: list[Paragraph | list[Paragraph]] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        """Goes on from the cell above and says nothing of its own."""
        return self.cell.merged and not any(
            isinstance(part, list) or part.text or part.marker or part.notes for part in self.parts
        )


def table(
    parent: Element, paragraphs: Sequence[Paragraph], rows: Mapping[int, Clause], markup: Markup, eid: str
) -> None:
    """A table; each row that is a clause gets an identifier, those above the first of them head it."""
    own = markup.ids.take("table", eid)
    borders = any(p.cell.borders for p in paragraphs if p.cell is not None)
    made = below(parent, "table", eId=own, border="1" if borders else "0")
    grid = _grid(paragraphs)
    down = _downward(grid)
    first = min(rows, default=-1)
    for at, cells in grid.items():
        clause = rows.get(at)
        line = below(made, "tr", eId=markup.ids.take("tr", own))
        if clause is not None:
            markup.eids[clause.id] = line.get("eId", "")
        heads = at < first and any(_says(cell) for cell in cells.values())
        for column, held in sorted(cells.items()):
            spanned = down[at, column]
            if spanned == 0:
                continue
            # Once a row is a clause, those above it head the table, whatever else Word marks as heading.
            tag = "th" if (heads if rows else held.cell.header) else "td"
            box = below(line, tag, colspan=_several(held.cell.span), rowspan=_several(spanned))
            for part in held.parts:
                if isinstance(part, list):
                    table(box, part, {}, markup, own)
                else:
                    whole(box, part, markup, own)
        if not len(line):  # every cell goes on from above
            below(line, "td")


def _downward(grid: Mapping[int, Mapping[int, _CellParts]]) -> dict[tuple[int, int], int]:
    """How many rows each cell spans; 0 for one that a cell above, as wide as it is, spans."""
    found: dict[tuple[int, int], int] = {}
    order = [*grid]
    for place in range(len(order) - 1, -1, -1):
        at = order[place]
        under = grid[order[place + 1]] if place + 1 < len(order) else {}
        for column, held in grid[at].items():
            goes_on = under.get(column)
            if goes_on is not None and goes_on.hidden and goes_on.cell.span == held.cell.span:
                found[at, column] = 1 + found[order[place + 1], column]
                found[order[place + 1], column] = 0
            else:
                found[at, column] = 1
    return found


def _grid(paragraphs: Sequence[Paragraph]) -> dict[int, dict[int, _CellParts]]:
    """Rows of cells by their places; a table within a cell comes before the cell's own next paragraph."""
    held = [p.cell for p in paragraphs if p.cell is not None]
    here = {cell.table for cell in held}
    number = next(cell.table for cell in held if cell.nested_in not in here)
    found: dict[int, dict[int, _CellParts]] = {}
    nested: list[Paragraph] = []
    last: _CellParts | None = None
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is None or cell.table != number:
            nested.append(paragraph)
            continue
        last = found.setdefault(cell.row, {}).setdefault(cell.column, _CellParts(cell))
        last.parts += [*([nested] if nested else []), paragraph]
        nested = []
    if nested and last is not None:
        last.parts.append(nested)
    return dict(sorted(found.items()))


def _several(count: int) -> str:
    return str(count) if count > 1 else ""


def _says(held: _CellParts) -> bool:
    return any(isinstance(part, list) or part.text.strip() for part in held.parts)
