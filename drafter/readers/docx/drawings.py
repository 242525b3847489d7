"""Drawings in a paragraph: the text boxes they hold, and what else in them has words."""

from __future__ import annotations

from lxml import etree

from drafter.opc import chosen

from .names import MC_ALTERNATE, W_TXBX, WNE_TXBX

_GRAPHICS = {"diagram": "SmartArt", "chart": "chart"}


def graphics(element: etree._Element) -> list[str]:
    """Kinds of drawing whose words stand in other parts, which are not read."""
    found = []
    for inner in element.iter():
        if not isinstance(inner.tag, str):
            continue
        local = inner.tag.rpartition("}")[2]
        if local == "graphicData":
            found.append(_GRAPHICS.get(inner.get("uri", "").rpartition("/")[2], ""))
        elif local == "OLEObject":
            found.append(inner.get("ProgID", "OLE"))
    return [kind for kind in found if kind]


def outermost_boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, without those inside another box or in a repeated branch."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag in (W_TXBX, WNE_TXBX):
            found.append(child)
        elif child.tag == MC_ALTERNATE:
            found.extend(outermost_boxes(chosen(child)))
        elif isinstance(child.tag, str):
            found.extend(outermost_boxes(child))
    return found
