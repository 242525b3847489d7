"""Missed: parts of the picture of a page that hold ink and of which no word was recognised.

Tesseract leaves out what stands by itself between larger blocks, a short cell of a table before all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from drafter.model import PaperWord

from .glyphs import Box

_DARK = 140  # of 255
_FIELD = 2.0  # points: the side of a field that has ink or none
_AROUND = 1.5  # points around a word: its accents
_JOINED = 3  # fields along a line between words of one part
_LEAST = (12.0, 6.0)  # points across and down: smaller is a speck or a mark
_FULL = 0.6  # of a part: with more ink it is a picture
_BLANK = 6.0  # points of white around a part that is recognised by itself


def missed(dots: npt.NDArray[np.uint8], words: Sequence[PaperWord], scale: float) -> Iterator[Box]:
    """The parts of a page that are ink without a word, in points, from top to bottom."""
    dark = dots < _DARK
    for word in words:
        top, bottom = (
            int((side + by) / scale) for side, by in ((word.top, -_AROUND), (word.bottom, _AROUND))
        )
        left, right = (
            int((side + by) / scale) for side, by in ((word.left, -_AROUND), (word.right, _AROUND))
        )
        dark[max(top, 0) : bottom + 1, max(left, 0) : right + 1] = False
    side = max(int(_FIELD / scale), 1)
    high, wide = dark.shape[0] // side, dark.shape[1] // side
    ink = dark[: high * side, : wide * side].reshape(high, side, wide, side).sum(axis=(1, 3))
    for top, bottom, left, right in _groups(ink > 1):
        across, down = (right - left) * side * scale, (bottom - top) * side * scale
        share = ink[top:bottom, left:right].sum() / ((bottom - top) * (right - left) * side * side)
        if across >= _LEAST[0] and down >= _LEAST[1] and share < _FULL:
            x, y = left * side * scale, top * side * scale
            yield (
                max(x - _BLANK, 0.0), min(x + across + _BLANK, dots.shape[1] * scale),
                max(y - _BLANK, 0.0), min(y + down + _BLANK, dots.shape[0] * scale),
            )  # fmt: skip


def _groups(inked: npt.NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Fields that hang together: the first and the one after the last, down and across."""
    open_: list[list[int]] = []  # top, bottom, left, right
    done: list[list[int]] = []
    for row, line in enumerate(inked):
        at = np.flatnonzero(line)
        runs = np.split(at, np.flatnonzero(np.diff(at) > _JOINED) + 1) if len(at) else []
        for run in runs:
            new = [row, row + 1, int(run[0]), int(run[-1]) + 1]
            apart = []
            for group in open_:
                if group[2] <= new[3] + 1 and new[2] <= group[3] + 1:
                    new = [min(new[0], group[0]), row + 1, min(new[2], group[2]), max(new[3], group[3])]
                else:
                    apart.append(group)
            open_ = [*apart, new]
        done += [group for group in open_ if group[1] < row]
        open_ = [group for group in open_ if group[1] >= row]
    return [(top, bottom, left, right) for top, bottom, left, right in sorted([*done, *open_])]
