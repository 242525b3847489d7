"""Tables of a manuscript as Word's XML, columns as wide as what they hold asks for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from drafter.model import Cell, Paragraph, outermost_tables

from .beside import Beside
from .lines import paragraph

_WIDTH = 9355  # twentieths of a point between the margins: 165 mm
_LEAST = 500
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def tables_of(paragraphs: Iterable[Paragraph]) -> list[Paragraph | list[Paragraph]]:
    """Paragraphs in order, those of one table, and of tables within it, as one list."""
    given = [*paragraphs]
    outer = outermost_tables(given)
    found: list[Paragraph | list[Paragraph]] = []
    last: int | None = None
    for each in given:
        number = None if each.cell is None else outer[each.cell.table]
        if number is None:
            found.append(each)
        elif number == last and isinstance(found[-1], list):
            found[-1].append(each)
        else:
            found.append([each])
        last = number
    return found


def table(paragraphs: Sequence[Paragraph], beside: Beside, *, width: int = _WIDTH) -> str:
    """A table with all that stands in it; an empty paragraph after it, as between two tables of Word."""
    number = _number(paragraphs)
    cells: dict[tuple[int, int], Cell] = {}
    inside: dict[tuple[int, int], list[Paragraph]] = {}
    waiting: list[Paragraph] = []
    for each in paragraphs:
        cell = each.cell
        if cell is None or cell.table != number:
            waiting.append(each)
            continue
        place = cell.row, cell.column
        cells.setdefault(place, cell)
        inside.setdefault(place, []).extend([*waiting, each])
        waiting = []
    widths = _widths(cells, inside, width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    rows: dict[int, list[Cell]] = {}
    for _, cell in sorted(cells.items()):
        rows.setdefault(cell.row, []).append(cell)
    written = "".join(_row(row, cells, inside, widths, beside) for row in rows.values())
    lines = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if any(c.borders for c in cells.values()) else ""
    properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{lines}<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl><w:p/>"


def _number(paragraphs: Sequence[Paragraph]) -> int:
    """The table that holds the others."""
    held = [each.cell for each in paragraphs if each.cell is not None]
    here = {cell.table for cell in held}
    return next(cell.table for cell in held if cell.nested_in not in here)


def _row(
    row: Sequence[Cell],
    cells: dict[tuple[int, int], Cell],
    inside: dict[tuple[int, int], list[Paragraph]],
    widths: Sequence[int],
    beside: Beside,
) -> str:
    skipped = row[0].column
    before = f'<w:gridBefore w:val="{skipped}"/>' if skipped else ""
    properties = f"{before}{'<w:tblHeader/>' if any(cell.header for cell in row) else ''}"
    written = []
    for cell in row:
        place = cell.row, cell.column
        under = cells.get((cell.row + 1, cell.column))
        goes_on = under is not None and under.merged
        merged = "<w:vMerge/>" if cell.merged else '<w:vMerge w:val="restart"/>' if goes_on else ""
        wide = sum(widths[cell.column : cell.column + cell.span])
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        within = "".join(
            table(each, beside, width=max(wide - 200, _LEAST)).removesuffix("<w:p/>")
            if isinstance(each, list)
            else paragraph(each, beside)
            for each in _nested(inside[place], cell.table)
        )
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{merged}</w:tcPr>{within}</w:tc>'
        )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(written)}</w:tr>"


def _nested(paragraphs: Sequence[Paragraph], number: int) -> list[Paragraph | list[Paragraph]]:
    """The paragraphs of a cell of the table `number`, those of a table within it as one list."""
    found: list[Paragraph | list[Paragraph]] = []
    for each in paragraphs:
        own = each.cell is not None and each.cell.table == number
        if own:
            found.append(each)
        elif found and isinstance(found[-1], list):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _widths(
    cells: dict[tuple[int, int], Cell], inside: dict[tuple[int, int], list[Paragraph]], width: int
) -> list[int]:
    """Of the columns: the root of how much stands in them, so that a long one does not crowd out the rest."""
    count = max(cell.column + cell.span for cell in cells.values())
    weights = [1.0] * count
    for place, cell in cells.items():
        if cell.span == 1:
            weights[cell.column] += sum(len(each.text) for each in inside[place])
    roots = [math.sqrt(weight) for weight in weights]
    least = min(_LEAST, width // count)
    return [max(round(width * root / sum(roots)), least) for root in roots]
