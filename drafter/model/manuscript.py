"""A Word file as read: every paragraph of the body once, with notes, comments and revisions."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd met while reading: `code` names the sentence, `place` says where."""

    code: str
    place: str = ""
    detail: str = ""


class View(StrEnum):
    """Which text of a file with revisions counts."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


class Story(StrEnum):
    BODY = "body"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in the body's tables a paragraph stands. All counts from 0.

    `table` counts all tables of the body in document order, nested ones too; `span` is the
    number of grid columns; `header` marks a row that Word repeats as header; `borders` is
    false for a layout table without visible lines.
    """

    table: int
    row: int
    column: int
    span: int = 1
    header: bool = False
    borders: bool = True
    merged: bool = False  # continues the cell above (w:vMerge without restart)
    nested_in: int | None = None  # the table that holds this one


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked insertion or deletion; `op` is "+" or "-", `at` an offset in the accepted text.

    `text` is a line break where the mark of a paragraph alone came (the paragraph was split) or went (it was
    joined to the next): "+" at the end of the first part, "-" where the next begins.
    """

    op: str
    author: str
    date: date | None
    text: str
    paragraph: int
    at: int
    whole_paragraph: bool = False
    moment: str = ""  # when, as the file says it


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or text box, anchored at a paragraph. Its `revisions` count in `text`."""

    story: Story
    text: str
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed.

    `index` counts all paragraphs of the body in document order (cells included, text boxes and
    notes not), so that a writer finds the same `w:p` again. `marker` is the automatic number as
    Word prints it (`1.`, `a)`, `-`), null where there is none; a typed number stays in `text`.
    `text` has soft line breaks as "\\n" and tabs as "\\t"; legacy fonts are decoded, zero-width
    characters gone, nothing else is changed. `style` is the style's name in lower case.
    """

    index: int
    text: str
    marker: str | None = None
    level: int | None = None  # numbering level, 0..8
    style: str = ""
    outline_level: int | None = None  # 0..8 from style or paragraph
    bold: bool = False  # every visible run
    italic: bool = False
    centred: bool = False
    indent: int = 0  # left indent in twentieths of a point
    page: int | None = None
    landscape: bool = False
    cell: Cell | None = None
    notes: tuple[Note, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()  # offsets of bold words where not all are bold
    struck: tuple[tuple[int, int], ...] = ()  # offsets of words struck through; they stay in `text`


@dataclass(frozen=True, slots=True)
class Annotation:
    """A Word comment: who wrote what on which words. `end` is exclusive, in `end_paragraph`."""

    author: str
    date: date | None
    text: str
    quote: str
    paragraph: int
    start: int
    end_paragraph: int
    end: int
    reply_to: int | None = None  # place in Manuscript.annotations
    moment: str = ""  # when, as the file says it
    resolved: bool = False  # somebody marked it as done


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A .docx as read: every paragraph of the body once, with notes, comments and revisions. `hidden`: words
    that are set so that nobody sees them, and stand in no paragraph."""

    path: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    annotations: tuple[Annotation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    notices: tuple[Notice, ...] = ()
    pages: int | None = None  # as Word laid them out when it saved the file; None where it left no marks
    hidden: str = ""


def outermost_tables(paragraphs: Iterable[Paragraph], *, without: Container[int] = ()) -> dict[int, int]:
    """Each table → the outermost one around it, as far as none of those `without` is reached."""
    around = {p.cell.table: p.cell.nested_in for p in paragraphs if p.cell is not None}
    found = {}
    for table in around:
        outer = table
        while (above := around.get(outer)) is not None and above not in without:
            outer = above
        found[table] = outer
    return found
