"""Workbooks: what openpyxl has made, as parts that are packed once."""

from __future__ import annotations

from pathlib import Path
from typing import cast
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from .application import APPLICATION, EPOCH


class _Parts(dict[str, bytes]):
    """Takes what openpyxl writes into a zip file; it asks no more of one than this."""

    def writestr(self, name: str, data: str | bytes) -> None:
        self[name] = data.encode() if isinstance(data, str) else data

    def write(self, path: str, name: str) -> None:
        self[name] = Path(path).read_bytes()

    def namelist(self) -> list[str]:
        return [*self]


def parts_of(book: Workbook) -> dict[str, bytes]:
    """Every part, by name, of a workbook that drafter made, of no particular day."""
    book.properties.creator = "drafter"
    book.properties.created = book.properties.modified = EPOCH
    made = _Parts()
    ExcelWriter(book, cast("ZipFile", made)).write_data()
    return {**made, "docProps/app.xml": APPLICATION}
