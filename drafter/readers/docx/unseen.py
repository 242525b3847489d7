"""Unseen: words of a letter in Word that are set so that nobody sees them, white on white or next to nothing
in size, are taken for hidden ones: in paragraphs, cells, notes and text boxes.

Looked at is what the run says or its styles do. White words are hidden where the ground behind them is known
to be white: that of the nearest run, paragraph, cell, table or shape that has one, else paper. Where another
may lie behind them, a table's style with shades, a shape with a picture, a coloured page, they are seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from drafter.errors import DrafterError
from drafter.opc import Element, Package, name, serialised

from .grounds import Grounds, is_white
from .names import W_P, W_PPR, W_PSTYLE, W_R, W_RPR, W_RSTYLE, W_T, W_VAL, W_VANISH
from .styles import styles_in
from .stylesheet import StyleSheet

_COLOR, _SIZE, _GROUND = map(name, ("w:color", "w:sz", "w:background"))
_TINY = 4  # half points
_SIGNS = (
    b"FFFFFF",
    b"ffffff",
    b"FEFEFE",
    b"FDFDFD",
    *(b'w:sz w:val="%d"' % size for size in range(_TINY + 1)),
)
_NOTES = ("footnotes", "endnotes")


def told_apart(package: Package) -> Package:
    """`package` with such words marked as hidden; itself where there are none."""
    try:
        main = package.main
        styles = package.related(main, "styles")
        parts = [main, *(part for kind in _NOTES if (part := package.related(main, kind)) is not None)]
        signed = [part for part in parts if _has_signs(package, part)]
        if not signed and (styles is None or not _has_signs(package, styles)):
            return package
        sheet = StyleSheet(None) if styles is None else styles_in(package.read(styles), styles).sheet
        looks = _Looks(sheet)
        roots = {part: package.xml(part) for part in (parts if looks.tell else signed)}
        coloured = package.xml(main).find(_GROUND) is not None if roots else False
    except DrafterError:  # told by whoever reads it
        return package
    grounds = Grounds(looks.sheet, coloured=coloured)
    changed = {part: serialised(root) for part, root in roots.items() if _marked(root, looks, grounds)}
    return replace(package, replaced={**package.replaced, **changed}) if changed else package


def _has_signs(package: Package, part: str) -> bool:
    raw = package.read(part)
    return any(sign in raw for sign in _SIGNS)


def _marked(root: Element, looks: _Looks, grounds: Grounds) -> bool:
    """Marks the words under `root` that nobody sees; whether there are any."""
    found = [
        run
        for run in root.iter(W_R)
        if next(run.iter(W_T), None) is not None
        and (looks.tiny(run) or (looks.white(run) and grounds.white_behind(run)))
    ]
    for run in found:
        look = run.find(W_RPR)
        if look is None:
            look = etree.Element(W_RPR)
            run.insert(0, look)
        etree.SubElement(look, W_VANISH)
    return bool(found)


class _Looks:
    """The colour and size of runs: what they say, their character style, that of their paragraph."""

    def __init__(self, sheet: StyleSheet) -> None:
        self.sheet = sheet
        self._styled: dict[tuple[str, str], str] = {}
        own = [each.find(W_RPR) for each in sheet]
        # Whether styles alone can hide words: what those of tables say of their parts is no matter here.
        self.tell = any(
            is_white(_value(look, _COLOR) or "") or _is_tiny(_value(look, _SIZE) or "") for look in own
        )

    def _of(self, style: str, tag: str) -> str:
        if (style, tag) not in self._styled:
            said = (_value(each.find(W_RPR), tag) for each in self.sheet.chain(style))
            self._styled[style, tag] = next((value for value in said if value is not None), "")
        return self._styled[style, tag]

    def white(self, run: Element) -> bool:
        return is_white(self._said(run, _COLOR))

    def tiny(self, run: Element) -> bool:
        return _is_tiny(self._said(run, _SIZE))

    def _said(self, run: Element, tag: str) -> str:
        own = _value(run.find(W_RPR), tag)
        if own is not None:
            return own
        if not self.tell:
            return ""
        return next((value for key in _styles_of(run) if (value := self._of(key, tag))), "")


def _value(look: Element | None, tag: str) -> str | None:
    """What a look says of `tag`; None where it says nothing of it."""
    said = None if look is None else look.find(tag)
    return None if said is None else said.get(W_VAL, "")


def _styles_of(run: Element) -> Iterator[str]:
    look = run.find(W_RPR)
    named = None if look is None else look.find(W_RSTYLE)
    if named is not None:
        yield named.get(W_VAL, "")
    paragraph = next(run.iterancestors(W_P), None)
    said = None if paragraph is None else paragraph.find(W_PPR)
    named = None if said is None else said.find(W_PSTYLE)
    if named is not None:
        yield named.get(W_VAL, "")


def _is_tiny(size: str) -> bool:
    return size.isascii() and size.isdecimal() and int(size) <= _TINY
