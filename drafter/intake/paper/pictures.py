"""Pictures: photographs and scans of letters, in any format that scanners and telephones write."""

from __future__ import annotations

import io
import warnings
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from drafter.model import PaperPage

from .opened import Fault, Opened, Picture

_FORMATS = ("PNG", "JPEG", "MPO", "TIFF", "BMP", "GIF", "WEBP")
_MOST_PIXELS = 100_000_000  # an A3 page at 600 dots to the inch has 70 million
_MOST_PAGES = 500
_WIDEST = 1400  # dots of a part that is looked at
_ENOUGH = 200.0  # dots to the inch
_LARGER = 3.0  # times
_A4 = 595.0  # points: how wide a page is whose picture does not say it
_DENSEST, _LEAST = 1300.0, 60.0  # dots to the inch that a scanner may have written
_BROKEN = (
    UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError,
    TypeError, KeyError, IndexError, OverflowError, AttributeError, NotImplementedError,
)  # fmt: skip


def opened(data: bytes) -> Opened | Fault:
    """How many pages the picture has; all of them must be recognised."""
    image = _open(data)
    if isinstance(image, Fault):
        return image
    pages = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    if pages > _MOST_PAGES or image.width * image.height > _MOST_PIXELS:
        return Fault("too-large")
    return Opened((PaperPage(0.0, 0.0),) * pages, tuple(range(1, pages + 1)))


def picture(data: bytes, number: int) -> Picture | Fault:
    """One page, upright as the camera held it."""
    image = _open(data)
    if isinstance(image, Fault):
        return image
    try:
        image.seek(number - 1)
        if image.width * image.height > _MOST_PIXELS:
            return Fault("too-large")
        dense = _density(image)
        grey = ImageOps.exif_transpose(_on_white(image)).convert("L")
    except _BROKEN:
        return Fault("damaged")
    width = grey.width / dense * 72 if dense else _A4
    larger = min(_ENOUGH / (grey.width / width * 72), _LARGER)
    if larger > 1:  # Tesseract reads letters best that are some 30 dots high
        size = (round(grey.width * larger), round(grey.height * larger))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return Picture(grey.width, grey.height, grey.tobytes(), width, width * grey.height / grey.width)


def cut(picture: Picture, box: tuple[float, float, float, float]) -> bytes:
    """A part of a page as PNG; `box`: left, top, right and bottom in points."""
    page = Image.frombytes("L", (picture.columns, picture.rows), picture.data)
    scale = picture.columns / picture.width
    left, top, right, bottom = (round(side * scale) for side in box)
    part = page.crop((max(left, 0), max(top, 0), min(right, page.width), min(bottom, page.height)))
    part.thumbnail((_WIDEST, _WIDEST))
    made = io.BytesIO()
    part.save(made, "PNG", optimize=True)
    return made.getvalue()


def _open(data: bytes) -> Any:
    warnings.simplefilter("ignore")  # what it thinks of the file is said by whether it can be read
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        return Image.open(io.BytesIO(data), formats=_FORMATS)
    except _BROKEN:
        return Fault("damaged")


def _density(image: Any) -> float | None:
    """Dots to the inch; None where the file says none that a page may have."""
    try:
        across = float(image.info.get("dpi", (0, 0))[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return None
    return across if _LEAST <= across <= _DENSEST else None


def _on_white(image: Any) -> Any:
    """The picture without what is seen through."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    clear = image.convert("RGBA")
    sheet = Image.new("RGBA", clear.size, "white")
    sheet.alpha_composite(clear)
    sheet.info = image.info
    return sheet
