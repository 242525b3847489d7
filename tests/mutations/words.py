"""Words: replaced, added, taken out, counted anew, written another way."""

from __future__ import annotations

import random
import re
import unicodedata

from .document import Document, Element, pick, put, texts

_NEW = ["đồng bộ", "mới", "7,5 %", "UBND tỉnh", "hằng năm", "trước ngày 31/12/2025", "x", "(nếu có)", "và"]
_FIGURE = re.compile(r"\d+(?:,\d+)?")


def _paragraph(document: Document, rnd: random.Random) -> Element | None:
    """One with words, of the body mostly, else of a note. Text boxes have an operation of their own."""
    found = document.paragraphs()
    if rnd.random() < 0.1:
        found = document.noted() or found
    found = [p for p in found if texts(p)]
    return pick(rnd, found) if found else None


def _any(document: Document, rnd: random.Random) -> Element | None:
    p = _paragraph(document, rnd)
    outside = [] if p is None else [t for t in texts(p) if next(t.iterancestors(p.tag)) is p]
    return pick(rnd, outside) if outside else None


def _cut(t: Element, rnd: random.Random, gone: int, come: int) -> bool:
    words = (t.text or "").split(" ")
    at = rnd.randrange(len(words))
    words[at : at + gone] = rnd.sample(_NEW, come)
    put(t, " ".join(words))
    return True


def replace(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    return t is not None and _cut(t, rnd, rnd.randint(1, 3), rnd.randint(1, 3))


def insert(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    return t is not None and _cut(t, rnd, 0, rnd.randint(1, 4))


def delete(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    return t is not None and _cut(t, rnd, rnd.randint(1, 4), 0)


def empty(document: Document, rnd: random.Random) -> bool:
    """All words of a paragraph, its mark stays."""
    p = _paragraph(document, rnd)
    own = [] if p is None else [t for t in texts(p) if next(t.iterancestors(p.tag)) is p]
    for t in own:
        put(t, "")
    return bool(own)


def rewrite(document: Document, rnd: random.Random) -> bool:
    """Most words of a paragraph, some stay."""
    t = _any(document, rnd)
    if t is None:
        return False
    words = (t.text or "").split(" ")
    put(t, " ".join(pick(rnd, _NEW) if rnd.random() < 0.6 else word for word in words))
    return True


def figure(document: Document, rnd: random.Random) -> bool:
    """One figure becomes another."""
    found = [t for p in document.paragraphs() for t in texts(p) if _FIGURE.search(t.text or "")]
    found = [t for t in found if next(t.iterancestors("{*}txbxContent"), None) is None]
    if not found:
        return False
    t = pick(rnd, found)
    put(t, _FIGURE.sub(lambda one: pick(rnd, ["8", "12,5", one[0]]), t.text or "", count=2))
    return True


def case(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    if t is not None:
        put(t, (t.text or "").upper())
    return t is not None


def decompose(document: Document, rnd: random.Random) -> bool:
    """A whole paragraph."""
    p = _paragraph(document, rnd)
    for t in [] if p is None else texts(p):
        put(t, unicodedata.normalize("NFD", t.text or ""))
    return p is not None


def spell_out(document: Document, rnd: random.Random) -> bool:
    p = _paragraph(document, rnd)
    for t in [] if p is None else texts(p):
        put(t, (t.text or "").replace("UBND", "Ủy ban nhân dân").replace("hoá", "hóa"))
    return p is not None


def space(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    if t is not None:
        put(t, (t.text or "").replace(" ", pick(rnd, ["  ", "\u00a0"]), 1))
    return t is not None
