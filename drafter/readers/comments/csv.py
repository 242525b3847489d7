"""Comment forms as CSV: any encoding, the separator found out, quoted cells with line breaks."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from drafter.errors import DamagedFile
from drafter.language.controls import without_escapes
from drafter.model import Notice, Sheet, Source

from . import raw
from .encodings import decode
from .grids import PlainCell, grid
from .inline_html import cell_text
from .records import CsvRecord, records
from .returned import cells_without_keys, returned

# Vietnamese Excel writes ";", since "," is the decimal sign.
_SEPARATORS = ";,\t|"
_HINT = "sep="  # Excel's own


def read(source: Source) -> Sheet:
    """The rows of a .csv or .tsv file, counted from 1 as records. Raises NotText, DamagedFile."""
    decoded = decode(source.bytes, source.shown)
    try:
        rows = _records(decoded.text)
    except csv.Error as error:
        raise DamagedFile(source.shown, part="CSV") from error
    numbered = [(number, row.cells) for number, row in enumerate(rows, 1) if any(map(str.strip, row.cells))]
    width = max((len(cells) for _, cells in numbered), default=0)
    cells = [[*map(_cell, row), *[PlainCell()] * (width - len(row))] for _, row in numbered]
    plain, keys = cells_without_keys([(n, row) for (n, _), row in zip(numbered, cells, strict=True)])
    made = grid([row for _, row in plain], table=0, numbers=[number for number, _ in numbered])
    sheet = Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="row",
        parts=(made,),
        raw=raw.of_csv(decoded.text),
        notices=(*decoded.notices, *_unclosed(rows, source.shown)),
    )
    return returned(sheet, {(None, number): key for number, key in keys.items()})


def separator(text: str) -> str:
    """The separator that cuts the most records into the same number (> 1) of cells.

    csv.Sniffer guesses from characters and is led astray by commas in Vietnamese sentences.
    """
    if text.startswith(_HINT) and len(text) > len(_HINT):
        return text[len(_HINT)]
    return max(_SEPARATORS, key=lambda mark: _evenness(text, mark))


def _evenness(text: str, mark: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark) if row]
    except csv.Error:
        return (0, 0)
    several = [width for width in widths if width > 1]
    if not several:
        return (0, 0)
    common = max(set(several), key=several.count)
    return several.count(common), common


def _records(text: str) -> list[CsvRecord]:
    mark = separator(text)
    return records(text.partition("\n")[2] if text.startswith(_HINT) else text, mark)


def _cell(text: str) -> PlainCell:
    return cell_text(without_escapes(text))


def _unclosed(rows: Sequence[CsvRecord], path: str) -> list[Notice]:
    lines = [str(row.line) for row in rows if row.unclosed]
    return [Notice("unclosed-quote", path, ", ".join(lines))] if lines else []
