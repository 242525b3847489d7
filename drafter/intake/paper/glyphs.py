"""Glyphs: the signs and rules that a page of a PDF prints, where they stand, by PDFium.

Nothing is understood here: signs come in the order in which they are drawn. Spaces that PDFium puts in where
it sees a gap are left out, since words are made of the places of signs (`words`).
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from drafter.model import PaperRule

MOST_GLYPHS = 200_000  # of a page; the densest page of print has some 20,000
_MOST_SEGMENTS = 100_000  # of the lines of a page
_THIN = 3.0  # points: a filled area not thicker is a rule
_SHORT = 4.0  # points: what is shorter is part of a letter or picture
_DEEPEST = 8  # forms within forms
_BOLD = 600  # weight of a font
_BOLD_NAME = re.compile(r"bold|black|heavy|[-,]bd\b", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_INVISIBLE, _FILLED = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_FILL
_WHOLE = 255
_UNKNOWN = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff]")  # f0xx: codes of legacy fonts

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, right, top, bottom


@dataclass(frozen=True, slots=True)
class Face:
    """The font of some signs and its size in points. `seen`: they are printed, and not only there to be found
    by a search; `colour`: red, green and blue of 255, None where they are seen through; `embedded`: the file
    brings the shapes of its letters."""

    name: str = ""
    size: float = 0.0
    bold: bool = False
    seen: bool = True
    colour: tuple[int, int, int] | None = None
    embedded: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """One sign: its advance from `left` to `right`, in points from the top left corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    face: Face
    turned: bool = False


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page as it is looked at: how its coordinates become points from the top left corner."""

    width: float
    height: float
    turn: Callable[[float, float], Point]
    angle: int  # quarter turns of the page, clockwise


def frame_of(page: Any) -> PageFrame:
    """The visible part of a page, turned as it is shown."""
    left, bottom, right, top = page.get_cropbox()
    angle = int(page.get_rotation()) // 90 % 4
    turns: tuple[Callable[[float, float], Point], ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    size = (right - left, top - bottom)
    width, height = size if angle % 2 == 0 else size[::-1]
    return PageFrame(width, height, turns[angle], angle)


def glyphs_of(page: Any, frame: PageFrame) -> tuple[Glyph, ...]:
    """The signs of a page in the order in which they are drawn, white space among them, and those outside its
    visible part. Raises OverflowError past `MOST_GLYPHS`."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > MOST_GLYPHS:
            raise OverflowError(count)
        faces: dict[int | None, Face] = {}
        found = (_glyph(text_page, at, frame, faces) for at in range(count))
        return tuple(glyph for glyph in found if glyph is not None)
    finally:
        text_page.close()


def _glyph(text_page: Any, at: int, frame: PageFrame, faces: dict[int | None, Face]) -> Glyph | None:
    if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
        return None
    text = _sign(pdfium.FPDFText_GetUnicode(text_page, at))
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not text or not pdfium.FPDFText_GetLooseCharBox(text_page, at, box):
        return None
    pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
    (x0, y0), (x1, y1) = frame.turn(box.left, box.top), frame.turn(box.right, box.bottom)
    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    angle = pdfium.FPDFText_GetCharAngle(text_page, at) + frame.angle * 1.5707963
    held = pdfium.FPDFText_GetTextObject(text_page, at)
    key = ctypes.cast(held, ctypes.c_void_p).value
    if key not in faces:
        faces[key] = _face(text_page, at, held)
    return Glyph(
        text=text,
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        base=frame.turn(x.value, y.value)[1],
        size=faces[key].size or max(bottom - top, 0.1),
        face=faces[key],
        turned=0.1 < angle % 6.2831853 < 6.18,
    )


def _sign(code: int) -> str:
    """The sign of a code; PDFium says 2 for a hyphen that ends a line, and has no sign for 0."""
    if code == 2:
        return "-"
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    sign = chr(code)
    return "" if code < 32 and not sign.isspace() else sign


def is_known(text: str) -> bool:
    """Whether a sign says what it is: fonts without a table of signs give none, or private ones."""
    return not _UNKNOWN.search(text)


def _face(text_page: Any, at: int, held: Any) -> Face:
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text_page, at, None, 0, flags)
    buffer = ctypes.create_string_buffer(min(size, 1000))
    pdfium.FPDFText_GetFontInfo(text_page, at, buffer, len(buffer), flags)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    bold = bool(_BOLD_NAME.search(name)) or pdfium.FPDFText_GetFontWeight(text_page, at) >= _BOLD
    mode = pdfium.FPDFTextObj_GetTextRenderMode(held) if held else _FILLED
    colour, cover = _colour(text_page, at)
    seen = mode != _INVISIBLE and not (mode == _FILLED and cover == 0)
    matrix = pdfium.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(text_page, at, matrix) else 1.0
    size = pdfium.FPDFText_GetFontSize(text_page, at) * scale
    font = pdfium.FPDFTextObj_GetFont(held) if held else None
    embedded = bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 1
    return Face(name, size, bold, seen, colour, embedded)


def _colour(text_page: Any, at: int) -> tuple[tuple[int, int, int] | None, int]:
    """Of what signs are filled with, and how much it covers, of 255."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(text_page, at, red, green, blue, cover):
        return None, _WHOLE
    return (red.value, green.value, blue.value) if cover.value == _WHOLE else None, cover.value


# --- rules and pictures --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page draws beside signs: rules; pictures, as far as they are in sight; whether anything is drawn
    at all."""

    rules: tuple[PaperRule, ...] = ()
    pictures: tuple[Box, ...] = ()
    anything: bool = False


def drawn_on(page: Any, frame: PageFrame) -> Drawn:
    """The rules and pictures of a page, also of the forms that it uses."""
    rules: list[PaperRule] = []
    pictures: list[Box] = []
    anything, left = False, _MOST_SEGMENTS
    for held, kind, matrix in _objects(page.raw, _SAME, 0):
        anything = True
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_box(held, matrix, frame))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and left > 0:
            left -= pdfium.FPDFPath_CountSegments(held)
            rules.extend(_rules(held, matrix, frame))
    return Drawn(tuple(rules), tuple(pictures), anything)


def _objects(holder: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
    count, get = (
        (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
        if depth
        else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
    )
    for at in range(max(count(holder), 0)):
        held = get(holder, at)
        kind = pdfium.FPDFPageObj_GetType(held)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects(held, _times(_matrix(held), matrix), depth + 1)
        else:
            yield held, kind, matrix


def _matrix(held: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(held, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _at(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _box(held: Any, matrix: Matrix, frame: PageFrame) -> Box:
    """The part of a picture's bounds that is in sight."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(held, *sides):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (side.value for side in sides)
    corners = [frame.turn(*_at(matrix, x, y)) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    first, top = max(min(xs), 0.0), max(min(ys), 0.0)
    return first, max(min(max(xs), frame.width), first), top, max(min(max(ys), frame.height), top)


def _rules(held: Any, matrix: Matrix, frame: PageFrame) -> Iterator[PaperRule]:
    filled, stroked = ctypes.c_int(), pdfium.FPDF_BOOL()
    if not pdfium.FPDFPath_GetDrawMode(held, filled, stroked):
        return
    whole = _times(_matrix(held), matrix)
    for points in _subpaths(held):
        seen = [frame.turn(*_at(whole, *point)) for point in points]
        rule = _rule(seen)
        if rule is not None and (filled.value or stroked.value):
            yield rule
        elif stroked.value:
            for first, second in itertools.pairwise(seen):
                if (side := _rule([first, second])) is not None:
                    yield side


def _rule(points: list[Point]) -> PaperRule | None:
    """The rule that some points mark out; None where they are of an area, a slope or a dot."""
    if len(points) < 2:
        return None
    xs, ys = zip(*points, strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    thin, long = sorted((right - left, bottom - top))
    return PaperRule(left, right, top, bottom) if thin <= _THIN and long >= _SHORT else None


def _subpaths(held: Any) -> Iterator[list[Point]]:
    """The corners of each part of a path that is made of straight lines alone."""
    points: list[Point] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(held), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(held, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if straight:
                yield points
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if straight:
        yield points
