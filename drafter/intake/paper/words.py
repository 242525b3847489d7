"""Words: signs by their places → words.

A page may be drawn in any order (LibreOffice draws letters of a substituted font after the line), so that the
order of signs within a line is that of their places. Lines over each other, a stamp on a signature, are told
apart by the height on which they stand and by the size of their signs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from drafter.model import PaperWord

from .glyphs import Glyph

_LEVEL = 0.12  # of the size: signs whose heights differ less stand on one line
_OVER = 0.15  # of the size: the same sign nearer to itself is printed twice, to look bold
_GAP = 0.13  # of the size: a wider gap parts words; a space is 0.25 wide, less in a line that is pressed
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_OUT = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]")  # soft hyphens, signs of no width


def words_of(glyphs: Sequence[Glyph]) -> tuple[PaperWord, ...]:
    """The words of a page, line by line as the lines are first drawn on."""
    return tuple(word for line in _lines(list(_marked(_once(glyphs)))) for word in _cut(line))


def raw_of(glyphs: Sequence[Glyph]) -> str:
    """All signs of a page, as they are drawn."""
    return "".join(glyph.text for glyph in _once(glyphs))


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Signs without those that are printed over themselves."""
    kept: list[Glyph] = []
    places: dict[tuple[str, int], list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.text.isspace() or unicodedata.combining(glyph.text[0]):
            kept.append(glyph)
            continue
        near = [
            other for row in (-1, 0, 1) for other in places.get((glyph.text, round(glyph.base / 4) + row), ())
        ]
        over = _OVER * glyph.size
        if not any(abs(o.left - glyph.left) < over and abs(o.base - glyph.base) < over for o in near):
            places.setdefault((glyph.text, round(glyph.base / 4)), []).append(glyph)
            kept.append(glyph)
    return kept


def _marked(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Signs with the accents that are drawn upon them as signs of their own."""
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None and unicodedata.combining(glyph.text[0]) and not last.text.isspace():
            last = _with(last, glyph)
            continue
        if last is not None:
            yield last
        last = glyph
    if last is not None:
        yield last


def _with(letter: Glyph, accent: Glyph) -> Glyph:
    """A letter with its accent; in some fonts the accent moves on as well."""
    text = unicodedata.normalize("NFC", letter.text + accent.text)
    return replace(letter, text=text, right=max(letter.right, accent.right))


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Signs on one height and of one size, from left to right; those that are turned as they are drawn."""
    rows: dict[tuple[int, bool], list[list[Glyph]]] = {}
    order: list[list[Glyph]] = []
    turned = [glyph for glyph in glyphs if glyph.turned]
    for glyph in glyphs:
        if glyph.turned:
            continue
        place = round(glyph.base / 4)
        near = (line for row in (0, -1, 1) for line in rows.get((place + row, glyph.face.seen), ()))
        line = next((line for line in near if _beside(line[-1], glyph)), None)
        if line is None:
            line = []
            rows.setdefault((place, glyph.face.seen), []).append(line)
            order.append(line)
        line.append(glyph)
    for line in order:
        yield sorted(line, key=lambda glyph: glyph.left)
    if turned:
        yield turned


def _beside(one: Glyph, other: Glyph) -> bool:
    """Whether two signs stand on one line."""
    size = max(one.size, other.size)
    like = other.text.isspace() or one.text.isspace() or min(one.size, other.size) > 0.75 * size
    return like and abs(one.base - other.base) < _LEVEL * size


def _cut(line: Sequence[Glyph]) -> Iterator[PaperWord]:
    """The words of a line: signs between spaces or wide gaps."""
    if line[0].turned:
        for space, signs in groupby(line, key=lambda glyph: glyph.text.isspace()):
            if not space:
                yield _word(list(signs))
        return
    run: list[Glyph] = []
    for glyph in line:
        if run and (glyph.text.isspace() or glyph.left - run[-1].right > _GAP * glyph.size):
            yield _word(run)
            run = []
        if not glyph.text.isspace():
            run.append(glyph)
    if run:
        yield _word(run)


def _word(signs: Sequence[Glyph]) -> PaperWord:
    text = "".join(glyph.text for glyph in signs)
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    fonts = Counter(glyph.face.name for glyph in signs)
    return PaperWord(
        text=unicodedata.normalize("NFC", _OUT.sub("", text)),
        left=signs[0].left,
        right=max(glyph.right for glyph in signs),
        top=min(glyph.top for glyph in signs),
        bottom=max(glyph.bottom for glyph in signs),
        base=median(glyph.base for glyph in signs),
        size=median(glyph.size for glyph in signs),
        bold=sum(glyph.face.bold for glyph in signs) * 2 >= len(signs),  # others may be of a font put in
        font=max(fonts, key=lambda name: fonts[name]),
        turned=signs[0].turned,
    )
