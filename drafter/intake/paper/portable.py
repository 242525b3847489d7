"""Portable documents: what stands on the pages of a PDF, by PDFium (ISO 32000)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from drafter.model import PageOrigin, PaperPage, PaperWord

from .glyphs import Glyph, drawn_on, frame_of, glyphs_of, is_known
from .opened import Fault, Opened, Picture
from .sight import covered, may_speak, sorted_out
from .words import raw_of, words_of

_END, _TAIL = b"%%EOF", 4096  # ISO 32000-1, 7.5.5; some programs write a little behind it
_MOST_PAGES = 2000
_MOST_WORDS = 2_000_000
_COVERED = 0.5  # of a page: what a picture of the page covers at least
_STAMPED = 60  # words: what an office's system or a signature prints over a scanned page at most
_OTHERWISE = 0.2  # of the words of a layer: as many may be misread where all are printed too
_UNKNOWN = 0.2  # of the signs of a page: more without a meaning, and its words are guesses
_ACCENTED = 0.05  # of the letters of Vietnamese text; a scanner that knows no Vietnamese leaves none
DPI = 300
# Letters that Vietnamese has alone: a breve, a bar, a horn, two accents or a dot below (Latin Extended).
_OWN_LETTERS = re.compile(r"[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_MOST_PIXELS = 40_000_000
_BROKEN = pypdfium2.PdfiumError
_NOTES = {  # notes whose words stand in a window of their own (ISO 32000-1, 12.5.6)
    pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_INK,
}  # fmt: skip
_NOTHING = 2  # bytes: the end of a text in UTF-16


def opened(data: bytes) -> Opened | Fault:
    """The pages of a PDF."""
    if _END not in data[-_TAIL:]:  # what is missing of the file may be pages: PDFium reads the others
        return Fault("damaged")
    document = _open(data)
    if isinstance(document, Fault):
        return document
    if len(document) > _MOST_PAGES:
        return Fault("too-large")
    pages: list[PaperPage] = []
    pictured: list[int] = []
    unread: list[int] = []
    raw: list[str] = []
    hidden: list[str] = []
    words = notes = 0
    for number in range(1, len(document) + 1):
        try:
            notes += _notes(document[number - 1])
            made = _page(_flat(document, number - 1))
        except _BROKEN:
            return Fault("damaged")
        except OverflowError:
            return Fault("too-large")
        if made.page is None:
            pictured.append(number)
        elif made.pictures:
            unread.append(number)
        pages.append(made.page or PaperPage(0.0, 0.0))
        raw.append(made.raw)
        hidden.append(made.hidden)
        words += len(pages[-1].words)
        if words > _MOST_WORDS:
            return Fault("too-large")
    return Opened(
        pages=tuple(pages),
        pictured=tuple(pictured),
        raw="\n".join(raw),
        hidden=tuple(hidden),
        unread=tuple(unread),
        issuer=_author(document),
        notes=notes,
        attachments=max(pdfium.FPDFDoc_GetAttachmentCount(document.raw), 0),
    )


def picture(data: bytes, number: int) -> Picture | Fault:
    """One page, as a picture of `DPI` dots to the inch."""
    document = _open(data)
    if isinstance(document, Fault):
        return document
    page = _flat(document, number - 1)
    frame = frame_of(page)
    scale = DPI / 72
    scale *= min(1.0, (_MOST_PIXELS / max(frame.width * frame.height * scale**2, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer)
    cut = b"".join(rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
    return Picture(bitmap.width, bitmap.height, cut, frame.width, frame.height)


def is_picture(data: bytes, number: int) -> bool:
    """Whether a page is a picture of text."""
    document = _open(data)
    return not isinstance(document, Fault) and _page(_flat(document, number - 1)).page is None


def _open(data: bytes) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
        return document if len(document) else Fault("damaged")
    except _BROKEN as error:
        code = getattr(error, "err_code", None)
        return Fault("encrypted" if code == pdfium.FPDF_ERR_PASSWORD else "damaged")


def _author(document: Any) -> str | None:
    try:
        return document.get_metadata_value("Author").strip() or None
    except _BROKEN:
        return None


def _notes(page: Any) -> int:
    """How many notes with words are attached to a page beside what is printed on it."""
    found = 0
    for at in range(max(pdfium.FPDFPage_GetAnnotCount(page.raw), 0)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if pdfium.FPDFAnnot_GetSubtype(note) in _NOTES:
            found += pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0) > _NOTHING
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _flat(document: Any, at: int) -> Any:
    """A page with what is filled in, stamped and written onto it as part of it."""
    page = document[at]
    if pdfium.FPDFPage_GetAnnotCount(page.raw) <= 0:
        return page
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return document[at]


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page, None for a picture of text; all its signs; words that nobody sees; whether there
    are `pictures` whose words are not among its own."""

    page: PaperPage | None
    raw: str = ""
    hidden: str = ""
    pictures: bool = False


def _page(page: Any) -> _Page:
    frame = frame_of(page)
    drawn = drawn_on(page, frame)
    signs = sorted_out(page, frame, glyphs_of(page, frame), drawn.pictures)
    seen, words, hidden = signs.seen, words_of(signs.seen), _line(signs.hidden)
    origin = PageOrigin.TEXT
    if covered(frame, drawn.pictures) >= _COVERED and len(words) <= _STAMPED:
        if not _is_vietnamese(signs.layer):
            return _Page(None, hidden=hidden)
        seen, words, origin = signs.layer, words_of(signs.layer), PageOrigin.LAYER
    elif _is_guessed(seen) or (not words and drawn.anything):  # outlines of letters
        return _Page(None, hidden=hidden)
    elif _is_vietnamese(signs.layer) and not _says(words, signs.layer):
        seen, origin = (*seen, *signs.layer), PageOrigin.LAYER
        words = words_of(seen)
    made = PaperPage(frame.width, frame.height, words, drawn.rules, origin)
    pictures = origin is PageOrigin.TEXT and any(map(may_speak, drawn.pictures))
    return _Page(made, _raw(seen, words), hidden, pictures)


def _line(glyphs: Sequence[Glyph]) -> str:
    return " ".join(word.text for word in words_of(glyphs)) if glyphs else ""


def _says(words: Sequence[PaperWord], layer: Sequence[Glyph]) -> bool:
    """Whether the words that are seen say what a layer behind them does."""
    behind = Counter(word.text for word in words_of(layer))
    return (behind - Counter(word.text for word in words)).total() <= _OTHERWISE * behind.total()


def _raw(glyphs: Sequence[Glyph], words: Sequence[PaperWord]) -> str:
    """All signs of a page, as the words that were made of them unless one is missing there."""
    drawn, said = raw_of(glyphs), " ".join(word.text for word in words)
    return said if _letters(drawn) == _letters(said) else drawn


def _letters(text: str) -> Counter[str]:
    """Letters and figures, however they are set."""
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _is_guessed(glyphs: Sequence[Glyph]) -> bool:
    """Whether the signs of a page do not say what they are."""
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()]
    return sum(not is_known(glyph.text) for glyph in printed) > _UNKNOWN * len(printed)


def _is_vietnamese(glyphs: Sequence[Glyph]) -> bool:
    """Whether what a scanner recognised is Vietnamese: another language's letters have been made of it
    else."""
    letters = "".join(glyph.text for glyph in glyphs if glyph.text.isalpha())
    return len(letters) > _STAMPED and len(_OWN_LETTERS.findall(letters)) > _ACCENTED * len(letters)
