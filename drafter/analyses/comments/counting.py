"""Counting: the words of a comment file by its own text, against those in comments and in the frame.

The count knows nothing of how the file was cut: it goes through the paragraphs with their notes, lines or
cells as read from the file, a merged cell once. Each word must lie in exactly one place of a comment or of
the frame; a word in none or in two keeps the count from closing. Words are those of `language.words`.

Whether all was read is asked of the file itself: its raw words (`Sheet.raw`, taken another way) must be
those of its lines, letter by letter. A word that the reader dropped counts as read and lies nowhere. No
words of a letter, though they stand in the file: what is struck through, what a revision deleted, and list
marks of Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.language.normal import ZERO_WIDTH
from drafter.language.words import WORD, words
from drafter.model import Block, FramePiece, Grid, Position, Sheet, WordCount

_WORD = re.compile(WORD)
_Place = tuple[str | None, int, int]  # sheet, number of the line, offset in it


def words_of(
    sheet: Sheet, comments: Iterable[Position], frame: Sequence[FramePiece], unread: int = 0
) -> WordCount:
    """The words of a letter, and how many of them lie in `comments` and in `frame`; `unread`: how many the
    reader dropped."""
    read = set(_words(sheet.parts))
    said = Counter(place for position in comments for place in _within(position, read))
    rest = Counter(place for piece in frame for place in _within(piece.position, read))
    held = said + rest
    return WordCount(
        read=len(read) + unread,
        in_comments=said.total(),
        rest=rest.total(),
        closes=held == Counter(read) and not unread,
    )


def unread_words(sheet: Sheet) -> int:
    """How many words of the file stand in none of its lines; at least one where a letter does not."""
    if sheet.raw is None:
        return 0
    lines = "\n".join(_printed(sheet))
    typed, held = letters_of(sheet.raw), letters_of(lines)
    if typed == held:
        return 0
    lost = Counter(words(_plain(sheet.raw))) - Counter(words(_plain(lines)))
    return max(lost.total(), bool(typed - held))


def _printed(sheet: Sheet) -> Iterator[str]:
    """All that the lines of a file say, with what was struck from them; a merged cell once."""
    blocks = (block for part in sheet.parts for block in _blocks(part))
    for block in dict.fromkeys(blocks):
        yield block.text
        if not block.gone:
            yield from (struck.words for struck in block.struck)
        if block.mark is not None and sheet.unit == "line":
            yield block.mark


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", ZERO_WIDTH.sub("", text)).casefold()


def letters_of(text: str) -> Counter[str]:
    """Letters and figures, however they are set: raised, as a fraction, in several runs."""
    return Counter(filter(str.isalnum, _plain(text)))


def _blocks(part: Block | Grid) -> Iterator[Block]:
    if isinstance(part, Block):
        yield part
    else:
        yield from (block for row in part.rows for cell in row for block in cell)


def _words(parts: Sequence[Block | Grid]) -> Iterator[_Place]:
    for part in parts:
        name = None if isinstance(part, Block) else part.name
        for block in _blocks(part):
            for word in _WORD.finditer(block.text):
                yield name, block.number, block.offset + word.start()


def _within(position: Position, read: set[_Place]) -> Iterator[_Place]:
    number = position.paragraph or position.row or position.line or 0
    for at in range(position.start, position.end):
        if (position.sheet, number, at) in read:
            yield position.sheet, number, at
