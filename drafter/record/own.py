"""Own outputs among the inputs: known by their record, also after another program saved them again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.errors import OwnOutput, OwnRedline

from .package import record_of
from .seal import holds_seal
from .values import OutputKind

if TYPE_CHECKING:
    from drafter.opc import Package

# Where a program drops the custom part, the names of rows stay: bookmarks and tags in Word, hidden cells in
# Excel.
_BOOKMARK = re.compile(rb'(?:name|val)="r[0-9a-f]{16}(?:_[a-z0-9]{22})?"', re.IGNORECASE)
_CELL = re.compile(rb">r[0-9a-f]{16}(?:_[a-z0-9]{22})?<", re.IGNORECASE)
_OPEN_CHANGE = re.compile(rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo)[ />]")
_SHEET = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml")


def refuse_own(package: Package, *, returned: bool = False) -> None:
    """Raises OwnOutput for a table or letter that drafter made; OwnRedline for a redline with changes still
    open. One whose changes were all accepted or refused is a draft like any other.

    `returned`: among what agencies sent, where a form is one that came back; elsewhere it is an output.
    """
    record = record_of(package)
    if record is None:
        if _has_row_names(package):
            raise OwnOutput(package.shown)
    elif record.kind is OutputKind.DRAFT or (record.kind is OutputKind.FORM and returned):
        return
    elif record.kind is not OutputKind.REDLINE:
        raise OwnOutput(package.shown)
    elif _OPEN_CHANGE.search(package.read(package.main)):
        raise OwnRedline(package.shown)


def refuse_own_text(data: bytes, *, shown: str) -> None:
    """Raises OwnOutput for a text that drafter made, edited since or not, in whatever encoding."""
    if holds_seal(data):
        raise OwnOutput(shown)


def _has_row_names(package: Package) -> bool:
    sheets = [part for part in package.names if _SHEET.fullmatch(part)]
    if sheets:
        return any(_CELL.search(package.read(part)) for part in sheets)
    return _BOOKMARK.search(package.read(package.main)) is not None
