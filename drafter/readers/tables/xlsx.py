"""Tables in workbooks: rows in whatever order, marks in whatever column, hidden rows and columns too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.opc import Package
from drafter.readers.xlsx import SheetCell, Worksheet, read_workbook
from drafter.record import read_mark

from .columns import is_header
from .marks import once
from .raw import RawFile, RawRow, RawTable

_CELL = re.compile(r"[A-Z]+(\d+)")
_KEYS = "drafter"  # the name of the hidden column


def read(package: Package) -> RawFile:
    """The sheets that have marks or known names of columns; beside them the cells of other sheets, and the
    comments on names of columns."""
    found: list[RawTable] = []
    beside: list[str] = []
    for sheet in read_workbook(package):
        made = _table(sheet)
        if made.header or any(row.marks for row in made.rows):
            found.append(made)
            places = {row.place for row in made.rows}
            beside += [words for place, words in sheet.notes if _row_of(place) not in places]
        else:
            beside += [text for cells in sheet.rows.values() for text in _texts(cells).values() if text]
            beside += [words for _, words in sheet.notes]
    return RawFile(found, beside)


def _table(sheet: Worksheet) -> RawTable:
    """A sheet; a header that was sorted among the rows names the columns all the same."""
    texts = {number: _texts(cells) for number, cells in sheet.rows.items()}
    head = next((number for number in sorted(texts) if is_header(texts[number])), None)
    header = {} if head is None else {at: text for at, text in texts[head].items() if text != _KEYS}
    return RawTable(header, [_row(sheet, number, texts) for number in sorted(texts) if number != head])


def _texts(cells: Mapping[int, SheetCell]) -> dict[int, str]:
    return {at: cell.text.strip() for at, cell in cells.items() if read_mark(cell.text) is None}


def _row(sheet: Worksheet, number: int, texts: Mapping[int, Mapping[int, str]]) -> RawRow:
    cells, said = sheet.rows[number], dict(texts[number])
    spans = set()
    for first, left, last, right in sheet.merged:
        if first < number <= last:
            for column in range(left, right + 1):
                spans.add(column)
                said.setdefault(column, texts.get(first, {}).get(left, ""))
    found = (read_mark(cell.text) for cell in cells.values())
    return RawRow(
        place=number,
        cells=said,
        marks=once(mark for mark in found if mark is not None),
        filled=frozenset(at for at, text in texts[number].items() if text),
        spans=frozenset(spans),
        struck=frozenset(at for at, cell in cells.items() if cell.struck),
        remarks=[words for place, words in sheet.notes if _row_of(place) == number],
    )


def _row_of(place: str) -> int:
    found = _CELL.fullmatch(place)
    return int(found[1]) if found else 0
