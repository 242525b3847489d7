"""Words: replaced, added, taken out, counted anew, written another way."""

from __future__ import annotations

import random
import re
import unicodedata

from .document import Document, Element, put, texts

_NEW = ["đồng bộ", "mới", "7,5 %", "UBND tỉnh", "hằng năm", "trước ngày 31/12/2025", "x", "(nếu có)", "và"]
_FIGURE = re.compile(r"\d+(?:,\d+)?")


def _any(document: Document, rnd: random.Random) -> Element | None:
    found = [t for p in document.paragraphs() for t in texts(p)]
    return rnd.choice(found) if found else None


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


def figure(document: Document, rnd: random.Random) -> bool:
    """One figure becomes another."""
    found = [t for p in document.paragraphs() for t in texts(p) if _FIGURE.search(t.text or "")]
    if not found:
        return False
    t = rnd.choice(found)
    put(t, _FIGURE.sub(lambda one: rnd.choice(["8", "12,5", one[0]]), t.text or "", count=2))
    return True


def case(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    if t is not None:
        put(t, (t.text or "").upper())
    return t is not None


def decompose(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    if t is not None:
        put(t, unicodedata.normalize("NFD", t.text or ""))
    return t is not None


def spell_out(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    if t is not None:
        put(t, (t.text or "").replace("UBND", "Ủy ban nhân dân").replace("hoá", "hóa"))
    return t is not None


def space(document: Document, rnd: random.Random) -> bool:
    t = _any(document, rnd)
    if t is not None:
        put(t, (t.text or "").replace(" ", "  ", 1))
    return t is not None
