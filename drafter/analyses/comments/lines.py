"""Lines: what is printed in a draft and in a copy of it, in the form in which the two are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.language.markers import read_marker
from drafter.model import Clause, Draft

from .edits import plain
from .marks import mark_of

_FEWEST = 5  # words of a line that can tell which draft a file is
_TITLE = 3  # words of a line that is known by them as one of the title
_ENOUGH = 6  # such lines of a file that may hold a part of a draft only


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A printed line of the copy: its paragraph from 1 and the offset there. `first`: of the first column of
    a table, where rows are numbered."""

    paragraph: int
    offset: int
    text: str
    first: bool = False


def bare(text: str) -> str:
    """A line without its typed number, which the clause does not hold either: `"Điều 2. Mục tiêu"` is "Mục
    tiêu"; empty where the number stands alone."""
    goes_on = f"{text.rstrip()} x"  # a mark needs words behind it
    mark = mark_of(goes_on, None, 0) or next(iter(read_marker(goes_on)), None)
    return text[mark.end :] if mark is not None else text


@lru_cache(maxsize=16384)  # the lines of a draft are read for every copy of it
def readings(text: str) -> tuple[str, ...]:
    """A line as printed, then without each of the numbers that it opens with: `"1. a) Bỏ"`, "a) Bỏ", "Bỏ"."""
    found = [text]
    while (shorter := bare(found[-1])) != found[-1]:
        found.append(shorter)
    return tuple(found)


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """A line for comparison, whatever its number, which programs and offices type or leave to the list."""
    return plain(readings(text)[-1])


@dataclass(frozen=True, slots=True)
class SentLine:
    """A printed line of the draft, and the clause that it is of."""

    text: str
    clause: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the clauses of a draft, as `plain` lines: all of it, what stands before the first,
    what behind the last, and the headers of tables."""

    lines: frozenset[str]
    front: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    header: frozenset[str] = frozenset()
    title: tuple[str, ...] = ()  # its lines as printed


def lines_of(draft: Draft) -> list[SentLine]:
    """The printed lines of a draft's clauses, in order: cells of rows apart, soft breaks cut."""
    return [
        SentLine(line.strip(), clause.id)
        for clause in draft.clauses
        for line in _printed(clause)
        if key(line.strip())
    ]


def notes_of(draft: Draft) -> list[SentLine]:
    """The lines of the notes and text boxes of a draft's clauses, in order."""
    lines = (
        SentLine(line.strip(), clause.id)
        for clause in draft.clauses
        for note in clause.notes
        for line in note.text.split("\n")
    )
    return [line for line in lines if key(line.text)]


def _printed(clause: Clause) -> Iterator[str]:
    cells = clause.cells[1:] if clause.cells and clause.cells[0] == clause.marker else clause.cells
    for text in cells or (clause.text,):
        yield from text.split("\n")


def around(draft: Draft) -> Frame:
    """Lines that are no clause's text: letterhead, signature, table headers, and marks that stand alone."""
    front, back, header = (
        frozenset(plain(line) for text in texts for line in text.split("\n"))
        for texts in (draft.front, draft.back, draft.header)
    )
    cells = {plain(cell) for text in draft.header for cell in text.split(" | ")}
    marks = {plain(clause.marker) for clause in draft.clauses if clause.marker}
    return Frame(front | back | header | cells | marks, front, back, header, tuple(_title(draft)))


def _title(draft: Draft) -> Iterator[str]:
    whole = plain(draft.title)
    for line in (line.strip() for text in draft.front for line in text.split("\n")):
        if len(line.split()) >= _TITLE and plain(line) in whole:
            yield line


def likeness(lines: Sequence[str], draft: Draft) -> float:
    """The share of the draft's lines that stand unchanged among `lines` (long enough ones counted)."""
    own = {key(line.text) for line in lines_of(draft) if len(line.text.split()) >= _FEWEST}
    return len(own & {key(line) for line in lines}) / len(own) if own else 0.0


def share_of(lines: Sequence[str], draft: Draft) -> float:
    """The share of `lines` that stand unchanged in the draft (long enough ones counted); none where they are
    few."""
    own = {key(line.text) for line in lines_of(draft)}
    theirs = {key(line) for line in lines if len(line.split()) >= _FEWEST}
    return len(own & theirs) / len(theirs) if len(theirs) >= _ENOUGH else 0.0
