"""Sections: what their settings say of the page."""

from __future__ import annotations

from drafter.opc import Element

from .names import W_BODY, W_H, W_ORIENT, W_PG_SZ, W_W
from .styles import number


def landscape(section: Element) -> bool:
    """Whether its pages lie across."""
    size = section.find(W_PG_SZ)
    if size is None:
        return False
    width, height = number(size.get(W_W)) or 0, number(size.get(W_H)) or 0
    return size.get(W_ORIENT) == "landscape" or width > height > 0


def is_last(section: Element) -> bool:
    """The last section's settings stand below the body itself; nothing follows them."""
    parent = section.getparent()
    return parent is not None and parent.tag == W_BODY
