"""Paper: a file that says only what is printed where, as words and rules on pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageOrigin(StrEnum):
    """How the words of a page were come by: `text` from the file itself, `recognised` by OCR here, `layer`
    from the invisible text that a scanner put behind its picture."""

    TEXT = "text"
    RECOGNISED = "recognised"
    LAYER = "layer"


@dataclass(frozen=True, slots=True)
class PaperWord:
    """A run of signs without a gap. Lengths in points from the top left corner of the page; `base`: of the
    line that the signs stand on; `size`: of the font. `turned`: it is not written from left to right.
    `confidence`: of the program that recognised it, 0 to 1.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool = False
    font: str = ""
    turned: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A straight line that is drawn along or down the page; one of width and height is next to nothing."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page: its size in points, its words in the order in which they were drawn."""

    width: float
    height: float
    words: tuple[PaperWord, ...] = ()
    rules: tuple[PaperRule, ...] = ()
    origin: PageOrigin = PageOrigin.TEXT


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """A part of a page, from 1; lengths in points from its top left corner."""

    page: int
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as printed pages. `raw`: all signs as the file holds them, whatever words and lines were made
    of them. `issuer`: what the file's properties say of the author. `notes`: how many notes with words are
    attached to its pages, `attachments`: how many files to it. `hidden`: of each page, words that nobody
    sees; `pictures`: the pages, from 1, with pictures beside their words, which are not read.
    """

    path: str
    sha256: str
    pages: tuple[PaperPage, ...]
    raw: str = ""
    issuer: str | None = None
    notes: int = 0
    attachments: int = 0
    hidden: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
