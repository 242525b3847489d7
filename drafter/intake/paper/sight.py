"""Sight: which signs of a page are seen by whoever looks at it, and which only programs read.

A page is drawn as it is looked at; where signs stand and nothing is drawn, nobody reads them: white on white,
covered, next to nothing in size, outside the page. Signs that are drawn as nothing over a picture are what a
scanner recognised in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from .glyphs import Box, Glyph, PageFrame

_DOTS = 2_000_000  # of a page as it is drawn for this
_CONTRAST = 10  # of 255: what differs less is not seen
_TINY = 2.0  # points: how high letters are that nobody reads
_UPPER = 0.7  # of the height of a line, from its base: where letters have most of their ink
_CELLS = 64  # along each side of a page, to tell how much of it pictures cover
_LONG, _HIGH, _AREA = 113.0, 14.0, 6400.0  # points: a picture that holds words is no shorter, lower, smaller


@dataclass(frozen=True, slots=True)
class Sorted:
    """The signs of a page: those that are seen; those over pictures that a scanner recognised; the others."""

    seen: tuple[Glyph, ...]
    layer: tuple[Glyph, ...]
    hidden: tuple[Glyph, ...]


def sorted_out(page: Any, frame: PageFrame, glyphs: Sequence[Glyph], pictures: Sequence[Box]) -> Sorted:
    """The `glyphs` of a page with these `pictures`."""
    seen: list[Glyph] = []
    layer: list[Glyph] = []
    hidden: list[Glyph] = []
    drawn = _Drawing(page, frame)
    for run in _runs(glyphs):
        if not _is_on(run, frame):
            hidden.extend(run)
        elif not run[0].face.seen:
            (layer if any(_within(run, box) for box in pictures) else hidden).extend(run)
        else:
            (seen if run[0].text.isspace() or drawn.shows(run) else hidden).extend(run)
    return Sorted(tuple(seen), tuple(layer), tuple(hidden))


def covered(frame: PageFrame, boxes: Iterable[Box]) -> float:
    """The share of a page that lies under boxes, however they overlap."""
    rows = [0] * _CELLS
    for left, right, top, bottom in boxes:
        columns = _cells(left, right, frame.width)
        mask = ((1 << len(columns)) - 1) << columns.start if columns else 0
        for row in _cells(top, bottom, frame.height):
            rows[row] |= mask
    return sum(row.bit_count() for row in rows) / _CELLS**2


def may_speak(box: Box) -> bool:
    """Whether a picture is large enough to hold words: emblems and round stamps are not."""
    left, right, top, bottom = box
    wide, high = right - left, bottom - top
    return max(wide, high) >= _LONG and min(wide, high) >= _HIGH and wide * high >= _AREA


def _cells(first: float, last: float, whole: float) -> range:
    """The cells of which the middle lies between two places."""
    step = max(whole, 1.0) / _CELLS
    return range(max(round(first / step), 0), min(round(last / step), _CELLS))


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Signs that are drawn one after the other in one font on one line, and the white space between them."""
    for _, run in groupby(
        glyphs, key=lambda glyph: (id(glyph.face), round(glyph.base), glyph.text.isspace())
    ):
        yield list(run)


def _bounds(run: Sequence[Glyph]) -> Box:
    return (
        min(glyph.left for glyph in run), max(glyph.right for glyph in run),
        min(glyph.top for glyph in run), max(glyph.bottom for glyph in run),
    )  # fmt: skip


def _is_on(run: Sequence[Glyph], frame: PageFrame) -> bool:
    left, right, top, bottom = _bounds(run)
    return right >= 0 and left <= frame.width and bottom >= 0 and top <= frame.height


def _within(run: Sequence[Glyph], box: Box) -> bool:
    """Whether the middle of signs lies in a box."""
    left, right, top, bottom = _bounds(run)
    x, y = (left + right) / 2, (top + bottom) / 2
    return box[0] <= x <= box[1] and box[2] <= y <= box[3]


class _Drawing:
    """A page as it is looked at, drawn when it is first asked for."""

    def __init__(self, page: Any, frame: PageFrame) -> None:
        self._page, self._frame = page, frame
        self._rows: list[bytes] = []
        self._dots = 3  # bytes of one
        self._scale = 1.0
        self._blank = False

    def shows(self, run: Sequence[Glyph]) -> bool:
        """Whether a reader sees signs."""
        left, right, top, bottom = _bounds(run)
        if run[0].turned is False and bottom - top < _TINY:
            return False
        if not self._rows:
            self._draw()
        if any(glyph.text.isalnum() for glyph in run) and not any(glyph.turned for glyph in run):
            top, bottom = max(top, run[0].base - _UPPER * (bottom - top)), run[0].base
        cut = self._cut(left, right, top, bottom)
        if not cut or any(_differ(row[at :: self._dots] for row in cut) for at in range(3)):
            return True
        face = run[0].face
        if face.colour is not None and _alike(face.colour, cut[0][:3]):
            return False
        return not face.embedded or self._blank  # else something is drawn upon it

    def _draw(self) -> None:
        area = max(self._frame.width * self._frame.height, 1.0)
        self._scale = min(1.0, (_DOTS / area) ** 0.5)
        bitmap = self._page.render(scale=self._scale, rev_byteorder=True)  # red first
        data, self._dots = bytes(bitmap.buffer), bitmap.n_channels
        width = bitmap.width * self._dots
        self._rows = [data[at * bitmap.stride :][:width] for at in range(bitmap.height)] or [b""]
        self._blank = all(row == self._rows[0] for row in self._rows) and len(set(self._rows[0])) <= 2

    def _cut(self, left: float, right: float, top: float, bottom: float) -> list[bytes]:
        """The dots of a part of the page, row by row."""
        first, last = max(int(left * self._scale), 0), int(right * self._scale) + 1
        rows = self._rows[max(int(top * self._scale), 0) : int(bottom * self._scale) + 1]
        return [cut for row in rows if (cut := row[first * self._dots : last * self._dots])]


def _differ(channels: Iterable[bytes]) -> bool:
    parts = [part for part in channels if part]
    return bool(parts) and max(map(max, parts)) - min(map(min, parts)) >= _CONTRAST


def _alike(colour: tuple[int, int, int], dot: bytes) -> bool:
    return all(abs(one - other) < _CONTRAST for one, other in zip(colour, dot, strict=False))
