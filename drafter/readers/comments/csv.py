"""Comment forms as CSV: any encoding, the separator found out, quoted cells with line breaks."""

from __future__ import annotations

import csv
import io

from drafter.errors import DamagedFile
from drafter.model import Sheet, Source

from .grids import grid
from .text import decode

# Vietnamese Excel writes ";", since "," is the decimal sign.
_SEPARATORS = ";,\t|"


def read(source: Source) -> Sheet:
    """The rows of a .csv or .tsv file, counted from 1 as records. Raises NotText, DamagedFile."""
    text = decode(source.bytes, source.shown)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=False))
    except csv.Error as error:
        raise DamagedFile(source.shown, part="CSV") from error
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    width = max((len(row) for _, row in numbered), default=0)
    cells = [row + [""] * (width - len(row)) for _, row in numbered]
    made = grid(cells, table=0, numbers=[number for number, _ in numbered])
    return Sheet(path=source.shown, sha256=source.sha256, unit="row", parts=(made,))


def separator(text: str) -> str:
    """The separator that cuts the most records into the same number (> 1) of cells.

    csv.Sniffer guesses from characters and is led astray by commas in Vietnamese sentences.
    """
    if text.startswith("sep=") and len(text) > 4:  # Excel's own hint
        return text[4]
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
