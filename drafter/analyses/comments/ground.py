"""Ground: every printed line of a comment file once, and which of its words are taken already."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.model import Block, Grid, Position

from .passage import position

Spot = tuple[str | None, int, int]  # sheet, number and offset of a block: no two lines share it
_WORD = re.compile(r"\w")


def cut(block: Block, start: int, end: int) -> Block:
    """Words of a block as a block of their own at their place, with what is bold and what was struck there.

    What was struck between two pieces is the later one's.
    """
    text = block.text[start:end]
    first = start + len(text) - len(text.lstrip())
    text = text.strip()
    last = first + len(text)
    ends = not block.text[last:].strip()
    bold = tuple((s - first, e - first) for s, e in block.emphasis if first <= s and e <= end)
    struck = tuple(
        replace(gone, at=min(max(gone.at - first, 0), len(text)))
        for gone in block.struck
        if start <= gone.at and (gone.at < last or ends)
    )
    return replace(block, text=text, offset=block.offset + first, mark=None, emphasis=bold, struck=struck)


@dataclass(frozen=True, slots=True)
class FileLine:
    """A printed line. `cell`: which cell it stands in, None outside of tables; `row` the same of its row;
    `alone`: nothing else stands in its row."""

    block: Block
    unit: str
    sheet: str | None = None
    cell: int | None = None
    row: int | None = None
    alone: bool = False

    @property
    def spot(self) -> Spot:
        return spot(self.block, self.sheet)

    def position(self, start: int, end: int) -> Position:
        return position(self.block, start, end, self.unit, self.sheet)


def spot(block: Block, sheet: str | None = None) -> Spot:
    """What tells a block from every other of its file."""
    return sheet, block.number, block.offset


def lines_of(parts: Sequence[Block | Grid], unit: str) -> list[FileLine]:
    """The printed lines of a file in order; a merged cell once. Cells of a table without lines are no cells:
    it only sets lines side by side."""
    found: dict[Spot, FileLine] = {}
    cells = rows = 0
    for part in parts:
        if isinstance(part, Block):
            found.setdefault(spot(part), FileLine(part, unit))
            continue
        for row in part.rows:
            rows += 1
            alone = len({cell for cell in row if cell}) == 1
            for cell in row:
                cells += 1
                for block in cell:
                    line = (
                        FileLine(block, unit, part.name)
                        if part.layout
                        else FileLine(block, unit, part.name, cells, rows, alone)
                    )
                    found.setdefault(line.spot, line)
    return list(found.values())


@dataclass(slots=True)
class Taken:
    """Stretches of a file that comments hold, each with a number of its own."""

    stretches: dict[tuple[str | None, int], list[tuple[int, int, int]]] = field(default_factory=dict)

    def take(self, places: Iterable[Position], by: int) -> None:
        for place in places:
            held = self.stretches.setdefault((place.sheet, number_of(place)), [])
            insort(held, (place.start, place.end, by))

    def within(self, line: FileLine) -> list[tuple[int, int, int]]:
        """What is taken of a line, as offsets in its text, in order."""
        at, size = line.block.offset, len(line.block.text)
        held = self.stretches.get((line.sheet, line.block.number), [])
        first, last = bisect_left(held, (at,)), bisect_left(held, (at + size + 1,))
        return [(s - at, e - at, by) for s, e, by in held[first:last] if e <= at + size]

    def behind(self, line: FileLine, end: int) -> int | None:
        """Who holds what is taken next behind an offset in a line; None where nothing is."""
        at, size = line.block.offset, len(line.block.text)
        held = self.stretches.get((line.sheet, line.block.number), [])
        place = bisect_left(held, (at + end,))
        return held[place][2] if place < len(held) and held[place][1] <= at + size else None

    def free(self, line: FileLine) -> Iterator[tuple[int, int]]:
        """The stretches of a line that hold a letter or figure and are not taken."""
        at = 0
        text = line.block.text
        for start, end, _ in (*self.within(line), (len(text), len(text), -1)):
            if start > at and _WORD.search(text[at:start]):
                yield at, start
            at = max(at, end)


def number_of(place: Position) -> int:
    """The number of the paragraph, row or line that a position is in."""
    return place.paragraph or place.row or place.line or 0
