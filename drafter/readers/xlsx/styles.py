"""Looks of cells as far as they mean something: number formats, and fonts that strike through."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.opc import name
from drafter.opc.names import Element

from .formats import BUILT_IN, GENERAL
from .strings import is_struck

S_FORMATS, S_FORMAT, S_FONTS, S_XFS, S_XF = map(
    name, ("s:numFmts", "s:numFmt", "s:fonts", "s:cellXfs", "s:xf")
)


@dataclass(frozen=True, slots=True)
class NumberLook:
    code: str = GENERAL
    struck: bool = False


_PLAIN = NumberLook()


class NumberLooks:
    """The looks of a workbook by number; what is missing or odd looks plain."""

    def __init__(self, root: Element | None) -> None:
        self._looks: list[NumberLook] = []
        if root is None:
            return
        codes = dict(BUILT_IN)
        for element in _children(root, S_FORMATS):
            if (key := _whole(element.get("numFmtId"))) is not None:
                codes[key] = element.get("formatCode") or GENERAL
        fonts = [is_struck(font) for font in _children(root, S_FONTS)]
        for xf in _children(root, S_XFS):
            font = _whole(xf.get("fontId"))
            struck = font is not None and 0 <= font < len(fonts) and fonts[font]
            self._looks.append(NumberLook(codes.get(_whole(xf.get("numFmtId")) or 0, GENERAL), struck))

    def of(self, style: str | None) -> NumberLook:
        at = _whole(style)
        return self._looks[at] if at is not None and 0 <= at < len(self._looks) else _PLAIN


def _children(root: Element, tag: str) -> list[Element]:
    holder = root.find(tag)
    return [] if holder is None else list(holder)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() else None
