"""A run of blocks as one text, with the way back to paragraph, row or line.

Segmentation works on offsets in the joined text in normal form; a comment is a stretch of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from drafter.language.normal import Normal, normal
from drafter.model import Block, Position, Struck


@dataclass(frozen=True)
class Passage:
    """Blocks joined by line breaks: `text` as printed, `norm` for matching. Spans count in `norm`."""

    blocks: tuple[Block, ...]
    unit: str = "paragraph"
    sheet: str | None = None

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def norm(self) -> Normal:
        return normal(self.text)

    @cached_property
    def _printed_starts(self) -> tuple[int, ...]:
        found, at = [], 0
        for block in self.blocks:
            found.append(at)
            at += len(block.text) + 1
        return tuple(found)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The span of every block, in order."""
        found, at = [], 0
        for line in self.norm.text.split("\n"):
            found.append((at, at + len(line)))
            at += len(line) + 1
        return tuple(found)

    def printed(self, start: int, end: int) -> str:
        """The printed words of a span."""
        first, last = self.norm.span(start, end)
        return self.text[first:last]

    def emphasis(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Bold words within a span, as offsets in its printed text."""
        first, last = self.norm.span(start, end)
        found: list[tuple[int, int]] = []
        for at, block in self._within(first, last):
            bold = block.emphasis  # in order; of a long line few stand within
            begin, stop = bisect_left(bold, (first - at,)), bisect_left(bold, (last - at,))
            found.extend((at + s - first, at + e - first) for s, e in bold[begin:stop] if at + e <= last)
        return tuple(found)

    def struck(self, start: int, end: int) -> tuple[Struck, ...]:
        """What was struck within a span, by offsets in its printed text."""
        first, last = self.norm.span(start, end)
        found = (
            Struck(at + gone.at - first, gone.words)
            for at, block in self._within(first, last)
            for gone in block.struck
        )
        return tuple(gone for gone in found if 0 <= gone.at <= last - first)

    def position(self, start: int, end: int) -> Position:
        """Where a span stands: its first paragraph, row or line, offsets there, `end` counted on."""
        first, last = self.norm.span(start, end)
        place = bisect_right(self._printed_starts, first) - 1
        at = self._printed_starts[place]
        return position(self.blocks[place], first - at, last - at, self.unit, self.sheet)

    def places(self, start: int, end: int) -> tuple[Position, ...]:
        """The stretches of the file that a span is made of, each within one block."""
        first, last = self.norm.span(start, end)
        found = []
        for at, block in self._within(first, last):
            begin, stop = max(first, at), min(last, at + len(block.text))
            if begin < stop:
                found.append(position(block, begin - at, stop - at, self.unit, self.sheet))
        return tuple(found)

    def _within(self, first: int, last: int) -> Iterator[tuple[int, Block]]:
        """The blocks that the printed span touches, each with where it begins: of a long letter a few."""
        starts = self._printed_starts
        for at in range(max(bisect_right(starts, first) - 1, 0), bisect_right(starts, last)):
            yield starts[at], self.blocks[at]

    @cached_property
    def _numbered(self) -> dict[int, list[tuple[int, Block]]]:
        """The blocks by number, each with where it begins in the printed text."""
        found: dict[int, list[tuple[int, Block]]] = {}
        for at, block in zip(self._printed_starts, self.blocks, strict=True):
            found.setdefault(block.number, []).append((at, block))
        return found

    def find(self, number: int, offset: int) -> int | None:
        """The place in the normal text of a place in the file; None where no block holds it."""
        for at, block in self._numbered.get(number, ()):
            if block.offset <= offset <= block.offset + len(block.text):
                return bisect_left(self.norm.source, at + offset - block.offset)
        return None


def position(block: Block, start: int, end: int, unit: str, sheet: str | None) -> Position:
    """Where `block.text[start:end]` stands in its file; `end` may count on across the lines that follow."""
    return Position(
        paragraph=block.number if unit == "paragraph" else None,
        row=block.number if unit == "row" else None,
        line=block.number if unit == "line" else None,
        start=block.offset + start,
        end=block.offset + end,
        sheet=sheet,
    )
