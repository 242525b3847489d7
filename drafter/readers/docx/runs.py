"""The inline content of a paragraph: its text as printed, in one view of the revisions.

One `Inline` reads the paragraphs of one story after the other, since fields may run across them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from lxml import etree

from drafter.language.legacy import decode, holds_codes, is_legacy
from drafter.language.normal import ZERO_WIDTH
from drafter.language.raised import raised
from drafter.model import Note, Story, View
from drafter.opc import chosen

from . import math
from .drawings import graphics, outermost_boxes
from .fields import Fields
from .names import (
    M_MATH,
    M_MATH_PARA,
    MC_ALTERNATE,
    TRANSPARENT,
    W_BOOKMARKS,
    W_BR,
    W_COMMENT_END,
    W_COMMENT_REF,
    W_COMMENT_START,
    W_CR,
    W_DEL,
    W_DEL_TEXT,
    W_DRAWING,
    W_ENDNOTE_REF,
    W_FLD_CHAR,
    W_FOOTNOTE_REF,
    W_ID,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_NB_HYPHEN,
    W_OBJECT,
    W_PICT,
    W_POSITION_TAB,
    W_PPR,
    W_R,
    W_RENDERED_BREAK,
    W_RPR,
    W_RUBY,
    W_RUBY_BASE,
    W_SDT_PR,
    W_SOFT_HYPHEN,
    W_SYM,
    W_T,
    W_TAB,
    W_TYPE,
)
from .pieces import Line
from .styles import Look, Styles, over, run_look
from .symbols import from_code, sign

_BLANKS = re.compile("[\\n\\r\\t]")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_ODD = re.compile(f"{_PRIVATE.pattern}|{ZERO_WIDTH.pattern}")


class Inline:
    """Reads runs. `notes` gives a note by (story, id); `box` a text box as one.

    `legacy` tells whether the document mostly holds legacy text; null where it names no legacy
    font. `mark` is called for the ends of comment ranges with (kind, id, offset in the line); `edit`
    for tracked changes with (element, text, offset). `pages` counts rendered page breaks. `telling`
    holds the `w:rPr` that say anything of use, where they are known.
    """

    def __init__(
        self,
        styles: Styles,
        view: View,
        *,
        legacy: Callable[[], bool] | None,
        notes: Callable[[Story, str], Note],
        box: Callable[[etree._Element], Note],
        rendered: bool,
        telling: Container[etree._Element] | None = None,
    ) -> None:
        self.styles = styles
        self.legacy = legacy
        self._here: tuple[etree._Element, Look] | None = None  # the paragraph being read, and its look
        self.notes = notes
        self.box = box
        self.rendered = rendered
        self._telling = telling
        self.pages = 1
        self.decoded = 0
        self.hidden: list[str] = []
        self.notices: list[tuple[str, str]] = []  # (code, detail)
        self.mark: Callable[[str, str, int], None] | None = None
        self.edit: Callable[[etree._Element, str, int], None] | None = None
        self._inserted = 0  # tracked insertions that are open
        self._fields = Fields()
        original = view is View.ORIGINAL
        self._skipped = {W_INS, W_MOVE_TO} if original else {W_DEL, W_MOVE_FROM}
        self._entered = TRANSPARENT | ({W_DEL, W_MOVE_FROM} if original else {W_INS, W_MOVE_TO})

    def paragraph(self, p: etree._Element, line: Line, base: Look) -> None:
        """Add the paragraph `p` to `line`; `base` is its style's look."""
        if self.legacy is not None:
            self._here = p, base
        self.read(p, line, base)
        self._fields.leave(p)

    def read(self, parent: etree._Element, line: Line, base: Look) -> None:
        """Add the runs below `parent`."""
        for element in parent:
            tag = element.tag
            if tag == W_R:
                self._run(element, line, base)
            elif tag in self._skipped:
                self._edited(element, line)
            elif tag in self._entered:
                self._enter(tag, element, line, base)
            elif tag == MC_ALTERNATE:
                self.read(chosen(element), line, base)
            elif tag in (M_MATH, M_MATH_PARA):
                self._add(line, math.said(element), base, None)
            elif self.mark is not None and tag in (W_COMMENT_START, W_COMMENT_END):
                self.mark(ENDS[tag], element.get(W_ID, ""), line.length)
            elif len(element) and tag not in _SILENT and next(element.iter(W_T), None) is not None:
                self.notices.append(("unknown-element", etree.QName(element).localname))
                self.read(element, line, base)

    def _enter(self, tag: str, element: etree._Element, line: Line, base: Look) -> None:
        start = line.length
        tracked = tag in (W_INS, W_MOVE_TO)
        self._inserted += tracked
        self.read(element, line, base)
        self._inserted -= tracked
        if self.edit is not None and tracked:
            self.edit(element, line.text[start:], start)

    def _edited(self, element: etree._Element, line: Line) -> None:
        """Text that this view leaves out: only told to `edit`. What was inserted before is no deletion."""
        if self.mark is not None:
            for end in element.iter(W_COMMENT_START, W_COMMENT_END, W_COMMENT_REF):
                self.mark(ENDS[end.tag], end.get(W_ID, ""), line.length)
        if self.edit is not None and not self._inserted:
            text = "".join(t.text or "" for t in element.iter(W_T, W_DEL_TEXT))
            self.edit(element, text, line.length)

    def _run(self, run: etree._Element, line: Line, base: Look) -> None:
        own: Look | None = None
        for element in run:
            tag = element.tag
            if tag in (W_T, W_DEL_TEXT):
                if element.text:
                    self._add(line, _printed(element.text), base, own)
            elif tag == W_RPR:
                told = len(element) if self._telling is None else element in self._telling
                own = run_look(element) if told else None
            else:
                self._other(tag, element, line, base, own)

    def _other(self, tag: str, element: etree._Element, line: Line, base: Look, own: Look | None) -> None:
        if (sign_of := _PRINTED.get(tag)) is not None:
            self._add(line, sign_of(element), base, own)
        elif tag == W_FLD_CHAR:
            self._fields.turn(element)
        elif tag == W_RENDERED_BREAK:
            self.pages += 1
        elif tag == W_BR:
            self._break(element.get(W_TYPE), line, base, own)
        elif tag in _NOTES:
            self._note(self.notes(_NOTES[tag], element.get(W_ID, "")), line)
        elif tag == W_COMMENT_REF and self.mark is not None:
            self.mark("point", element.get(W_ID, ""), line.length)
        elif tag in _DRAWN:
            self._drawing(tag, element, line, base)
        elif tag == W_RUBY:
            for under in element.iter(W_RUBY_BASE):
                self.read(under, line, base)

    def _break(self, kind: str | None, line: Line, base: Look, own: Look | None) -> None:
        if kind in (None, "textWrapping"):
            self._add(line, "\n", base, own)
        elif kind == "page" and not self.rendered:
            self.pages += 1

    def _note(self, note: Note, line: Line) -> None:
        if note.text.strip():
            line.notes.append(note)

    def _drawing(self, tag: str, element: etree._Element, line: Line, base: Look) -> None:
        """A text box's text becomes a note; it stands in Choice and again in Fallback: one counts."""
        if tag == MC_ALTERNATE:
            for child in chosen(element):
                if child.tag in _DRAWN:
                    self._drawing(child.tag, child, line, base)
                elif child.tag == W_T:
                    self._add(line, child.text or "", base, None)
            return
        boxes = outermost_boxes(element)
        if not boxes:
            self.notices.extend(("graphic-text", kind) for kind in graphics(element))
        for box in boxes:
            self._note(self.box(box), line)

    def _add(self, line: Line, text: str, base: Look, own: Look | None) -> None:
        if self._fields.hide:
            return
        if own is None:
            own = _PLAIN
        elif own.run_style is not None:
            own = over(self.styles.named(own.run_style), own, base)
        if base.hidden if own.hidden is None else own.hidden:
            self.hidden.append(text)
            return
        if self.legacy is not None:
            text = self._unicode(text, own, base)
        if not text.isascii() and _ODD.search(text):
            text = _PRIVATE.sub(lambda found: from_code(ord(found.group()) & 0xFF, ""), text)
            text = ZERO_WIDTH.sub("", text)
        if (lifted := own.raised or base.raised) in _RAISED:
            text = raised(text, line.text, low=lifted == "subscript")
        if not text:
            return
        if line.page is None and not text.isspace():
            line.page = self.pages
        bold = base.bold if own.bold is None else own.bold
        italic = base.italic if own.italic is None else own.italic
        line.add(text, bool(bold), bool(italic), bool(base.struck if own.struck is None else own.struck))

    def _unicode(self, text: str, own: Look, base: Look) -> str:
        font = own.font or base.font or self.styles.font
        if not font or not is_legacy(font):
            return text
        holds = holds_codes(text, font)
        if holds is None and self._here is not None:
            holds = self._weigh(*self._here)
        if holds is None and self.legacy is not None:
            holds = self.legacy()
        if not holds:
            return text
        self.decoded += len(text.strip())
        return decode(text, font)

    def _weigh(self, p: etree._Element, base: Look) -> bool | None:
        """What the words of a paragraph in legacy fonts say together: a run alone may be too short."""
        texts: dict[str, list[str]] = {}
        for run in p.iter(W_R):
            rpr = run.find(W_RPR)
            own = _PLAIN if rpr is None else run_look(rpr)
            font = own.font or self.styles.named(own.run_style).font or base.font
            font = font or self.styles.font
            if is_legacy(font):
                texts.setdefault(font, []).extend(t.text or "" for t in run.iter(W_T, W_DEL_TEXT))
        said = {holds_codes(" ".join(parts), font) for font, parts in texts.items()}
        return True if True in said else False if False in said else None


_PLAIN = Look()
_RAISED = ("superscript", "subscript")
# What prints as one sign. The code of a soft hyphen is the letter ư in TCVN3; elsewhere it is not printed.
_PRINTED: dict[str, Callable[[etree._Element], str]] = {
    W_SOFT_HYPHEN: lambda _: "\u00ad",
    W_TAB: lambda _: "\t",
    W_POSITION_TAB: lambda _: "\t",
    W_CR: lambda _: "\n",
    W_NB_HYPHEN: lambda _: "-",
    W_SYM: sign,
}
_NOTES = {W_FOOTNOTE_REF: Story.FOOTNOTE, W_ENDNOTE_REF: Story.ENDNOTE}
_DRAWN = frozenset((MC_ALTERNATE, W_DRAWING, W_PICT, W_OBJECT))
_SILENT = frozenset((W_PPR, W_SDT_PR, *W_BOOKMARKS))
ENDS = {W_COMMENT_START: "start", W_COMMENT_END: "end", W_COMMENT_REF: "point"}


def _printed(text: str) -> str:
    """Line breaks and tabs inside `w:t` print as a blank: real ones are elements of their own."""
    return _BLANKS.sub(" ", text) if "\n" in text or "\t" in text or "\r" in text else text
