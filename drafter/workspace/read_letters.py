"""What one file among the comments gave: letters, or nothing where a mail only brought others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import Notice, WordCount, summed

if TYPE_CHECKING:
    from ..model import FramePiece, Letter, Sheet


@dataclass(frozen=True, slots=True)
class ReadLetters:
    """What one file among the comments gave."""

    path: str
    sha256: str
    letters: tuple[Letter, ...]
    notices: tuple[Notice, ...]
    frame: tuple[FramePiece, ...] = ()  # of a mail that only brought others
    words: WordCount = field(default_factory=WordCount)  # of the same


def of_cover(sheet: Sheet) -> ReadLetters:
    """Of a mail that says nothing itself and came with letters."""
    from ..analyses.comments import cover_of

    made = cover_of(sheet)
    told = (*sheet.notices, Notice("cover-mail", sheet.path))
    return ReadLetters(sheet.path, sheet.sha256, (), told, made.frame, made.words)


def beside_letters(read: Sequence[ReadLetters]) -> tuple[tuple[FramePiece, ...], WordCount]:
    """What mails say that only brought others, and the count of it."""
    return tuple(piece for each in read for piece in each.frame), summed(each.words for each in read)
