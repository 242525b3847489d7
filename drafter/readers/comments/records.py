"""Records of a CSV text. A quotation mark that nobody closes must not swallow the rows behind it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MOST_LINES = 200  # of one record: a cell with line breaks is far below
# Enclosed as a whole: the next mark inside opens a quotation, or is doubled.
_ENCLOSED = re.compile(r'"(?:[^"]*|(?:[^"]*[\s(])?"[^\s"].*|[^"]*"".*)"$', re.DOTALL)
_LONGEST = 4_000_000  # signs of a cell


@dataclass(frozen=True, slots=True)
class CsvRecord:
    """The cells of a record that begins at `line` (from 1). `unclosed`: a quotation mark in it stays open."""

    cells: tuple[str, ...]
    line: int
    unclosed: bool = False


def records(text: str, separator: str) -> list[CsvRecord]:
    """All records of a text.

    What keeps the rules is read by them. Else every line that is a record by itself is one, and a quotation
    mark that opens and finds no end before the next such line is a sign like others. Raises csv.Error.
    """
    csv.field_size_limit(_LONGEST)
    rows = _strict(text, separator)
    if rows is not None and _even(rows):
        return rows
    return _line_by_line(text.splitlines(keepends=True), separator)


def _strict(text: str, separator: str) -> list[CsvRecord] | None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found, line = [], 1
    try:
        for cells in reader:
            found.append(CsvRecord(tuple(cells), line))
            line = reader.line_num + 1
    except csv.Error:
        return None
    return found


def _even(rows: Sequence[CsvRecord]) -> bool:
    """Whether no record that runs over lines holds a record of the usual width: it swallowed none."""
    usual = _usual(len(row.cells) for row in rows)
    return all(len(row.cells) <= usual for row in rows) or usual < 2


def _usual(widths: Iterable[int]) -> int:
    counted = Counter(width for width in widths if width > 1)
    return max(counted, key=lambda width: (counted[width], width), default=1)


def _line_by_line(lines: Sequence[str], separator: str) -> list[CsvRecord]:
    alone = [_strict(line, separator) for line in lines]
    usual = _usual([len(rows[0].cells) for rows in alone if rows])
    found: list[CsvRecord] = []
    at = 0
    while at < len(lines):
        taken, cells = _record(lines, alone, at, usual, separator)
        found.append(CsvRecord(cells, at + 1, unclosed=taken == 0))
        at += max(taken, 1)
    return found


def _record(
    lines: Sequence[str], alone: Sequence[list[CsvRecord] | None], at: int, usual: int, separator: str
) -> tuple[int, tuple[str, ...]]:
    """The record that begins at a line, and how many lines it takes; 0 where a mark in it stays open."""
    if (rows := alone[at]) is not None:
        return 1, rows[0].cells if rows else ()
    literal = tuple(
        map(_bare, next(csv.reader([lines[at]], delimiter=separator, quoting=csv.QUOTE_NONE), []))
    )
    if lines[at].count('"') % 2 == 0:  # quotations of the text itself, typed without doubling them
        lenient = next(csv.reader([lines[at]], delimiter=separator), [])
        return 1, literal if len(literal) == usual else tuple(lenient)
    for end in range(at + 2, min(len(lines), at + _MOST_LINES) + 1):
        if (own := alone[end - 1]) and len(own[0].cells) >= usual:
            break
        rows = _strict("".join(lines[at:end]), separator)
        if rows is not None and len(rows) == 1:
            return end - at, rows[0].cells
    return 0, literal


def _bare(cell: str) -> str:
    """A cell without quotation marks that enclose it or that open it for nothing."""
    if cell.startswith('"') and cell.count('"') % 2:
        return cell[1:].replace('""', '"')
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and _ENCLOSED.match(cell):
        return cell[1:-1].replace('""', '"')
    return cell
