"""Counting: the words of a comment file by its own text, against those in comments and in the frame.

The count of what was read knows nothing of how the file was cut: it goes through the paragraphs with their
notes, lines or cells as read from the file, a merged cell once. Words are those of `language.words`. What
was struck out by a tracked deletion is no word of the letter. Each word must lie in exactly one place of
a comment or of the frame; a word in none or in two keeps the count from closing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.language.words import WORD
from drafter.model import Block, FramePiece, Grid, Position, Sheet, WordCount

_WORD = re.compile(WORD)
_Place = tuple[str | None, int, int]  # sheet, number of the line, offset in it


def words_of(sheet: Sheet, comments: Iterable[Position], frame: Sequence[FramePiece]) -> WordCount:
    """The words of a letter, and how many of them lie in `comments` and in `frame`."""
    read = set(_words(sheet.parts))
    said = Counter(place for position in comments for place in _within(position, read))
    rest = Counter(place for piece in frame for place in _within(piece.position, read))
    held = said + rest
    return WordCount(
        read=len(read),
        in_comments=said.total(),
        rest=rest.total(),
        closes=held == Counter(read),
    )


def _words(parts: Sequence[Block | Grid]) -> Iterator[_Place]:
    for part in parts:
        name = None if isinstance(part, Block) else part.name
        blocks = [part] if isinstance(part, Block) else [b for row in part.rows for cell in row for b in cell]
        for block in blocks:
            for word in _WORD.finditer(block.text):
                yield name, block.number, block.offset + word.start()


def _within(position: Position, read: set[_Place]) -> Iterator[_Place]:
    number = position.paragraph or position.row or position.line or 0
    for at in range(position.start, position.end):
        if (position.sheet, number, at) in read:
            yield position.sheet, number, at
