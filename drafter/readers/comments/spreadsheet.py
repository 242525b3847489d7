"""Comment forms as .xlsx: every visible sheet, merged cells, formulas as their last value or text.

openpyxl evaluates nothing. A formula without a stored value shows as its own text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from drafter.errors import DamagedFile, DrafterError, NotADocx, OldWordFile, UnknownSuffix
from drafter.language.normal import ZERO_WIDTH
from drafter.model import Grid, Sheet, Source
from drafter.opc import Package, packed
from drafter.readers import opened

from .grids import grid

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TYPES = "[Content_Types].xml"
KNOWN = ".docx, .xlsx, .csv, .md, .txt"
MOST_ROWS, MOST_COLUMNS = 20_000, 60  # a form is far below; formats painted to the last row are not


def read(source: Source) -> Sheet:
    """The cells of every visible sheet. Raises DamagedFile, Encrypted, UnsafeFile, MissingPart."""
    package = _guarded(source)
    data = _without_properties(package) if _are_damaged(package) else source.bytes
    book = _workbook(data, source.shown, values=False)
    values = _workbook(data, source.shown, values=True) if _has_formulas(book) else book
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    grids = tuple(
        _grid(sheet, values[sheet.title], table, sheet.title if len(visible) > 1 else None)
        for table, sheet in enumerate(visible)
    )
    return Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="row",
        parts=tuple(made for made in grids if made.rows),
        issuer=book.properties.creator or None,
    )


def _guarded(source: Source) -> Package:
    """Opens the package by the one guarded door, and unpacks every XML part within its limits, before
    openpyxl does. An .xls under another name is a kind of file that is not read."""
    try:
        package = opened(source)
    except (NotADocx, OldWordFile) as error:
        raise UnknownSuffix(source.shown, known=KNOWN) from error
    if _TYPES not in package.names:  # a zip of something else
        raise UnknownSuffix(source.shown, known=KNOWN)
    for part in package.names:
        if part.endswith((".xml", ".rels")):
            package.read(part)
    return package


def _are_damaged(package: Package) -> bool:
    """Whether what the file says of itself cannot be read, which no cell needs."""
    try:
        for part in _properties(package):
            package.xml(part)
    except DrafterError:
        return True
    return False


def _without_properties(package: Package) -> bytes:
    left_out = set(_properties(package))
    return packed({part: package.read(part) for part in package.in_order if part not in left_out})


def _properties(package: Package) -> list[str]:
    return [part for part in package.names if part.startswith("docProps/") and part.endswith(".xml")]


def _workbook(data: bytes, shown: str, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data), data_only=values)
    except MemoryError:
        raise
    except Exception as error:  # whatever the library stumbles over
        raise DamagedFile(shown, part="xlsx") from error


def _has_formulas(book: Workbook) -> bool:
    return any(cell.data_type == "f" for sheet in book.worksheets for row in _cells(sheet) for cell in row)


def _cells(sheet: Worksheet) -> Iterator[tuple[Cell | MergedCell, ...]]:
    bottom, right = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    yield from sheet.iter_rows(max_row=bottom, max_col=right)


def _grid(sheet: Worksheet, values: Worksheet, table: int, name: str | None) -> Grid:
    """The rows that hold something, under their printed numbers."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    hidden = sheet.row_dimensions
    for cells, stored in zip(_cells(sheet), _cells(values), strict=True):
        texts = [
            _text(kept.value if kept.value is not None else cell.value)
            for cell, kept in zip(cells, stored, strict=True)
        ]
        number = cells[0].row or 0
        if any(texts) and not hidden[number].hidden:
            rows.append(texts)
            numbers.append(number)
    return grid(rows, table=table, name=name, numbers=numbers, merged=_merged(sheet, numbers))


def _merged(sheet: Worksheet, numbers: list[int]) -> dict[tuple[int, int], tuple[int, int]]:
    """Covered cell → the cell that holds the text, both as (place in `numbers`, column from 0)."""
    places = {number: place for place, number in enumerate(numbers)}
    found = {}
    for area in sheet.merged_cells.ranges:
        origin = (places.get(area.min_row, -1), area.min_col - 1)
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col - 1, min(area.max_col, MOST_COLUMNS)):
                covered = (places.get(row, -1), column)
                if -1 not in (covered[0], origin[0]) and covered != origin and column < sheet.max_column:
                    found[covered] = origin
    return found


def _text(value: object) -> str:
    """A cell as a reader sees it: whole numbers without ".0", dates as dd/mm/yyyy."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):  # datetime too
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return ZERO_WIDTH.sub("", str(value))
