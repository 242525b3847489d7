"""Comment files: every form that offices send → `Sheet`, a neutral form for the analyses.

    Góp ý của Sở Tài chính.docx, phieu-gop-y.xlsx, gop-y.csv, gop-y.md, gop-y.txt, gop-y.pdf, scan.jpg → Sheet

What the file holds chooses the reader; its suffix decides among texts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module

from drafter.model import Block, Notice, Sheet, Source
from drafter.opc import FileFormat, format_of, refusal
from drafter.record import refuse_own_text

from .docx import read, sheet_of

__all__ = ["READERS", "read_comment_file", "sheet_of"]


def _later(module: str, name: str = "read") -> Callable[[Source], Sheet]:
    """A reader that is loaded with the first file of its format."""

    def reader(source: Source) -> Sheet:
        sheet: Sheet = getattr(import_module(f".{module}", __package__), name)(source)
        return sheet

    return reader


# Each format has one reader; what is not in here is converted before (`opc.CONVERTED`) or refused.
READERS: dict[FileFormat, Callable[[Source], Sheet]] = {
    FileFormat.DOCX: read,
    FileFormat.XLSX: _later("spreadsheet"),
    FileFormat.CSV: _later("csv"),
    FileFormat.MARKDOWN: _later("markdown"),
    FileFormat.TEXT: _later("text"),
    FileFormat.HTML: _later("web_page"),
    FileFormat.MHTML: _later("mail", "read_page"),
    FileFormat.EML: _later("mail"),
    FileFormat.MSG: _later("mail"),
    FileFormat.PDF: _later("paper"),
    FileFormat.PICTURE: _later("paper"),
}
_UNPACKED = (FileFormat.ZIP,)  # by `intake`: the letters in it are read
_ZIP = b"PK"


def read_comment_file(source: Source) -> Sheet:
    """What `source` holds; `Sheet.path` is what it is shown as.

    Raises a DrafterError for what cannot be used: empty, of a format without a reader, damaged, binary,
    written by drafter itself. Whether there is a comment in it is for the analyses to say.
    """
    if not source.bytes.startswith(_ZIP):
        refuse_own_text(source.bytes, shown=source.shown)
    found = format_of(source.bytes, source.shown)
    if found not in READERS:
        raise refusal(found, source.shown)
    sheet = READERS[found](source)
    gone = sum(block.gone for block in dict.fromkeys(_lines(sheet)))
    struck = (Notice("struck-lines", source.shown, str(gone)),) if gone else ()
    return replace(sheet, notices=(*source.notices, *sheet.notices, *struck))


def _lines(sheet: Sheet) -> Iterator[Block]:
    for part in sheet.parts:
        if isinstance(part, Block):
            yield part
        else:
            yield from (block for row in part.rows for cell in row for block in cell)
