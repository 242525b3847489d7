"""Comment files: every form that offices send → `Sheet`, a neutral form for the analyses.

    Góp ý của Sở Tài chính.docx, phieu-gop-y.xlsx, gop-y.csv, gop-y.md, gop-y.txt → Sheet

The suffix chooses the reader; what the file really holds decides whether it can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from drafter.errors import EmptyFile, UnknownSuffix
from drafter.model import Block, Notice, Sheet, Source
from drafter.record import refuse_own_text

from . import csv, docx, markdown, spreadsheet, text
from .docx import sheet_of

__all__ = ["READERS", "check_suffix", "read_comment_file", "sheet_of"]

READERS: dict[str, Callable[[Source], Sheet]] = {
    ".docx": docx.read,
    ".docm": docx.read,
    ".doc": docx.read,  # some are zip packages inside; a true one is refused with its remedy
    ".xlsx": spreadsheet.read,
    ".xlsm": spreadsheet.read,
    ".csv": csv.read,
    ".tsv": csv.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".txt": text.read,
}
_WRITTEN = (".html", ".json")  # never read, but outputs of drafter's are known among them
_ZIP = b"PK"


def check_suffix(shown: str) -> None:
    """Raises UnknownSuffix before a file is opened that could not be read and is no output of drafter's."""
    if PurePosixPath(shown).suffix.lower() not in (*READERS, *_WRITTEN):
        raise UnknownSuffix(shown, known=spreadsheet.KNOWN)


def read_comment_file(source: Source) -> Sheet:
    """What `source` holds; `Sheet.path` is what it is shown as.

    Raises a DrafterError for what cannot be used: empty, unknown suffix, damaged, binary, written by
    drafter itself. Whether
    there is a comment in it is for the analyses to say.
    """
    check_suffix(source.shown)
    if not source.bytes:
        raise EmptyFile(source.shown)
    if not source.bytes.startswith(_ZIP):
        refuse_own_text(source.bytes, shown=source.shown)
    suffix = PurePosixPath(source.shown).suffix.lower()
    if suffix in _WRITTEN:
        raise UnknownSuffix(source.shown, known=spreadsheet.KNOWN)
    sheet = READERS[suffix](source)
    gone = sum(block.gone for block in dict.fromkeys(_lines(sheet)))
    if not gone:
        return sheet
    return replace(sheet, notices=(*sheet.notices, Notice("struck-lines", source.shown, str(gone))))


def _lines(sheet: Sheet) -> Iterator[Block]:
    for part in sheet.parts:
        if isinstance(part, Block):
            yield part
        else:
            yield from (block for row in part.rows for cell in row for block in cell)
