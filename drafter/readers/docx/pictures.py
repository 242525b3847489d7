"""Pictures of a Word file that may hold words: a page that was scanned and pasted, a photograph of a letter.

Emblems, round stamps and drawn lines are too small to hold any. What is not read can only be told, with the
words beside it, so that whoever opens the file finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from drafter.opc import Package, chosen

from .names import MC_ALTERNATE, W_DRAWING, W_OBJECT, W_P, W_PICT
from .plain import words_of_story

_EMU, _POINTS = 360_000, 72 / 2.54  # to a centimetre
_LONG, _HIGH, _AREA = 4.0, 0.5, 8.0  # centimetres: what holds words is no shorter, lower or smaller
_SHOWN = 60  # signs of the words beside
_SIZE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)?", re.IGNORECASE)
_UNITS = {"pt": _POINTS, "in": 1 / 2.54, "cm": 1.0, "mm": 10.0, "px": 96 / 2.54}
_PARTS = ("header", "footnotes", "endnotes", "footer")


def pictures(package: Package) -> tuple[str, ...]:
    """The words of the paragraph in which each large picture stands, else of the one before it; `""` where
    there are none. Once for each picture."""
    parts = dict.fromkeys(
        each.target
        for each in package.relationships(package.main).values()
        if each.kind in _PARTS and not each.external and each.target in package.names
    )
    return tuple(beside for part in (package.main, *parts) for beside in _in(package.xml(part)))


def _in(root: etree._Element) -> Iterator[str]:
    if next(root.iter(W_DRAWING, W_PICT), None) is None:
        return
    last = ""
    for paragraph in root.iter(W_P):
        said = " ".join(words_of_story(paragraph).split())
        last = said or last
        yield from (last[:_SHOWN] for drawing in _drawings(paragraph) if _may_speak(drawing))


def _drawings(element: etree._Element) -> Iterator[etree._Element]:
    """The drawings of a paragraph, without those of paragraphs in it and of the branch that is not read."""
    for child in chosen(element) if element.tag == MC_ALTERNATE else element:
        if child.tag in (W_DRAWING, W_PICT):
            yield child
        elif isinstance(child.tag, str) and child.tag not in (W_P, W_OBJECT):
            yield from _drawings(child)


def _may_speak(drawing: etree._Element) -> bool:
    """Whether a drawing shows a picture large enough to hold words; one that says no size may be."""
    names = {each.tag.rpartition("}")[2]: each for each in drawing.iter() if isinstance(each.tag, str)}
    if "blip" not in names and "imagedata" not in names:
        return False
    size = _extent(names) or _styled(names)
    if size is None:
        return True
    wide, high = size
    return max(wide, high) >= _LONG and min(wide, high) >= _HIGH and wide * high >= _AREA


def _extent(names: dict[str, etree._Element]) -> tuple[float, float] | None:
    """In centimetres, as DrawingML says it (ECMA-376-1 20.4.2.7)."""
    said = names.get("extent")
    if said is None:
        return None
    wide, high = said.get("cx", ""), said.get("cy", "")
    return (int(wide) / _EMU, int(high) / _EMU) if wide.isdecimal() and high.isdecimal() else None


def _styled(names: dict[str, etree._Element]) -> tuple[float, float] | None:
    """In centimetres, as VML says it, in the style of a shape."""
    for name in ("shape", "rect", "group"):
        said = {
            side.lower(): float(value) / _UNITS[(unit or "px").lower()]
            for side, value, unit in _SIZE.findall(names[name].get("style", "") if name in names else "")
            if value.count(".") <= 1 and value != "."
        }
        if "width" in said and "height" in said:
            return said["width"], said["height"]
    return None
