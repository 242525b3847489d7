"""Nesting: which open clauses a new marker closes, and which one it belongs to.

Families have a usual depth (`language.families.FAMILIES`), but drafts vary. A row of markers that
opens inside another nests in it where the outer row goes on afterwards (`a) 1. 2. b)`, or `Điều 1.`
with `I. II.` in it and `Điều 2.` to follow), and from then on in this draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.language.markers import ITEMS, NAMED, Family, Marker, first, follows

from .lines import DraftBlock, DraftLine
from .nodes import Node, rank_of
from .zones import Zone

_FAR = 600  # markers that a look ahead goes through
_COUNTED = {Family.NUMBER, Family.BRACED}


class Nesting:
    """The open clauses, outermost first, and the markers that are still to come."""

    def __init__(self, blocks: Sequence[DraftBlock], zones: Sequence[Zone]) -> None:
        self.stack: list[Node] = []
        self.blocks = blocks
        self.nested: set[tuple[Family, Family]] = set()  # learnt: (inner, outer) against the usual ranks
        self.marked = [
            at for at, block in enumerate(blocks)
            if isinstance(block, DraftLine) and block.marker is not None and zones[at] is Zone.BODY
        ]  # fmt: skip
        self.ahead = 0  # place in `marked` of the first marker after the current block

    def advance(self, at: int) -> None:
        """The current block is `at`."""
        while self.ahead < len(self.marked) and self.marked[self.ahead] <= at:
            self.ahead += 1

    def next_marker(self) -> tuple[int, Marker | None]:
        """The block of the next marker, and that marker; -1 and None at the end."""
        if self.ahead == len(self.marked):
            return -1, None
        at = self.marked[self.ahead]
        block = self.blocks[at]
        return at, block.marker if isinstance(block, DraftLine) else None

    def make_room(self, marker: Marker) -> bool:
        """Close what does not hold `marker`. True for a decimal without its outer number (2.1 without 2)."""
        if marker.family is Family.ANNEX:
            self.stack.clear()
            return False
        if len(marker.parts) > 1 and self._under_prefix(marker):
            return False
        at = self._sibling(marker)
        if at is None:
            self._fit(marker)
            return len(marker.parts) > 1 and not self._counts_section(marker)
        if not self._restarts_inside(marker, at):
            del self.stack[at:]
        return False

    def _under_prefix(self, marker: Marker) -> bool:
        """Close all below the open 2 (or 2.1) that 2.1 (or 2.1.3) belongs to."""
        for at in range(len(self.stack) - 1, -1, -1):
            other = self.stack[at].marker
            if other and other.family is Family.NUMBER and other.parts == marker.parts[:-1]:
                del self.stack[at + 1 :]
                return True
        return False

    def _sibling(self, marker: Marker) -> int | None:
        """The innermost open clause of the same row; `2)` goes on after `1.` where no `1)` is open."""
        loose = None
        for at in range(len(self.stack) - 1, -1, -1):
            other = self.stack[at].marker
            if other is None:
                continue
            if other.family is marker.family and len(other.parts) == len(marker.parts):
                return at
            if loose is None and {other.family, marker.family} == _COUNTED and other.value and marker.value:
                loose = at if max(len(other.parts), len(marker.parts)) == 1 else None
                loose = loose if other.value + 1 == marker.value else None
        return loose

    def _fit(self, marker: Marker) -> None:
        """Close what usually stands as deep or deeper, unless this draft nests the marker in it."""
        rank = rank_of(marker)
        while self.stack and self.stack[-1].rank >= rank:
            if self._nests(marker, len(self.stack) - 1):
                return
            self.stack.pop()

    def _counts_section(self, marker: Marker) -> bool:
        """`1.2` right under section I: its first figure is the section's."""
        above = self.stack[-1].marker if self.stack else None
        return above is not None and len(marker.parts) == 2 and above.value == marker.parts[0]

    def _restarts_inside(self, marker: Marker, at: int) -> bool:
        """A row that begins anew inside a clause below its open sibling: `1. a) 1. 2. b)`."""
        if at == len(self.stack) - 1 or not first(marker):
            return False
        if follows(self.stack[at].marker, marker) and marker.value is not None:
            return False
        return self._nests(marker, len(self.stack) - 1)

    def _nests(self, marker: Marker, at: int) -> bool:
        outer = self.stack[at]
        if outer.marker is None or not first(marker):
            return False
        if outer.marker.family in ITEMS or marker.family in ITEMS:
            return outer.introduces and marker.family is not outer.marker.family
        pair = (marker.family, outer.marker.family)
        if marker.family in NAMED:
            return False
        if pair in self.nested or self._goes_on(at, marker):
            self.nested.add(pair)
            return True
        return False

    def _goes_on(self, at: int, inner: Marker) -> bool:
        """Whether the row of the open clause `at` continues before any row around it does.

        `inner` opens the row in question; its own further numbers are passed over.
        """
        outer = self.stack[at].marker
        around = [node.marker for node in self.stack[:at] if node.marker and node.marker.value is not None]
        for later in self._later_numbers():
            if later.family is inner.family and follows(inner, later):
                inner = later
            elif follows(outer, later):
                return True
            elif _begins_anew(outer, later) or any(follows(marker, later) for marker in around):
                return False
        return False

    def _later_numbers(self) -> Iterator[Marker]:
        """The numbered markers that come after the current block, as far as a look ahead goes."""
        for place in self.marked[self.ahead : self.ahead + _FAR]:
            block = self.blocks[place]
            if isinstance(block, DraftLine) and block.marker and block.marker.value is not None:
                yield block.marker


def _begins_anew(outer: Marker | None, later: Marker) -> bool:
    """A named unit, or the first number of the outer row: that row is over."""
    return later.family in NAMED or (outer is not None and later.family is outer.family and first(later))
