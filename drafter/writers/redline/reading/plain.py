"""Plain text: the words of a paragraph for pairing, before it is cut into atoms."""

from __future__ import annotations

import unicodedata

from ..names import (
    BR,
    CR,
    ENDNOTE_REF,
    FOOTNOTE_REF,
    INSTR,
    M_MATH,
    M_PARA,
    NB_HYPHEN,
    SECTPR,
    SYM,
    TAB,
    Element,
    P,
    R,
    T,
)
from .shapes import SHAPES

SIGNS = {TAB: "\t", BR: "\n", CR: "\n", NB_HYPHEN: "\u2011"}  # print as one character
_SPECIAL = SHAPES | {FOOTNOTE_REF, ENDNOTE_REF, SECTPR, SYM, M_MATH, M_PARA}
_WORDS = frozenset((T, INSTR))


def plain_text(p: Element) -> tuple[str, bool]:
    """The words of a paragraph in NFC, codes of fields included, and whether there is nothing but words."""
    out, simple = [], True
    for element in p.iter():
        tag = element.tag
        if tag in _WORDS:
            out.append(element.text or "")
        elif tag in SIGNS:
            out.append(SIGNS[tag] if tag != TAB or _in_run(element) else "")
        elif tag in _SPECIAL:
            simple = False
    return unicodedata.normalize("NFC", "".join(out)), simple


def _in_run(tab: Element) -> bool:
    """A `w:tab` elsewhere is the stop that it runs to."""
    parent = tab.getparent()
    return parent is not None and parent.tag == R


def shown(element: Element) -> str:
    """The words of a block, paragraphs apart by line breaks."""
    return "\n".join(plain_text(p)[0] for p in element.iter(P))
