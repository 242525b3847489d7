"""Margins: what Word comments say, cut into comments and frame, and the count of their words.

The count compares the words of each margin comment, as read from the file, with those that were given back.
Edits of a copy are no words in its margin: `copy_counting` counts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.language.words import words
from drafter.model import (
    Annotation,
    Block,
    Channel,
    FrameKind,
    FramePiece,
    Letter,
    Manuscript,
    Position,
    Sheet,
    WordCount,
)

from .completing import completed
from .ground import lines_of
from .items import agreement, pieces
from .marks import mark_of
from .passage import Passage
from .sentences import asks
from .struck import untold
from .tables import Statement

_FEWEST = 5  # words: a shorter reply only answers


@dataclass(frozen=True, slots=True)
class InMargin:
    """What a Word comment says: the comments in it, and its words that are none."""

    comments: tuple[str, ...]
    frame: tuple[tuple[FrameKind, str], ...] = ()


def said_in(note: Annotation) -> InMargin:
    """The comments of a Word comment; a reply counts where it asks for something, else it is a thread."""
    lines = tuple(Block(at, line.strip()) for at, line in enumerate(note.text.split("\n"), 1) if line.strip())
    if not lines:
        return InMargin(())
    if note.reply_to is not None and not (asks(note.text) and len(note.text.split()) >= _FEWEST):
        return InMargin((), ((FrameKind.THREAD, note.text),))
    body = Passage(lines)
    found = pieces(body) or [agreed for agreed in [agreement(body)] if agreed]
    if not found:
        return InMargin((body.text,))
    spans = [Statement(body, each.start, each.end, lead=each.lead) for each in found]
    whole, frame = completed(lines_of(lines, "paragraph"), spans, {})
    return InMargin(tuple(each.words for each in whole), tuple((piece.kind, piece.text) for piece in frame))


def margin_frame(manuscript: Manuscript) -> tuple[FramePiece, ...]:
    """What the Word comments of a copy say that is no comment."""
    return tuple(
        _piece(manuscript.path, note, kind, text)
        for note in manuscript.annotations
        for kind, text in said_in(note).frame
    )


def hidden_margin(manuscript: Manuscript | None) -> tuple[FramePiece, ...]:
    """The Word comments of a letter: an office's own notes on it."""
    notes: Sequence[Annotation] = manuscript.annotations if manuscript else ()
    path = manuscript.path if manuscript else ""
    return tuple(_piece(path, note, FrameKind.HIDDEN, note.text) for note in notes if note.text.strip())


def unseen(sheet: Sheet, letters: Sequence[Letter]) -> tuple[FramePiece, ...]:
    """The words of a file that nobody sees who opens it, and those struck through in a letter that are no
    comment's; what is struck in a copy of a draft are edits."""
    hidden = ((block, block.text) for block in sheet.hidden)
    copied = any(letter.channel is Channel.COPY for letter in letters)
    told = Counter(words for letter in letters for comment in letter.comments for words in comment.struck)
    return tuple(
        FramePiece(sheet.path, _at(sheet.unit, block), FrameKind.HIDDEN, text)
        for block, text in (*hidden, *(() if copied else untold(sheet.parts, told)))
        if text.strip()
    )


def _at(unit: str, block: Block) -> Position:
    start, end = block.offset, block.offset + len(block.text)
    if unit == "paragraph":
        return Position(paragraph=block.number, start=start, end=end)
    if unit == "row":
        return Position(row=block.number, start=start, end=end)
    return Position(line=block.number, start=start, end=end)


def with_hidden(letters: Sequence[Letter], hidden: tuple[FramePiece, ...]) -> tuple[Letter, ...]:
    """The letters of a file with what its readers do not see, counted as read and as frame."""
    if not letters or not hidden:
        return tuple(letters)
    first, more = letters[0], sum(len(words(piece.text)) for piece in hidden)
    counted = replace(first.words, read=first.words.read + more, rest=first.words.rest + more)
    return (replace(first, frame=(*first.frame, *hidden), words=counted), *letters[1:])


def _piece(path: str, note: Annotation, kind: FrameKind, text: str) -> FramePiece:
    at = Position(paragraph=note.paragraph + 1, start=note.start, end=note.end)
    return FramePiece(path, at, kind, text)


def margin_words(manuscript: Manuscript, comments: Sequence[str], frame: Sequence[FramePiece]) -> WordCount:
    """The words of all Word comments of a copy, list marks left out; it closes where each of them is found in
    the comments or the frame made of the file."""
    lines = [line.strip() for note in manuscript.annotations for line in note.text.split("\n")]
    read = Counter(word for line in lines for word in words(_unmarked(line)))
    rest = Counter(word for piece in frame for word in words(_unmarked(piece.text)))
    said = Counter(word for text in comments for word in words(text))
    return WordCount(read.total(), read.total() - rest.total(), rest.total(), closes=not read - rest - said)


def _unmarked(line: str) -> str:
    mark = mark_of(line, None, 0)
    return line[mark.end :] if mark else line
