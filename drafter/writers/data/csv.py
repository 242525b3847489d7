"""Records as CSV: UTF-8 with a mark and CRLF, as Excel reads it; no text is ever computed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from drafter.opc import storable
from drafter.record import SEAL, sealed
from drafter.writers.data.columns import cells, columns_of
from drafter.writers.data.records import DataFile
from drafter.writers.office.formulas import harmless


def records_csv(made: DataFile) -> bytes:
    """The file, sealed. Its last column is empty but for the seal in its head."""
    columns = columns_of(made.kind)
    rows = ([_text(value) for value in cells(row, columns).values()] for row in made.rows)
    return sealed_csv([column.name for column in columns], rows)


def sealed_csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A CSV file of these cells, sealed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*header, SEAL])
    for row in rows:
        writer.writerow([*map(harmless, row), ""])
    return sealed(out.getvalue().encode("utf-8-sig"))


def _text(value: object) -> str:
    """Nothing as "", yes and no as `true` and `false`, the rest as JSON has it."""
    if value is None:
        return ""
    return storable(value) if isinstance(value, str) else str(value).lower()
