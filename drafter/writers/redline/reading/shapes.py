"""Shapes and the like: what tells pictures, formulas and unknown elements apart, and the boxes in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..names import M_MATH, TXBX, Element, T, w

SHAPES = frozenset(map(w, ("drawing", "pict", "object")))
_M_TEXT, _M_VALUE = M_MATH.replace("oMath", "t"), M_MATH.replace("oMath", "val")


def structure(element: Element) -> str:
    """Names and texts of an element's tree, attributes left out where they are only identities."""
    return "".join(piece for inner in element.iter() if isinstance(inner.tag, str) for piece in _facts(inner))


def _facts(element: Element) -> Iterator[str]:
    yield str(element.tag).rpartition("}")[2]
    if element.text and element.text.strip():
        yield unicodedata.normalize("NFC", element.text)
    value = element.get(w("val")) or element.get(_M_VALUE)
    if value:
        yield f"={value}"


def math_text(element: Element) -> str:
    """The letters and figures of a formula."""
    return "".join(text.text or "" for text in element.iter(_M_TEXT, T))


def boxes(shape: Element) -> list[Element]:
    """The outermost text boxes of a shape, of all its branches."""
    return [box for box in shape.iter(TXBX) if not any(up.tag == TXBX for up in _between(box, shape))]


def _between(box: Element, shape: Element) -> Iterator[Element]:
    for up in box.iterancestors():
        if up is shape:
            return
        yield up
