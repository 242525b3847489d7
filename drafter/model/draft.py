"""A draft: the tree of its clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .manuscript import Note, Notice


class Kind(StrEnum):
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    POINT = "point"
    DASH = "dash"
    PLUS = "plus"
    TABLE_ROW = "table-row"
    ANNEX = "annex"
    TEXT = "text"


class Role(StrEnum):
    BASIS = "basis"
    CONTEXT = "context"
    VIEWPOINT = "viewpoint"
    TARGETS = "targets"
    TASKS = "tasks"
    ORGANISATION = "organisation"
    ANNEX = "annex"
    OTHER = "other"


class Numbered(StrEnum):
    TYPED = "typed"
    AUTO = "auto"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one body paragraph: `start`, `end` are offsets in `Paragraph.text`."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Any node of the tree. `text` is its own text without the marker, as printed.

    A heading followed by a title line holds both, joined by "\\n". `words` counts own text,
    `words_all` descendants too. `cells` holds the texts of a table row by column, STT included
    (a merged cell's text stands at its first column, empty strings elsewhere); `columns` the
    header texts of its table. `label` is what numbers it, bare: `III` for `mục III`, `3` for the third
    dash, the STT for a row; empty for a lone annex. `norm` is not stored:
    `language.normal.normal(clause.text)`.
    """

    id: str
    locator: str
    marker: str | None
    kind: Kind
    role: Role
    heading: str | None
    text: str
    words: int
    words_all: int
    parent: str | None
    order: int
    page: int | None = None
    numbering: Numbered = Numbered.NONE
    notes: tuple[Note, ...] = ()
    places: tuple[Place, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Draft:
    """One version of the resolution: a tree of clauses in document order (parents first)."""

    path: str
    sha256: str
    title: str
    number: int | None
    date: date | None
    issuer: str | None
    kind: str | None  # "Nghị quyết", "Kế hoạch", … as printed, sentence case
    clauses: tuple[Clause, ...]
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    pages: int | None = None  # see Manuscript
    struck: frozenset[str] = frozenset()  # words that it prints struck through

    @cached_property
    def by_id(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Clause, ...]]:
        """Clauses by the id of their parent; the top ones under None."""
        found: dict[str | None, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.parent, []).append(clause)
        return {parent: tuple(clauses) for parent, clauses in found.items()}

    @cached_property
    def openings(self) -> Mapping[str, Clause]:
        """Clause id → the last clause before it that ends with a colon, of those on its level that are no
        rows; for clauses that have one and stand under another."""
        found: dict[str, Clause] = {}
        for parent, clauses in self.children.items():
            opening: Clause | None = None
            for clause in clauses if parent is not None else ():
                if opening is not None:
                    found[clause.id] = opening
                if clause.kind is not Kind.TABLE_ROW and clause.text.rstrip().endswith(":"):
                    opening = clause
        return found

    def at(self, paragraph: int | None) -> Clause | None:
        """The clause that the paragraph of this index is in; None for the letterhead, notes and the like."""
        return self._at.get(paragraph)

    @cached_property
    def _at(self) -> Mapping[int | None, Clause]:
        return {place.paragraph: clause for clause in reversed(self.clauses) for place in clause.places}

    def ancestors(self, id: str) -> tuple[Clause, ...]:
        """From the parent of `id` up to the root."""
        found = []
        clause = self.by_id[id]
        while clause.parent is not None:
            clause = self.by_id[clause.parent]
            found.append(clause)
        return tuple(found)

    def subtree(self, id: str) -> tuple[Clause, ...]:
        """`id` and all its descendants, in document order."""
        found = [self.by_id[id]]
        for child in self.children.get(id, ()):
            found.extend(self.subtree(child.id))
        return tuple(found)
