"""Pieces: what reading one paragraph gathers, and how it looks as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from drafter.model import Note


@dataclass(slots=True)
class Piece:
    """A stretch of one look. `story` texts (notes, boxes) are no pieces."""

    text: str
    bold: bool
    italic: bool
    struck: bool = False


@dataclass(slots=True)
class Line:
    """What reading one paragraph has gathered so far; deleted marks let it run over several."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    length: int = 0
    page: int | None = None

    def add(self, text: str, bold: bool, italic: bool, struck: bool = False) -> None:
        """Add text; it runs on in the last piece where that looks the same."""
        self.length += len(text)
        last = self.pieces[-1] if self.pieces else None
        if last is not None and (last.bold, last.italic, last.struck) == (bold, italic, struck):
            last.text += text
        else:
            self.pieces.append(Piece(text, bold, italic, struck))

    @property
    def text(self) -> str:
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])


def looks(pieces: list[Piece]) -> tuple[bool, bool]:
    """Whether all that can be seen is bold, and whether it is italic."""
    if len(pieces) == 1:
        only = pieces[0]
        seen = (only.bold or only.italic) and not only.text.isspace()
        return seen and only.bold, seen and only.italic
    visible = [piece for piece in pieces if not piece.text.isspace()]
    if not visible:
        return False, False
    return all(piece.bold for piece in visible), all(piece.italic for piece in visible)


def emphasis(pieces: list[Piece]) -> tuple[tuple[int, int], ...]:
    """Offsets of the bold stretches of a paragraph that is not bold as a whole."""
    if len(pieces) < 2:
        return ()
    return _stretches(pieces, lambda piece: piece.bold and not piece.text.isspace())


def struck(pieces: list[Piece]) -> tuple[tuple[int, int], ...]:
    """Offsets of what is struck through; stretches that touch are one."""
    found: list[tuple[int, int]] = []
    for start, end in _stretches(pieces, lambda piece: piece.struck):
        first = found.pop()[0] if found and found[-1][1] == start else start
        found.append((first, end))
    return tuple(found)


def _stretches(pieces: list[Piece], counts: Callable[[Piece], bool]) -> tuple[tuple[int, int], ...]:
    spans, at = [], 0
    for piece in pieces:
        if counts(piece):
            spans.append((at, at + len(piece.text)))
        at += len(piece.text)
    return tuple(spans)
