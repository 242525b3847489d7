"""What the child says of a file: its pages, or why there are none; the picture of a page."""

from __future__ import annotations

import msgspec

from drafter.model import PaperPage


class Opened(msgspec.Struct, frozen=True, tag=True):
    """The pages of a file. `pictured`: those, from 1, that are pictures of text, or text that says no signs;
    their words must be recognised. `raw`: all signs of the others. `hidden`: of each page, words that
    nobody sees; `unread`: the pages with pictures beside their words. `cut`: the part of a page that was
    asked for, as PNG."""

    pages: tuple[PaperPage, ...]
    pictured: tuple[int, ...] = ()
    raw: str = ""
    hidden: tuple[str, ...] = ()
    unread: tuple[int, ...] = ()
    issuer: str | None = None
    notes: int = 0
    attachments: int = 0
    cut: bytes = b""


class Fault(msgspec.Struct, frozen=True, tag=True):
    """Why nothing can be read: "damaged", "encrypted", "too-large", "memory", or "program", which
    recognises."""

    why: str


class Picture(msgspec.Struct, frozen=True):
    """A page in shades of grey: its rows of bytes from the top, and its size in points."""

    columns: int
    rows: int
    data: bytes
    width: float
    height: float
