"""A file of comments in neutral form, before anyone understands it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .manuscript import Manuscript, Notice
    from .paper import PaperPlace


@dataclass(frozen=True, slots=True)
class Struck:
    """Words that were struck through and stand no more: what they were, and where in what is left."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """One printed line of a comment file: a paragraph or its part between soft breaks, a line, a cell.

    `number` counts paragraphs, rows or lines from 1 (`Sheet.unit` says which); `offset` is where
    `text` starts in the text of that unit (a row's cells are joined by " | "). `mark` is a list
    mark that the program prints (automatic number, Markdown item); a typed one stays in `text`.
    Words struck through are not in `text`; a line struck from end to end keeps it, and is `gone`.
    """

    number: int
    text: str
    offset: int = 0
    mark: str | None = None
    level: int = 0
    heading: bool = False
    emphasis: tuple[tuple[int, int], ...] = ()  # offsets in `text` of bold words, if not all are
    table: int | None = None  # set for cells
    struck: tuple[Struck, ...] = ()
    gone: bool = False
    # Of a header or footer of the page (`number` is 0, or one past the last paragraph's), a field of a mail.
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a comment file: rows → columns → lines of the cell.

    A merged cell stands in every row and column that it covers, as the same blocks. `layout`: a
    table without visible lines (letterhead, signature). `name` is a spreadsheet's sheet.
    """

    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    layout: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class RawMarks:
    """What the marks of a Word file hold, a line for each paragraph: words that tracked changes brought,
    words that they took, and what is said in the margin."""

    came: str = ""
    went: str = ""
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of comments in neutral form. `unit` is "paragraph", "row" or "line".

    `manuscript` is there for a Word file: its comments and revisions. `issuer` is what the
    file's properties say of the company or author. `raw`: all words of the file as they stand in it,
    taken without the reader that made the parts; None where they are codes of a legacy font. `raw_marks`:
    what its marks hold, taken likewise. `keys`: of a form that came back, sheet and number of a paragraph or
    row → the key of its row, as text, or the mark that stands for it. `recognised`: the numbers of paragraphs
    whose letters a program guessed from a picture, `printed`: where on their pages those stand.
    `covers`: a mail that other files came with. `hidden`: words that nobody sees who opens it, each
    with a number that no part has.
    """

    path: str
    sha256: str
    unit: str
    parts: tuple[Block | Grid, ...]
    manuscript: Manuscript | None = None
    issuer: str | None = None
    raw: str | None = None
    raw_marks: RawMarks | None = None
    notices: tuple[Notice, ...] = ()
    keys: Mapping[tuple[str | None, int], str] = field(default_factory=dict)
    recognised: frozenset[int] = frozenset()
    printed: Mapping[int, tuple[PaperPlace, ...]] = field(default_factory=dict)
    covers: bool = False
    hidden: tuple[Block, ...] = ()
