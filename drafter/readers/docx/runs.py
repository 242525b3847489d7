"""The inline content of a paragraph: its text as printed, in one view of the revisions.

One `Inline` reads the paragraphs of one story after the other, since fields may run across them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from drafter.language.legacy import decode, holds_codes, is_legacy
from drafter.language.normal import ZERO_WIDTH
from drafter.model import Note, Story, View

from .names import (
    M_MATH,
    M_MATH_PARA,
    M_TEXT,
    MC_ALTERNATE,
    MC_CHOICE,
    MC_FALLBACK,
    TRANSPARENT,
    W_BR,
    W_CHAR,
    W_COMMENT_END,
    W_COMMENT_REF,
    W_COMMENT_START,
    W_CR,
    W_DEL,
    W_DEL_TEXT,
    W_DRAWING,
    W_ENDNOTE_REF,
    W_FLD_CHAR,
    W_FLD_TYPE,
    W_FONT,
    W_FOOTNOTE_REF,
    W_ID,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_NB_HYPHEN,
    W_OBJECT,
    W_PICT,
    W_R,
    W_RENDERED_BREAK,
    W_RPR,
    W_RSTYLE,
    W_RUBY,
    W_RUBY_BASE,
    W_SYM,
    W_T,
    W_TAB,
    W_TXBX,
    W_TYPE,
    W_VAL,
)
from .styles import Look, Styles, run_look

_PRIVATE = re.compile("[\uf020-\uf0ff]")
# Adobe Symbol and Wingdings codes that stand for signs a draft can mean.
_SYMBOL = {
    0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xB7: "•", 0x2D: "-", 0x2B: "+",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "▪", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFC: "✓", 0xFE: "☑",
    0xA8: "☐", 0x6F: "☐", 0xFD: "☒", 0x76: "❖", 0xD1: "⊗", 0x9F: "•", 0x2D: "-", 0x2B: "+",
}  # fmt: skip


@dataclass(slots=True)
class Piece:
    """A stretch of one look. `story` texts (notes, boxes) are no pieces."""

    text: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class Line:
    """What reading one paragraph has gathered so far; deleted marks let it run over several."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    length: int = 0
    page: int | None = None
    breaks: int = 0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class Inline:
    """Reads runs. `notes` gives a note's text by (reference tag, id); `box` a text box's text.

    `mark` is called for the ends of comment ranges with (kind, id, offset in the line); `edit` for
    tracked changes with (element, text, offset). `pages` counts rendered page breaks.
    """

    def __init__(
        self,
        styles: Styles,
        view: View,
        *,
        legacy: bool,
        notes: Callable[[str, str], str],
        box: Callable[[etree._Element], str],
        rendered: bool,
    ) -> None:
        self.styles = styles
        self.legacy = legacy
        self.notes = notes
        self.box = box
        self.rendered = rendered
        self.pages = 1
        self.decoded = 0
        self.hidden = 0
        self.mark: Callable[[str, str, int], None] | None = None
        self.edit: Callable[[etree._Element, str, int], None] | None = None
        self._fields: list[bool] = []  # open fields, innermost last: whether their result has begun
        original = view is View.ORIGINAL
        self._skipped = {W_INS, W_MOVE_TO} if original else {W_DEL, W_MOVE_FROM}
        self._entered = TRANSPARENT | ({W_DEL, W_MOVE_FROM} if original else {W_INS, W_MOVE_TO})

    def read(self, parent: etree._Element, line: Line, base: Look) -> None:
        """Add the runs below `parent` to `line`; `base` is the paragraph style's look."""
        for element in parent:
            tag = element.tag
            if tag == W_R:
                self._run(element, line, base)
            elif tag in self._skipped:
                self._edited(element, line)
            elif tag in self._entered:
                start = line.length
                self.read(element, line, base)
                if self.edit is not None and tag in (W_INS, W_MOVE_TO):
                    self.edit(element, line.text[start:], start)
            elif tag == MC_ALTERNATE:
                self.read(_chosen(element), line, base)
            elif tag in (M_MATH, M_MATH_PARA):
                self._add(line, "".join(t.text or "" for t in element.iter(M_TEXT)), base, None)
            elif self.mark is not None and tag in (W_COMMENT_START, W_COMMENT_END):
                self.mark("start" if tag == W_COMMENT_START else "end", element.get(W_ID, ""), line.length)

    def _edited(self, element: etree._Element, line: Line) -> None:
        """Text that this view leaves out: only told to `edit`."""
        if self.edit is not None:
            text = "".join(t.text or "" for t in element.iter(W_T, W_DEL_TEXT))
            self.edit(element, text, line.length)

    def _run(self, run: etree._Element, line: Line, base: Look) -> None:
        own: Look | None = None
        rpr = None
        for element in run:
            tag = element.tag
            if tag in (W_T, W_DEL_TEXT):
                if element.text and (not self._fields or all(self._fields)):
                    self._add(line, element.text, base, own, rpr)
            elif tag == W_RPR:
                rpr = element
                own = run_look(element) if len(element) else None
            else:
                self._other(tag, element, line, base, own, rpr)

    def _other(
        self,
        tag: str,
        element: etree._Element,
        line: Line,
        base: Look,
        own: Look | None,
        rpr: etree._Element | None,
    ) -> None:
        if tag == W_FLD_CHAR:
            self._field(element.get(W_FLD_TYPE))
        elif tag == W_RENDERED_BREAK:
            self.pages += 1
        elif tag == W_BR:
            if element.get(W_TYPE) in (None, "textWrapping"):
                self._add(line, "\n", base, own, rpr)
            elif element.get(W_TYPE) == "page" and not self.rendered:
                self.pages += 1
        elif tag == W_TAB:
            self._add(line, "\t", base, own, rpr)
        elif tag == W_CR:
            self._add(line, "\n", base, own, rpr)
        elif tag == W_NB_HYPHEN:
            self._add(line, "-", base, own, rpr)
        elif tag == W_SYM:
            self._add(line, _sign(element), base, own, rpr)
        elif tag in (W_FOOTNOTE_REF, W_ENDNOTE_REF):
            story = Story.FOOTNOTE if tag == W_FOOTNOTE_REF else Story.ENDNOTE
            text = self.notes(story, element.get(W_ID, ""))
            if text:
                line.notes.append(Note(story, text))
        elif tag == W_COMMENT_REF and self.mark is not None:
            self.mark("point", element.get(W_ID, ""), line.length)
        elif tag in (MC_ALTERNATE, W_DRAWING, W_PICT, W_OBJECT):
            self._drawing(tag, element, line, base)
        elif tag == W_RUBY:
            for under in element.iter(W_RUBY_BASE):
                self.read(under, line, base)

    def _drawing(self, tag: str, element: etree._Element, line: Line, base: Look) -> None:
        """A text box's text becomes a note; it stands in Choice and again in Fallback: one counts."""
        if tag == MC_ALTERNATE:
            chosen = _chosen(element)
            for child in chosen:
                if child.tag in (W_DRAWING, W_PICT, W_OBJECT, MC_ALTERNATE):
                    self._drawing(child.tag, child, line, base)
                elif child.tag == W_T:
                    self._add(line, child.text or "", base, None)
            return
        for box in _outermost_boxes(element):
            text = self.box(box)
            if text.strip():
                line.notes.append(Note(Story.TEXT_BOX, text))

    def _field(self, kind: str | None) -> None:
        """Between begin and separate stands the instruction, which is not printed."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(
        self, line: Line, text: str, base: Look, own: Look | None, rpr: etree._Element | None = None
    ) -> None:
        bold, italic = base.bold, base.italic
        if own is not None:
            style = self._character_style(rpr) if rpr is not None else None
            if style is not None:
                own = own if style is _PLAIN else _over(style, own)
            if own.hidden:
                self.hidden += len(text)
                return
            bold = bold if own.bold is None else own.bold
            italic = italic if own.italic is None else own.italic
        if self.legacy:
            text = self._unicode(text, own, base)
        if _PRIVATE.search(text):
            text = _PRIVATE.sub(lambda found: _from_code(ord(found.group()) & 0xFF, ""), text)
        if not text.isascii():
            text = ZERO_WIDTH.sub("", text)
        if not text:
            return
        if line.page is None and not text.isspace():
            line.page = self.pages
        line.length += len(text)
        if line.pieces and line.pieces[-1].bold == bool(bold) and line.pieces[-1].italic == bool(italic):
            line.pieces[-1].text += text
        else:
            line.pieces.append(Piece(text, bool(bold), bool(italic)))

    def _character_style(self, rpr: etree._Element) -> Look:
        for element in rpr:
            if element.tag == W_RSTYLE:
                return self.styles.named(element.get(W_VAL))
        return _PLAIN

    def _unicode(self, text: str, own: Look | None, base: Look) -> str:
        font = (own.font if own is not None else None) or base.font or self.styles.font
        if font and is_legacy(font) and holds_codes(text, font):
            self.decoded += len(text)
            return decode(text, font)
        return text


_PLAIN = Look()


def _over(style: Look, own: Look) -> Look:
    """A run's own look over that of its character style."""

    def first(one: bool | None, other: bool | None) -> bool | None:
        return other if one is None else one

    return Look(
        bold=first(own.bold, style.bold),
        italic=first(own.italic, style.italic),
        hidden=first(own.hidden, style.hidden),
        font=own.font or style.font,
    )


def _chosen(alternate: etree._Element) -> etree._Element:
    """Of `mc:AlternateContent` the first Choice, else the Fallback: both say the same."""
    for tag in (MC_CHOICE, MC_FALLBACK):
        found = alternate.find(tag)
        if found is not None:
            return found
    return alternate


def _outermost_boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, without those inside another box or in a repeated branch."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == W_TXBX:
            found.append(child)
        elif child.tag == MC_ALTERNATE:
            found.extend(_outermost_boxes(_chosen(child)))
        elif isinstance(child.tag, str):
            found.extend(_outermost_boxes(child))
    return found


def _sign(element: etree._Element) -> str:
    """`w:sym`: a code in a symbol font."""
    try:
        code = int(element.get(W_CHAR, ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _from_code(code & 0xFF, element.get(W_FONT, ""))
    return chr(code) if 0x20 <= code <= 0x10FFFF else ""


def _from_code(code: int, font: str) -> str:
    tables = (_WINGDINGS, _SYMBOL) if "wing" in font.lower() else (_SYMBOL, _WINGDINGS)
    for table in tables:
        if code in table:
            return table[code]
    return chr(code) if 0x20 <= code < 0x7F else "•"
