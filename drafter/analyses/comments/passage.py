"""A run of blocks as one text, with the way back to paragraph, row or line.

Segmentation works on offsets in the joined text in normal form; a comment is a stretch of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from drafter.language.normal import Normal, normal
from drafter.model import Block, Position


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
        found = (
            (at + s, at + e)
            for at, block in zip(self._printed_starts, self.blocks, strict=True)
            for s, e in block.emphasis
        )
        return tuple((s - first, e - first) for s, e in found if first <= s and e <= last)

    def position(self, start: int, end: int) -> Position:
        """Where a span stands: its first paragraph, row or line, offsets there, `end` counted on."""
        first, last = self.norm.span(start, end)
        place = bisect_right(self._printed_starts, first) - 1
        block = self.blocks[place]
        at = block.offset + first - self._printed_starts[place]
        return Position(
            paragraph=block.number if self.unit == "paragraph" else None,
            row=block.number if self.unit == "row" else None,
            line=block.number if self.unit == "line" else None,
            start=at,
            end=at + last - first,
            sheet=self.sheet,
        )
