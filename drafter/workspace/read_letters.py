"""What one file among the comments gave: letters, or nothing where a mail only brought others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Notice

if TYPE_CHECKING:
    from ..model import Letter, Source


@dataclass(frozen=True, slots=True)
class ReadLetters:
    """What one file among the comments gave."""

    path: str
    sha256: str
    letters: tuple[Letter, ...]
    notices: tuple[Notice, ...]


def of_cover(source: Source) -> ReadLetters:
    """Of a mail that says nothing itself and came with letters."""
    return ReadLetters(source.shown, source.sha256, (), (Notice("cover-mail", source.shown),))
