"""Grounds: whether what lies behind words in a Word file is known to be white."""

from __future__ import annotations

from drafter.opc import Element, name

from .names import (
    W_P,
    W_PPR,
    W_R,
    W_RPR,
    W_TBL,
    W_TBL_STYLE,
    W_TBLPR,
    W_TC,
    W_TCPR,
    W_TXBX,
    W_VAL,
    WNE_TXBX,
)
from .stylesheet import StyleSheet

_SHADED, _FILL, _MARKED = map(name, ("w:shd", "w:fill", "w:highlight"))
_WHITE = frozenset(("FFFFFF", "FEFEFE", "FDFDFD"))
_PLAIN = ("", "clear", "nil")  # patterns of a shade through which its fill is seen alone
_BOXES = (W_TXBX, WNE_TXBX)
_LOOKS = {W_R: W_RPR, W_P: W_PPR, W_TC: W_TCPR, W_TBL: W_TBLPR}  # where each says its shade
_OUTLINES = frozenset(("wsp", "shape", "rect", "roundrect", "oval"))  # what a text box is in


def is_white(colour: str) -> bool:
    return colour.upper() in _WHITE


class Grounds:
    """`sheet`: the styles of the file; `coloured`: its pages have a colour of their own."""

    def __init__(self, sheet: StyleSheet, *, coloured: bool) -> None:
        self._sheet, self._coloured = sheet, coloured

    def white_behind(self, run: Element) -> bool:
        """The nearest ground around a run says it; where none is said, the page."""
        white = _own(run)
        if white is not None:
            return white
        for around in run.iterancestors():
            if around.tag in _LOOKS:
                white = _own(around)
            elif around.tag in _BOXES:
                white = _behind_box(around)
            if around.tag == W_TBL and white is None and self._styled(around):
                white = False
            if white is not None:
                return white
        return not self._coloured

    def _styled(self, table: Element) -> bool:
        """Whether the style of a table shades any part of it."""
        properties = table.find(W_TBLPR)
        named = None if properties is None else properties.find(W_TBL_STYLE)
        chain = [] if named is None else self._sheet.chain(named.get(W_VAL))
        return any(_of_shade(shade) is False for style in chain for shade in style.iter(_SHADED))


def _own(element: Element) -> bool | None:
    """Whether an element has a white ground; None: none of its own."""
    look = element.find(_LOOKS[element.tag])
    if look is None:
        return None
    marked = look.find(_MARKED)
    if marked is not None and marked.get(W_VAL, "none") != "none":
        return marked.get(W_VAL) == "white"
    shade = look.find(_SHADED)
    return None if shade is None else _of_shade(shade)


def _of_shade(shade: Element) -> bool | None:
    if shade.get(W_VAL, "") not in _PLAIN:
        return False
    fill = shade.get(_FILL, "auto")
    return None if fill.lower() in ("auto", "") else is_white(fill)


def _behind_box(box: Element) -> bool | None:
    """Whether the shape of a text box is filled white; None: one sees through it."""
    shape = next((each for each in box.iterancestors() if _local(each) in _OUTLINES), None)
    if shape is None:
        return False
    return _drawn(shape) if _local(shape) == "wsp" else _old(shape)


def _drawn(shape: Element) -> bool | None:
    """Of a shape in DrawingML (ECMA-376-1 20.1.8): its own fill, else that of its style."""
    for look in (each for each in shape if _local(each) == "spPr"):
        for fill in look:
            if _local(fill) == "noFill":
                return None
            if _local(fill) == "solidFill":
                return any(
                    is_white(each.get("val", "")) or each.get("val") in ("bg1", "lt1") for each in fill
                )
            if _local(fill) in ("gradFill", "blipFill", "pattFill", "grpFill"):
                return False
    styled = (each for look in shape if _local(look) == "style" for each in look)
    return False if any(_local(each) == "fillRef" and each.get("idx") != "0" for each in styled) else None


def _old(shape: Element) -> bool | None:
    """Of a shape in VML, which is white where nothing else is said."""
    if shape.get("filled", "t").lower() in ("f", "false"):
        return None
    if any(_local(each) == "fill" for each in shape):
        return False
    said = (
        shape.get("fillcolor", "white").split()[0].lower() if shape.get("fillcolor", "white").split() else ""
    )
    return said in ("white", "window", "#fff") or is_white(said.lstrip("#"))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
