"""Ruled: the straight lines of tables in the picture of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from drafter.model import PaperRule

from .opened import Picture

_DARK = 140  # of 255
_INCH = 72.0
_LEAST = 0.36  # inches: letters have no straight line that long
_FILLED = 0.95  # of a rule: what is dark of it
_THICK = 0.1  # inches: what is thicker is a picture or a bar; a rule of a page that lies aslant is as thick
_BESIDE = 2  # dots: the grey beside a rule
_APART = 3.0  # points: pieces of a rule that is not quite straight


def rules_of(picture: Picture, scale: float) -> Iterator[PaperRule]:
    """The rules along and down a page; `scale`: points to a dot."""
    dark = np.frombuffer(picture.data, np.uint8).reshape(picture.rows, picture.columns) < _DARK
    for left, right, top, bottom in _along(dark, scale):
        yield PaperRule(left, right, top, bottom)
    for top, bottom, left, right in _along(dark.T, scale):
        yield PaperRule(left, right, top, bottom)


def without(picture: Picture, rules: Iterable[PaperRule], scale: float) -> bytes:
    """The dots of a page with its rules in white: they are taken for letters else."""
    dots = np.frombuffer(picture.data, np.uint8).reshape(picture.rows, picture.columns).copy()
    for rule in rules:
        top, bottom = int(rule.top / scale) - _BESIDE, int(rule.bottom / scale) + _BESIDE + 1
        left, right = int(rule.left / scale) - _BESIDE, int(rule.right / scale) + _BESIDE + 1
        dots[max(top, 0) : bottom, max(left, 0) : right] = 255
    return dots.tobytes()


def _along(dark: npt.NDArray[np.bool_], scale: float) -> Iterator[tuple[float, float, float, float]]:
    """Rules along the rows: where they begin and end, the first and last row of each, in points."""
    least = int(_LEAST * _INCH / scale)
    if dark.shape[1] <= least:
        return
    pieces: list[list[float]] = []  # left, right, top, bottom
    for row, line in enumerate(dark):
        if np.count_nonzero(line) < least:
            continue
        sums = np.concatenate(([0], np.cumsum(line, dtype=np.int32)))
        full = np.flatnonzero(sums[least:] - sums[:-least] >= _FILLED * least)
        if not len(full):
            continue
        for run in np.split(full, np.flatnonzero(np.diff(full) > least) + 1):
            _add(pieces, int(run[0]) * scale, (int(run[-1]) + least) * scale, row * scale)
    for left, right, top, bottom in pieces:
        if bottom - top <= _THICK * _INCH:
            yield left, right, top, bottom


def _add(pieces: list[list[float]], left: float, right: float, at: float) -> None:
    """Put what one row holds of a rule to the rule that ended just above, or begin one."""
    for piece in reversed(pieces[-60:]):
        if at - piece[3] <= _APART and left <= piece[1] + _APART and right >= piece[0] - _APART:
            piece[0], piece[1], piece[3] = min(piece[0], left), max(piece[1], right), at
            return
    pieces.append([left, right, at, at])
