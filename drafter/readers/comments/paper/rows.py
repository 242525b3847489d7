"""Rows: words of a page → printed lines, those of columns apart and in the order in which they are read.

    UBND TỈNH HÀ TĨNH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM      →  the left column whole,
      SỞ TÀI CHÍNH                 Độc lập - Tự do - Hạnh phúc            then the right one

Columns are told by the white between them that runs down over lines; nothing is drawn there.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from drafter.language.markers import read_marker
from drafter.model import PaperWord

_ON = 0.4  # of the size: words whose heights differ less stand on one line
_WHITE = 1.4  # of the size: the white between columns at least
_NARROW = 0.7  # … and where further lines leave less of it
_GUTTER = 0.5  # of the size: what lies between the cells of two columns
_ALONE = 4.0  # … where only one line shows it
_BREAK = 2.2  # of the size: further down, what stands on one side alone is no part of the columns
_DEEPEST = 3  # columns within columns
_FLOWING = 8  # lines on both sides from which columns are those of one text


@dataclass(frozen=True)
class PrintedRow:
    """Words on one line of a column, from left to right; `column`: where the column begins and ends. `part`:
    the part of the page that it is of; lines of several are never joined, but where `flows`."""

    words: tuple[PaperWord, ...]
    column: tuple[float, float]
    part: int = 0
    page: int = 0
    flows: bool = True

    @cached_property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def base(self) -> float:
        return median(word.base for word in self.words)

    @cached_property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @cached_property
    def text(self) -> str:
        """The words with a space between them; accents that a font puts elsewhere are on their letters."""
        return unicodedata.normalize("NFC", " ".join(word.text for word in self.words))


def rows_of(words: Sequence[PaperWord]) -> list[tuple[PaperWord, ...]]:
    """Words by the line on which they stand, from top to bottom, each line from left to right."""
    found: list[list[PaperWord]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        last = found[-1] if found else None
        if last and abs(word.base - _level(last)) < _ON * max(word.size, last[0].size):
            last.append(word)
        else:
            found.append([word])
    return [tuple(sorted(row, key=lambda word: word.left)) for row in found]


def _level(row: Sequence[PaperWord]) -> float:
    largest = max(row, key=lambda word: word.size)
    return largest.base


@dataclass(frozen=True, slots=True)
class ColumnRun:
    """Lines from `first` to before `last` that a white from `left` to `right` parts; `both`: how many have
    words on both sides."""

    first: int
    last: int
    left: float
    right: float
    both: int


def columns_of(
    words: Sequence[PaperWord], bounds: tuple[float, float], page: int, start: int = 0
) -> list[PrintedRow]:
    """The lines of a part of a page in reading order; parts are counted on from `start`."""
    return [*_Columns(page, start, _printed(words)).of(words, bounds, 0)]


class _Columns:
    """The columns of one part of a page."""

    def __init__(self, page: int, start: int, extent: tuple[float, float]) -> None:
        self._page, self._part, self._extent = page, start, extent

    def of(
        self, words: Sequence[PaperWord], bounds: tuple[float, float], depth: int, flows: bool = True
    ) -> Iterator[PrintedRow]:
        rows = rows_of(words)
        at = 0
        for run in _runs(rows) if depth < _DEEPEST else ():
            yield from self._rows(rows[at : run.first], bounds, flows)
            inside = [word for row in rows[run.first : run.last] for word in row]
            middle = (run.left + run.right) / 2
            one_text = run.both >= _FLOWING
            sides = (
                ([word for word in inside if word.right <= middle], (self._extent[0], run.right)),
                ([word for word in inside if word.right > middle], (run.left, self._extent[1])),
            )
            for side, room in sides:
                self._part += 1
                column = _printed(side) if one_text else _within(side, room)
                yield from self.of(side, column, depth + 1, one_text)
            self._part += 1
            at = run.last
        yield from self._rows(rows[at:], bounds, flows)

    def _rows(
        self, rows: Sequence[tuple[PaperWord, ...]], bounds: tuple[float, float], flows: bool
    ) -> Iterator[PrintedRow]:
        for row in rows:
            yield PrintedRow(row, bounds, self._part, self._page, flows)


def _printed(words: Sequence[PaperWord]) -> tuple[float, float]:
    """Where words begin and end."""
    return min((word.left for word in words), default=0.0), max((word.right for word in words), default=0.0)


def _within(words: Sequence[PaperWord], room: tuple[float, float]) -> tuple[float, float]:
    """Where a column that nothing bounds may have begun and ended, in the `room` up to its neighbour.

    Lines that begin below each other had the room on their right; lines around a middle as much on both
    sides as the nearer end of the room allows.
    """
    rows = rows_of(words)
    if not rows:
        return room
    left, right = _printed(words)
    size = max(word.size for word in words)
    gap = _GUTTER * size
    if max(row[0].left for row in rows) - left < size:
        return left, max(right, room[1] - gap)
    middle = median((row[0].left + row[-1].right) / 2 for row in rows)
    half = max(min(middle - room[0], room[1] - middle) - gap, middle - left, right - middle)
    return middle - half, middle + half


def _runs(rows: Sequence[tuple[PaperWord, ...]]) -> Iterator[ColumnRun]:
    """The parts of a page that are set in columns, from top to bottom."""
    at = 0
    while at < len(rows):
        found = [run for white in _whites(rows[at]) if (run := _run(rows, at, white)) is not None]
        best = max(found, key=lambda run: (run.last - run.first, run.right - run.left), default=None)
        if best is None:
            at += 1
        else:
            yield best
            at = best.last


def _whites(row: Sequence[PaperWord]) -> Iterator[tuple[float, float]]:
    """The wide gaps of a line."""
    for before, after in itertools.pairwise(row):
        if after.left - before.right >= _WHITE * max(before.size, after.size):
            yield before.right, after.left


def _run(rows: Sequence[tuple[PaperWord, ...]], first: int, white: tuple[float, float]) -> ColumnRun | None:
    """The lines from `first` on that a white parts; None where it is no column."""
    left, right = white
    size = rows[first][0].size
    last, both = first, 0
    for at in range(first, len(rows)):
        less = narrowed(rows[at], left, right)
        if less[1] - less[0] < _NARROW * size:
            break
        sides = {word.right <= less[0] + 0.01 for word in rows[at]}
        if at > first and len(sides) == 1 and rows[at][0].base - rows[at - 1][0].base > _BREAK * size:
            break
        left, right = less
        both += len(sides) == 2
        last = at + 1
    if _is_list(rows[first:last], left) or (both < 2 and last - first < 3 and right - left < _ALONE * size):
        return None
    return ColumnRun(first, last, left, right, both)


def narrowed(row: Sequence[PaperWord], left: float, right: float) -> tuple[float, float]:
    """The widest part of a white that a line leaves."""
    ends = [left, *(min(word.right, right) for word in row if left < word.right and word.left < right)]
    starts = [*(max(word.left, left) for word in row if left < word.right and word.left < right), right]
    return max(zip(ends, starts, strict=True), key=lambda part: part[1] - part[0])


def _is_list(rows: Sequence[Sequence[PaperWord]], left: float) -> bool:
    """Whether what stands left of a white is numbers of a list alone."""
    marks = [" ".join(word.text for word in row if word.right <= left + 0.01) for row in rows]
    return all(
        not mark or (bool(found := read_marker(f"{mark} x")) and found[0].end > len(mark)) for mark in marks
    )
