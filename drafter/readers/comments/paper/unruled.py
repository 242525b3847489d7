"""Unruled tables: columns below a header that names them, with white in place of rules.

    Cơ quan          Nội dung góp ý                   Lý do
    Sở Tài chính     Khoản 2: đề nghị bỏ cụm từ       Đã nêu tại
                     “từng bước”.                     khoản 1.       →  rows and cells

Column after column would give all that the agencies say to the last of them. Where a row begins is told by
its number, by more white above it, or by the name in its first column; where nothing tells it, that is said.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.language.lexicon import cue, lexicon
from drafter.language.senders import is_agency
from drafter.model import PaperWord

from .grids import RuledCell, RuledTable
from .rows import narrowed, rows_of

_WHITE = 1.2  # of the size: the white between two titles at least
_LEAST = 0.45  # of the size: … and what all lines leave of it
_BREAK = 3.5  # of the size: further down stands no row of the table
_LOWER = 1.2  # times as far down as lines usually stand: a row begins
_MOST_WORDS = 10  # of a title
_MOST_LINES = 3
_FEWEST = 2  # lines with words in several columns, the titles among them
_ORDINAL = re.compile(r"\(?[0-9]{1,3}[.)]?")
_PAD = 4.0  # points between a cell and its words
_SPEAKING = ("comment", "proposal")
_BESIDE = ("agency", "place", "reason", "draft_text", "proposal", "comment", "note", "response")

Row = tuple[PaperWord, ...]
White = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Unruled:
    """The unruled tables of each page; `unsure`: the pages, from 1, with one whose rows nobody can tell."""

    tables: tuple[tuple[RuledTable, ...], ...]
    unsure: tuple[int, ...] = ()


@dataclass(slots=True)
class _UnruledPart:
    """The lines of a table on one page; `header`: how many of them are its titles."""

    page: int
    rows: list[Row]
    header: int


@dataclass(slots=True)
class _UnruledTable:
    """A table over pages: its columns by name, what white parts them, the `last` number of a row."""

    names: tuple[str, ...]
    whites: list[White]
    parts: list[_UnruledPart] = field(default_factory=list)
    last: int = 0


def unruled(texts: Sequence[Sequence[PaperWord]], edges: Sequence[Container[PaperWord]]) -> Unruled:
    """The tables that are told by white alone; `texts`: the words of each page that are in no ruled one, the
    `edges` among them."""
    made: list[list[RuledTable]] = [[] for _ in texts]
    unsure: set[int] = set()
    pages = [list(_inner(words, out)) for words, out in zip(texts, edges, strict=True)]
    for found in _tables(pages):
        starts = [_starts(found, part) for part in found.parts]
        if any(each is None for each in starts):
            unsure.update(part.page + 1 for part in found.parts)
            continue
        columns = _columns(found)
        for part, at in zip(found.parts, starts, strict=True):
            made[part.page].append(_table(columns, part.rows, at or [0]))
    return Unruled(tuple(map(tuple, made)), tuple(sorted(unsure)))


def _inner(words: Sequence[PaperWord], out: Container[PaperWord]) -> Iterator[Row]:
    """The lines of a page but for its edges; titles of a table stand on many pages too."""
    rows = rows_of([word for word in words if not word.turned])
    titles = 0
    for at, row in enumerate(rows):
        if all(word in out for word in row):
            if found := _titles(rows[at : at + _MOST_LINES]):
                titles = at + found.lines
            if at >= titles:
                continue
        yield row


def _tables(pages: Sequence[Sequence[Row]]) -> Iterator[_UnruledTable]:
    open_: _UnruledTable | None = None
    for page, rows in enumerate(pages):
        at = 0
        if open_ is not None:  # a table that ended with the page before goes on at the top
            again = _titles(rows[:_MOST_LINES])
            at = _take(open_, page, rows, 0, again.lines if again and again.names == open_.names else 0)
            if at == 0 or at < len(rows):
                yield open_
                open_ = None
        while at < len(rows):
            titles = _titles(rows[at : at + _MOST_LINES])
            if titles is None:
                at += 1
                continue
            found = _UnruledTable(titles.names, titles.whites)
            end = _take(found, page, rows, at, titles.lines)
            if end - at < titles.lines + 2:
                at += 1
                continue
            at = end
            if end == len(rows):
                open_ = found
            else:
                yield found
    if open_ is not None:
        yield open_


def _take(found: _UnruledTable, page: int, rows: Sequence[Row], start: int, header: int) -> int:
    """Add the lines from `start` on that the whites of a table part; where the first other one stands."""
    whites, at, used = found.whites, start, 0
    while at < len(rows):
        size = max(word.size for word in rows[at])
        if at > start and rows[at][0].base - rows[at - 1][0].base > _BREAK * size:
            break
        less = [narrowed(rows[at], *white) for white in whites]
        if any(right - left < _LEAST * size for left, right in less) or _is_list_of_recipients(rows[at]):
            break
        whites = less
        used += len({_column(word, whites) for word in rows[at]}) > 1
        at += 1
    if used < (_FEWEST if header else 1):
        return start
    found.whites = whites
    found.parts.append(_UnruledPart(page, list(rows[start:at]), header))
    return at


def _is_list_of_recipients(row: Row) -> bool:
    """Whether the list of those who get the letter begins: what stands beside it is its signature."""
    return cue("letters", "list_of_recipients").match(" ".join(word.text for word in row[:4])) is not None


def _gaps(row: Row) -> list[White]:
    return [
        (before.right, after.left)
        for before, after in itertools.pairwise(row)
        if after.left - before.right >= _WHITE * max(before.size, after.size)
    ]


@dataclass(frozen=True, slots=True)
class _TitleLines:
    """What the titles of a header name, the white between them, over how many lines they stand."""

    names: tuple[str, ...]
    whites: list[White]
    lines: int


def _titles(rows: Sequence[Row]) -> _TitleLines | None:
    """The header that begins with the first of some lines; None where they are others."""
    whites = _gaps(rows[0])
    for lines in range(1, len(rows) + 1) if whites else ():
        row = rows[lines - 1]
        whites = [narrowed(row, *white) for white in whites]
        if any(right - left < _WHITE * row[0].size for left, right in whites):
            return None
        words = [word for row in rows[:lines] for word in row]
        titles = [
            [word.text for word in words if _column(word, whites) == at] for at in range(len(whites) + 1)
        ]
        if any(len(title) > _MOST_WORDS for title in titles):
            return None
        names = [_name(" ".join(title)) for title in titles]
        known = {name for name in names if name in _BESIDE}
        if all(names) and len(known) > 1 and known & {*_SPEAKING}:
            return _TitleLines(tuple(names), whites, lines)
    return None


def _name(title: str) -> str:
    names = lexicon("letters")["columns"]
    return next((str(name) for name in names if cue("letters", "columns", name).search(title)), "")


def _column(word: PaperWord, whites: Sequence[White]) -> int:
    return sum((word.left + word.right) / 2 > (left + right) / 2 for left, right in whites)


def _starts(found: _UnruledTable, part: _UnruledPart) -> list[int] | None:
    """The lines of a part at which rows begin, its header's too; None where nothing tells them."""
    body = part.rows[part.header :]
    numbered, whole = _numbered(found, body)
    first = part is found.parts[0]
    if whole and first and numbered[0] > 0:  # numbers stand in the middle of their rows
        return None
    if not whole:
        at = _lower(body)
        if not at:
            key = found.names.index("agency") if "agency" in found.names else 0
            keys = [_said(row, found.whites, key) for row in body]
            if first and not keys[0]:  # and so do names
                return None
            named = _named(keys, sure="agency" in found.names, first=first)
            if named is None:
                return None
            at = named
        numbered = [*numbered, *at]
    return [*([0] if part.header else []), *(part.header + line for line in sorted({0, *numbered}))]


def _numbered(found: _UnruledTable, body: Sequence[Row]) -> tuple[list[int], bool]:
    """The lines with the number of a row, and whether there is one after the other with none left out."""
    if "number" not in found.names:
        return [], False
    place = found.names.index("number")
    told = [(line, said) for line, row in enumerate(body) if (said := _said(row, found.whites, place))]
    numbers = [(line, int(said.strip("().") or 0)) for line, said in told if _ORDINAL.fullmatch(said)]
    whole = bool(told) and len(numbers) == len(told)
    for _, number in numbers:
        whole = whole and number == found.last + 1
        found.last = number
    return [line for line, _ in numbers], whole


def _lower(body: Sequence[Row]) -> list[int]:
    """The lines that stand further down than lines usually do."""
    apart = [after[0].base - before[0].base for before, after in itertools.pairwise(body)]
    usual = sorted(apart)[len(apart) // 4] if apart else 0.0
    return [line for line, gap in enumerate(apart, 1) if gap > _LOWER * usual]


def _said(row: Row, whites: Sequence[White], column: int) -> str:
    return " ".join(word.text for word in row if _column(word, whites) == column)


def _named(keys: Sequence[str], *, sure: bool, first: bool) -> list[int] | None:
    """The lines at which a name in the first column begins that does not go on from the one above. None where
    names have to be those of agencies and one that came of it is none; on a further page the first may go on
    from the one before."""
    starts, name = [0], keys[0]
    names = []
    for line, said in enumerate(keys[1:], 1):
        if said and (not keys[line - 1] or (is_agency(said) and is_agency(name))):
            names.append(name)
            starts, name = [*starts, line], said
        else:
            name = f"{name} {said}".strip()
    names.append(name)
    whole = names if first else names[1:]
    return None if sure and not all(map(is_agency, filter(None, whole))) else starts


def _columns(found: _UnruledTable) -> tuple[float, ...]:
    words = [word for part in found.parts for row in part.rows for word in row]
    left, right = min(word.left for word in words), max(word.right for word in words)
    return (left - _PAD, *(a + min(_PAD, (b - a) / 2) for a, b in found.whites), right + _PAD)


def _table(columns: tuple[float, ...], rows: Sequence[Row], starts: Sequence[int]) -> RuledTable:
    """Cells around the words of the rows that begin at these lines."""
    tops = [min(word.top for word in row) for row in rows]
    levels = [min(tops) - 1]
    for at in starts:
        if at:
            levels.append((rows[at - 1][0].bottom + tops[at]) / 2)
    levels.append(max(word.bottom for row in rows for word in row) + 1)
    cells = tuple(
        RuledCell(
            row, column, row, column, columns[column], columns[column + 1], levels[row], levels[row + 1]
        )
        for row in range(len(levels) - 1)
        for column in range(len(columns) - 1)
    )
    return RuledTable(columns, tuple(levels), cells)
