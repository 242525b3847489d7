"""A letter in sight: the file in which a comment stands, line by line, each comment and the frame told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from ..errors import DrafterError
from ..model import (
    Block,
    Comment,
    FrameKind,
    Grid,
    Letter,
    LetterCell,
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
        isinstance(part, Grid) and len(_kept_rows(part, comment, whole=whole)) < len(part.rows)
        for part in sheet.parts[first:last]
    )
    marked = frozenset(_marked(parts, board.in_file.get(comment.path, ())))
    return LetterText(comment.path, tuple(parts), cut, marked)


def _marked(parts: Iterable[LetterTextLine | LetterTable], comments: Iterable[Comment]) -> Iterator[str]:
    """The ids of the comments whose words are marked in the parts."""
    words: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        for line in _lines(part):
            for piece in line.pieces:
                words[piece.comment or ""] += piece.text.split()
    for each in comments:
        if " ".join(each.text.split()) in " ".join(words[each.id]):
            yield each.id


def _lines(part: LetterTextLine | LetterTable) -> Iterator[LetterTextLine]:
    if isinstance(part, LetterTextLine):
        yield part
    else:
        yield from (line for row in part.rows for cell in row for line in cell.lines)


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
    kept = [row for row in _kept_rows(part, comment, whole=whole) if any(row)]
    rows = tuple(
        tuple(
            LetterCell(tuple(_line(block, part.name, marks) for block in kept[at][column]), columns, deep)
            for column, columns, deep in cells
        )
        for at, cells in enumerate(_cells(kept))
    )
    return LetterTable(rows, part.layout, part.name or "")


_Row = Sequence[tuple[Block, ...]]


def _kept_rows(grid: Grid, comment: Comment, *, whole: bool) -> Sequence[_Row]:
    if whole:
        return grid.rows
    held = (n for n, row in enumerate(grid.rows) if any(_is_at(b, comment) for cell in row for b in cell))
    at = next(held, 0)
    return grid.rows[max(0, at - _AROUND) : at + _AROUND]


def _cells(rows: Sequence[_Row]) -> Iterator[list[tuple[int, int, int]]]:
    """For each row the cells that begin in it: column, how many columns and how many rows each covers. What
    stands alone in its row has the whole width."""
    width = max(map(len, rows), default=0)
    covered: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        cells, column = [], 0
        while column < len(row):
            if (at, column) in covered:
                column += 1
                continue
            columns, deep = _extent(rows, at, column)
            covered.update((at + n, column + m) for n in range(deep) for m in range(columns))
            cells.append((column, columns, deep))
            column += columns
        full = [cell for cell in cells if row[cell[0]]]
        alone = len(full) == 1 and full[0][2] == 1 and sum(columns for _, columns, _ in cells) == len(row)
        yield [(full[0][0], width, 1)] if alone else cells


def _extent(rows: Sequence[_Row], at: int, column: int) -> tuple[int, int]:
    """How many columns and rows the cell covers that begins here; an empty one only itself."""
    cell = rows[at][column]
    if not cell:
        return 1, 1
    wide = sum(1 for _ in takewhile(lambda each: each == cell, rows[at][column:]))
    below = takewhile(lambda row: row[column : column + wide] == (cell,) * wide, rows[at:])
    return wide, sum(1 for _ in below)


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
