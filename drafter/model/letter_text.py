"""A letter as it is read: every line, and which of its words are in which comment."""

from __future__ import annotations

from dataclasses import dataclass

from .frame import FrameKind


@dataclass(frozen=True, slots=True)
class LetterPiece:
    """Words of a line. `comment`: the id of the one that they are in; `frame`: what they are beside comments;
    neither for words that only stand between."""

    text: str
    comment: str | None = None
    frame: FrameKind | None = None


@dataclass(frozen=True, slots=True)
class LetterTextLine:
    """A printed line. `mark`: the number or dash that the program prints before it; `gone`: struck through.

    `notes`: ids of comments that stand in the margin of it.
    """

    pieces: tuple[LetterPiece, ...]
    mark: str = ""
    heading: bool = False
    gone: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterCell:
    """The lines of a cell, which covers so many columns and rows of its table."""

    lines: tuple[LetterTextLine, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A table: rows → cells; a merged cell stands once, where it begins. `layout`: it only sets things side
    by side."""

    rows: tuple[tuple[LetterCell, ...], ...]
    layout: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class LetterText:
    """The file of a letter from its first line to its last. `cut`: more stands before or after; `marked`: the
    ids of comments that stand in it word for word, and need no note beside them."""

    path: str
    parts: tuple[LetterTextLine | LetterTable, ...]
    cut: bool = False
    marked: frozenset[str] = frozenset()
