"""A letter in sight: the file in which a comment stands, line by line, each comment and the frame told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import DrafterError
from ..model import (
    Block,
    Comment,
    FrameKind,
    Grid,
    Letter,
    LetterPiece,
    LetterTable,
    LetterText,
    LetterTextLine,
    Position,
)

if TYPE_CHECKING:
    from .board import Board

_AROUND = 150  # parts kept before and after the comment that is looked at, where the file has very many
_Owner = tuple[str | None, FrameKind | None]
_Span = tuple[int, int, _Owner]  # start and end in the text of a paragraph, row or line
_Unit = tuple[str | None, int]  # the sheet of a workbook; the number of a paragraph, row or line


def letter_text(board: Board, comment: Comment, *, whole: bool = False) -> LetterText | None:
    """The letter of a comment; None where its file cannot be read any more. `whole`: however long it is."""
    try:
        file = board.workspace.letter_files.find(comment.path)
        sheet = None if file is None else board.workspace.stages.sheet(file)
    except DrafterError:
        return None
    if sheet is None:
        return None
    marks = board.letter_marks.get(comment.path, LetterMarks())
    at = next((n for n, part in enumerate(sheet.parts) if _holds(part, comment)), 0)
    first = 0 if whole else max(0, at - _AROUND)
    last = len(sheet.parts) if whole else at + _AROUND
    parts = [_part(part, marks, comment, whole=whole) for part in sheet.parts[first:last]]
    cut = len(parts) < len(sheet.parts) or any(
        isinstance(kept, LetterTable) and isinstance(part, Grid) and len(kept.rows) < len(part.rows)
        for kept, part in zip(parts, sheet.parts[first:last], strict=True)
    )
    return LetterText(comment.path, tuple(parts), cut)


@dataclass(frozen=True, slots=True)
class LetterMarks:
    """Of one file which stretches of each unit are in which comment or in the frame, and the comments that
    stand beside a unit."""

    spans: dict[_Unit, list[_Span]] = field(default_factory=lambda: defaultdict(list))
    notes: dict[_Unit, list[str]] = field(default_factory=lambda: defaultdict(list))


def letter_marks(letters: Iterable[Letter]) -> Mapping[str, LetterMarks]:
    """The marks of each file, by its path."""
    found: dict[str, LetterMarks] = defaultdict(LetterMarks)
    for letter in letters:
        marks = found[letter.path]
        for comment in letter.comments:
            for place in comment.places or (comment.position,):
                marks.spans[_unit(place)].append((place.start, place.end, (comment.id, None)))
            if comment.anchor is not None or not comment.places:
                marks.notes[_unit(comment.position)].append(comment.id)
        for piece in letter.frame:
            span = (piece.position.start, piece.position.end, (None, piece.kind))
            marks.spans[_unit(piece.position)].append(span)
    return found


def _unit(place: Position) -> _Unit:
    number = next((each for each in (place.paragraph, place.row, place.line) if each is not None), 0)
    return place.sheet, number


def _holds(part: Block | Grid, comment: Comment) -> bool:
    """Whether the comment stands in a part of its file."""
    return any(_is_at(block, comment) for block in _blocks(part))


def _is_at(block: Block, comment: Comment) -> bool:
    place = comment.position
    inside = block.offset <= place.start <= block.offset + len(block.text)
    return block.number == _unit(place)[1] and inside


def _blocks(part: Block | Grid) -> Iterator[Block]:
    if isinstance(part, Block):
        yield part
    else:
        yield from (block for row in part.rows for cell in row for block in cell)


def _part(
    part: Block | Grid, marks: LetterMarks, comment: Comment, *, whole: bool
) -> LetterTextLine | LetterTable:
    """A part with its marks; of a very long table the rows around the comment, unless `whole`."""
    if isinstance(part, Block):
        return _line(part, None, marks)
    held = (n for n, row in enumerate(part.rows) if any(_is_at(b, comment) for cell in row for b in cell))
    at = next(held, 0)
    kept = part.rows if whole else part.rows[max(0, at - _AROUND) : at + _AROUND]
    rows = tuple(
        tuple(tuple(_line(block, part.name, marks) for block in cell) for cell in _once(row)) for row in kept
    )
    return LetterTable(rows, part.layout, part.name or "")


def _once(row: Sequence[tuple[Block, ...]]) -> Iterator[tuple[Block, ...]]:
    """The cells of a row, one that runs over several columns once."""
    last: tuple[Block, ...] | None = None
    for cell in row:
        if not cell or cell != last:
            yield cell
        last = cell


def _line(block: Block, sheet: str | None, marks: LetterMarks) -> LetterTextLine:
    own = sheet, block.number
    unit = own if own in marks.spans or own in marks.notes else (None, block.number)
    length = len(block.text)
    here = [
        (max(start - block.offset, 0), min(end - block.offset, length), owner)
        for start, end, owner in marks.spans.get(unit, ())
        if start - block.offset < length and end > block.offset
    ]
    beside = tuple(dict.fromkeys(marks.notes.get(unit, ()))) if block.offset == 0 else ()
    pieces = tuple(_pieces(block.text, sorted(here, key=lambda span: (span[0], -span[1]))))
    return LetterTextLine(pieces, block.mark or "", block.heading, block.gone, beside)


def _pieces(text: str, spans: Iterable[_Span]) -> Iterator[LetterPiece]:
    at = 0
    for start, end, (comment, frame) in spans:
        if start > at:
            yield LetterPiece(text[at:start])
        if end > max(at, start):
            yield LetterPiece(text[max(at, start) : end], comment, frame)
            at = end
    if at < len(text):
        yield LetterPiece(text[at:])
