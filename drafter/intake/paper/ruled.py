"""Ruled: the straight lines of tables in the picture of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from drafter.model import PaperRule

from .opened import Picture

_DARK = 140  # of 255
_GREY = 225  # … of a thin line that is printed in grey, with white on both sides
_THIN = 0.02  # inches
_ALONE = 0.6  # of such a rule: letters touch the rest
_INCH = 72.0
_LEAST = 0.36  # inches: letters have no straight line that long
_FILLED = 0.95  # of a rule: what is dark of it
_THICK = 0.1  # inches: what is thicker is a picture or a bar; a rule of a page that lies aslant is as thick
_BESIDE = 2  # dots: the grey beside a rule
_APART = 3.0  # points: pieces of a rule that is not quite straight


def rules_of(picture: Picture, scale: float) -> Iterator[PaperRule]:
    """The rules along and down a page; `scale`: points to a dot."""
    dots = np.frombuffer(picture.data, np.uint8).reshape(picture.rows, picture.columns)
    for left, right, top, bottom in _along(dots, scale):
        yield PaperRule(left, right, top, bottom)
    for top, bottom, left, right in _along(dots.T, scale):
        yield PaperRule(left, right, top, bottom)


def without(picture: Picture, rules: Iterable[PaperRule], scale: float) -> npt.NDArray[np.uint8]:
    """The dots of a page with its rules in white: they are taken for letters else."""
    dots = np.frombuffer(picture.data, np.uint8).reshape(picture.rows, picture.columns).copy()
    for rule in rules:
        top, bottom = int(rule.top / scale) - _BESIDE, int(rule.bottom / scale) + _BESIDE + 1
        left, right = int(rule.left / scale) - _BESIDE, int(rule.right / scale) + _BESIDE + 1
        dots[max(top, 0) : bottom, max(left, 0) : right] = 255
    return dots


def _along(dots: npt.NDArray[np.uint8], scale: float) -> Iterator[tuple[float, float, float, float]]:
    """Rules along the rows: where they begin and end, the first and last row of each, in points."""
    least = max(int(_LEAST * _INCH / scale), 1)
    if dots.shape[1] <= least:
        return
    beside = max(round(_THIN * _INCH / scale), 2)
    pieces: list[list[float]] = []  # left, right, top, bottom
    for row, line in enumerate(dots):
        grey = line < _GREY
        if np.count_nonzero(grey) < least:
            continue
        around = [dots[at] for at in (row - beside, row + beside) if 0 <= at < len(dots)]
        alone = grey & np.all([other >= _GREY for other in around], axis=0)
        drawn = (_within(line < _DARK, least) >= _FILLED * least) | (
            (_within(grey, least) >= _FILLED * least) & (_within(alone, least) >= _ALONE * least)
        )
        full = np.flatnonzero(drawn)
        if not len(full):
            continue
        for run in np.split(full, np.flatnonzero(np.diff(full) > least) + 1):
            _add(pieces, int(run[0]) * scale, (int(run[-1]) + least) * scale, row * scale)
    for left, right, top, bottom in pieces:
        if bottom - top <= _THICK * _INCH:
            yield left, right, top, bottom


def _within(told: npt.NDArray[np.bool_], least: int) -> npt.NDArray[np.int32]:
    """How many of the next `least` dots are told, for each place that has so many."""
    sums = np.concatenate((np.zeros(1, np.int32), np.cumsum(told, dtype=np.int32)))
    return sums[least:] - sums[:-least]


def _add(pieces: list[list[float]], left: float, right: float, at: float) -> None:
    """Put what one row holds of a rule to the rule that ended just above, or begin one."""
    for piece in reversed(pieces[-60:]):
        if at - piece[3] <= _APART and left <= piece[1] + _APART and right >= piece[0] - _APART:
            piece[0], piece[1], piece[3] = min(piece[0], left), max(piece[1], right), at
            return
    pieces.append([left, right, at, at])
