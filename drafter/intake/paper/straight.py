"""Straight: the picture of a page as a scanner or telephone gave it → even light, upright, its lines level.

A shadow over the page is taken away, faint print is made dark; a page that lies on its side or head, or
aslant, is turned. Whoever asks for a part of the page again gets the same picture.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from ..bounds import PATIENCE
from .opened import Picture

_FEWEST = 16  # dots: no letter is as small
_ENOUGH = 300.0  # dots to the inch: Tesseract reads no better with more
_REDUCED = 4  # dots of a page that are one where its light is measured
_AROUND = 0.2  # inches: no letter's stroke is as wide, so that the lightest within is the paper
_DARKEST_PAPER = 90  # of 255: what is darker is printed so
_INK = 0.5  # of 100: the share of a page that is surely ink, where there are words
_FAINTEST = 200  # of 255: what is lighter is no ink
_BAND = 256  # rows that are worked on at once
_ROUGH = 900  # dots across: enough to see how lines lie
_MOST_ASLANT = 5.0  # degrees
_LEAST_ASLANT = 0.12
_CLEARER = 1.05  # times: as much clearer lines must be when turned
_DARK = 140  # of 255
_SURE = 6.0  # of what Tesseract says of how a page lies; a whole page has some 13
_SECONDS = 20
_TURNS = {
    90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90,
}  # fmt: skip

_Dots = npt.NDArray[np.uint8]


def straightened(picture: Picture, place: Path | None) -> Picture:
    """A page in even light and upright; which way up, says the Tesseract at `place`."""
    scale = picture.width / picture.columns  # points to a dot
    image = Image.frombytes("L", (picture.columns, picture.rows), picture.data)
    if min(image.size) < _FEWEST:
        return picture
    if (times := int(72 / scale / _ENOUGH)) > 1:
        image, scale = image.reduce(times), scale * times
    image = Image.fromarray(_lit(np.asarray(image), scale))
    if turn := _turn(image, scale, place) if place else 0:
        image = image.transpose(_TURNS[turn])
    if angle := _aslant(image):
        image = image.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return Picture(image.width, image.height, image.tobytes(), image.width * scale, image.height * scale)


def _lit(dots: _Dots, scale: float) -> _Dots:
    """The page as if its paper were white everywhere and its ink black."""
    small = Image.fromarray(dots).reduce(_REDUCED)
    around = max(int(_AROUND * 72 / scale / _REDUCED) // 2, 1)
    paper = small.filter(ImageFilter.MaxFilter(2 * around + 1)).filter(ImageFilter.BoxBlur(around))
    wide = paper.resize((dots.shape[1], dots.shape[0]), Image.Resampling.BILINEAR)
    light = np.maximum(np.asarray(wide), _DARKEST_PAPER)
    made = np.empty_like(dots)
    for at in range(0, len(dots), _BAND):
        rows = slice(at, at + _BAND)
        made[rows] = np.minimum(dots[rows].astype(np.uint16) * 255 // light[rows], 255)
    ink = int(np.percentile(made[::_REDUCED, ::_REDUCED], _INK))
    if 0 < ink < _FAINTEST:
        darker = np.clip((np.arange(256) - ink) * 255 // (255 - ink), 0, 255).astype(np.uint8)
        made = darker[made]
    return made


def _turn(image: Image.Image, scale: float, place: Path) -> int:
    """By how many degrees clockwise a page has to be turned to stand upright; 0 where it is not sure."""
    dense = max(70, min(round(72 / scale), 2400))
    head = f"P5 {image.width} {image.height} 255\n".encode()
    try:
        done = subprocess.run(  # noqa: S603 a program that was looked for, no shell
            [str(place), "stdin", "stdout", "-l", "osd", "--psm", "0", "--dpi", str(dense)],
            input=head + image.tobytes(),
            capture_output=True,
            timeout=_SECONDS * PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):  # too few letters, or no data to tell how they stand
        return 0
    told = dict(re.findall(rb"^([\w ]+): ([\d.]+)", done.stdout, re.MULTILINE))
    turn, sure = int(told.get(b"Rotate", b"0")), float(told.get(b"Orientation confidence", b"0"))
    return turn if turn in _TURNS and sure >= _SURE else 0


def _aslant(image: Image.Image) -> float:
    """By how many degrees a page has to be turned against the clock so that its lines are level."""
    rough = image.reduce(max(image.width // _ROUGH, 1))
    down, across = np.nonzero(np.asarray(rough) < _DARK)
    if not len(down):
        return 0.0

    def clear(angle: float) -> float:
        """How sharply rows of print and white are parted when the page is turned so."""
        rows = np.round(down - (across - rough.width / 2) * np.tan(np.radians(angle))).astype(np.int64)
        counts = np.bincount(rows - rows.min()).astype(float)
        return float(np.sum(np.diff(counts) ** 2))

    best = max(np.arange(-_MOST_ASLANT, _MOST_ASLANT + 0.01, 0.5), key=clear)
    best = float(max(np.arange(best - 0.5, best + 0.51, 0.1), key=clear))
    found = float(max(np.arange(best - 0.1, best + 0.11, 0.02), key=clear))
    return found if abs(found) >= _LEAST_ASLANT and clear(found) > _CLEARER * clear(0.0) else 0.0
