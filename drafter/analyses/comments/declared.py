"""Declared: what a person says of pieces of a letter that were understood wrongly.

A piece of the frame that is a comment becomes one, a comment that is none a piece of the frame; no word is
lost or counted twice by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from drafter.language.file_senders import from_file_name
from drafter.language.normal import folded
from drafter.language.senders import is_agency
from drafter.model import Declared, FrameKind, FramePiece, Letter, Notice, Position

from .ground import FileLine
from .passage import Passage
from .tables import Statement


def as_declared(
    lines: Sequence[FileLine],
    statements: Sequence[Statement],
    frame: Sequence[FramePiece],
    declared: Declared,
    path: str,
) -> tuple[list[Statement], tuple[FramePiece, ...]]:
    """The comments and the frame of the letter at `path` with what is `declared` of them, in its order.

    Where several speak, no piece of the frame is made a comment: it does not tell whose it would be."""
    aside, taken = set(map(key, declared.frame)), set(map(key, declared.comments))
    if any(statement.agency for statement in statements):
        taken = set()
    kept: list[Statement] = []
    pieces: list[FramePiece] = []
    for statement in statements:
        if aside and not aside.isdisjoint(_spellings(statement)):
            pieces.extend(_aside(statement, lines, path))
        else:
            kept.append(statement)
    for piece in frame:
        made = _taken(piece, lines) if key(piece.text) in taken else None
        if made is None:
            pieces.append(piece)
        else:
            kept.append(made)
    if taken:
        order = {line.spot: place for place, line in enumerate(lines)}
        kept.sort(key=lambda one: _order(one, order))
    return kept, tuple(pieces)


def with_unmet(letters: Sequence[Letter], declared: Declared) -> tuple[Letter, ...]:
    """The letters of one file; the first tells the words of `declared` that say nothing of them: the file has
    them not, or not so."""
    said = [key(comment.text) for letter in letters for comment in letter.comments]
    aside = [
        key(piece.text) for letter in letters for piece in letter.frame if piece.kind is FrameKind.SET_ASIDE
    ]
    missed = [words for words in declared.comments if not any(key(words) in each for each in said)]
    kept = [words for words in declared.frame if not any(each in key(words) for each in aside)]
    first, *others = letters
    told = tuple(Notice("unmet-words", first.path, words) for words in (*missed, *kept))
    return (replace(first, notices=(*first.notices, *told)), *others)


def _spellings(statement: Statement) -> set[str]:
    """Its words as the file has them, and with those that its sentence begins with."""
    own = statement.body.printed(statement.start, statement.end)
    return {key(own), key(f"{statement.lead}, {own}")}


def key(text: str) -> str:
    """What two spellings of the same words have in common."""
    return " ".join(folded(text).split())


def _aside(statement: Statement, lines: Sequence[FileLine], path: str) -> Iterator[FramePiece]:
    for place in statement.places:
        line = _line(place, lines)
        text = "" if line is None else line.block.text
        start = 0 if line is None else place.start - line.block.offset
        words = text[start : start + place.end - place.start].strip()
        yield FramePiece(path, place, FrameKind.SET_ASIDE, words)


def _taken(piece: FramePiece, lines: Sequence[FileLine]) -> Statement | None:
    """A piece as a comment; None for one that does not stand in one line of the file."""
    line = _line(piece.position, lines)
    if line is None:
        return None
    body = Passage((line.block,), line.unit, line.sheet)
    start = body.find(line.block.number, piece.position.start)
    end = body.find(line.block.number, piece.position.end)
    if start is None or end is None or body.places(start, end) != (piece.position,):
        return None
    return Statement(body, start, end)


def _line(place: Position, lines: Sequence[FileLine]) -> FileLine | None:
    """The line in which a place lies as a whole."""
    number = next((each for each in (place.paragraph, place.row, place.line) if each is not None), None)
    for line in lines:
        block = line.block
        inside = block.offset <= place.start and place.end <= block.offset + len(block.text)
        if line.sheet == place.sheet and block.number == number and inside:
            return line
    return None


def _order(statement: Statement, order: dict[tuple[str | None, int, int], int]) -> tuple[int, int]:
    place = statement.body.position(statement.start, statement.end)
    block = next(
        (each for each in statement.body.blocks if each.offset <= place.start <= each.offset + len(each.text)
         and each.number in (place.paragraph, place.row, place.line)),
        statement.body.blocks[0],
    )  # fmt: skip
    return order.get((statement.body.sheet, block.number, block.offset), 0), place.start


def with_unnamed(letters: Sequence[Letter], declared: Declared) -> tuple[Letter, ...]:
    """The letters of a file, the first telling that one is called after the file, since nothing says whose it
    is."""
    stem = PurePosixPath(letters[0].path).stem
    # "Ban Dân vận.docx" is named for one, "ban-cuoi.docx" and "Ban cuối.docx" are not
    typed = is_agency(stem) and any(word[0].isupper() for word in stem.split()[1:])
    named = declared.agency or typed or from_file_name(stem)
    if named or all(letter.agency != stem for letter in letters):
        return tuple(letters)
    told = Notice("unnamed-agency", letters[0].path, stem)
    return replace(letters[0], notices=(*letters[0].notices, told)), *letters[1:]
