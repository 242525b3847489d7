"""Running text: stretches of runs one after the other, cut into words wherever runs begin and end."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from .atoms import RunPiece


class RunningText:
    """Stretches of text with what prints nothing among them, given away from left to right."""

    def __init__(self, pieces: Sequence[RunPiece]) -> None:
        self._bounds: list[tuple[int, int, RunPiece]] = []  # offsets of each stretch
        self._loose: deque[tuple[int, RunPiece]] = deque()  # with the offset they stand at
        self._first = 0  # the first stretch that is not behind us
        at = 0
        for piece in pieces:
            if piece.loose:
                self._loose.append((at, piece))
            else:
                self._bounds.append((at, at + len(piece.child.text or ""), piece))
                at = self._bounds[-1][1]
        self.text = "".join(piece.child.text or "" for _, _, piece in self._bounds)

    def loose_until(self, offset: int) -> list[RunPiece]:
        """What prints nothing and stands at `offset` or before it."""
        out: list[RunPiece] = []
        while self._loose and self._loose[0][0] <= offset:
            out.append(self._loose.popleft()[1])
        return out

    def take(self, start: int, end: int) -> list[RunPiece]:
        """The stretches of the runs that hold text[start:end], with what prints nothing inside them."""
        while self._bounds[self._first][1] <= start:
            self._first += 1
        out: list[RunPiece] = []
        place = self._first
        while place < len(self._bounds) and self._bounds[place][0] < end:
            low, high, piece = self._bounds[place]
            out += self.loose_until(low)
            if high > low:
                out.append(RunPiece(piece.run, piece.child, max(start, low) - low, min(end, high) - low))
            place += 1
        return out
