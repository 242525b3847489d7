"""Styles: what a paragraph or run inherits, resolved once per style along its basedOn chain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from drafter.language.legacy import is_legacy
from drafter.opc import parse

from .names import (
    W_ASCII,
    W_B,
    W_DSTRIKE,
    W_HANSI,
    W_I,
    W_ILVL,
    W_IND,
    W_JC,
    W_LEFT,
    W_NAME,
    W_NUMID,
    W_NUMPR,
    W_OUTLINE,
    W_PAGE_BEFORE,
    W_PPR,
    W_PPR_CHANGE,
    W_PSTYLE,
    W_RFONTS,
    W_RPR,
    W_RSTYLE,
    W_SECTPR,
    W_START,
    W_STRIKE,
    W_STYLE_ID,
    W_TBL_BORDERS,
    W_TBLPR,
    W_VAL,
    W_VANISH,
    W_VERT_ALIGN,
    is_on,
)
from .stylesheet import StyleSheet

LEGACY_SIGNS = (b".V", b"VNI-")  # in a part that may name a legacy font
_REST = frozenset((W_PSTYLE, W_RPR, W_PAGE_BEFORE, W_SECTPR, W_PPR_CHANGE))


@dataclass(frozen=True, slots=True)
class Look:
    """What is inherited: null means that nothing in the chain says anything."""

    name: str = ""
    num_id: str | None = None
    level: int | None = None
    num_style: str | None = None  # the id of the style that names the list or a level of it
    outline: int | None = None  # 9 says body text
    centred: bool | None = None
    indent: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None  # through, with one line or two
    raised: str | None = None  # "superscript", "subscript", "baseline"
    font: str | None = None
    run_style: str | None = None  # the id of a run's character style
    lines: bool | None = None  # a table style that draws borders


_NOTHING = Look()


# Files of one office, and copies of one draft, have the same style sheet, and it is the largest part of most.
@lru_cache(maxsize=4)
def styles_in(data: bytes, part: str) -> Styles:
    """The styles in the bytes of a part. Raises DamagedFile, UnsafeFile."""
    return Styles(parse(data, shown="", part=part))


class Styles:
    """The styles of a package. `of(id)` is the paragraph style, the default one for None."""

    def __init__(self, root: etree._Element | None) -> None:
        self.sheet = StyleSheet(root)
        self._looks: dict[str | None, Look] = {}
        self.font = ""
        named = () if root is None else root.iter(W_RFONTS)
        self.legacy = any(is_legacy(font.get(W_ASCII) or font.get(W_HANSI) or "") for font in named)
        if self.sheet.defaults is not None:
            for rpr in self.sheet.defaults.iter(W_RPR):
                self.font = run_look(rpr).font or ""

    def of(self, style_id: str | None) -> Look:
        key = self.sheet.known(style_id)
        if key not in self._looks:
            self._looks[key] = self._resolve(key)
        return self._looks[key]

    def named(self, style_id: str | None) -> Look:
        """A character or table style; nothing for an unknown one."""
        return self.of(style_id) if style_id in self.sheet else _NOTHING

    def _resolve(self, style_id: str | None) -> Look:
        chain = self.sheet.chain(style_id)
        look = Look()
        for element in reversed(chain):
            look = _merged(look, _own(element))
        label = chain[0].find(W_NAME) if chain else None
        return replace(look, name=(label.get(W_VAL, "") if label is not None else "").lower())


def _merged(base: Look, own: Look) -> Look:
    fields = Look.__slots__
    return Look(*(b if (b := getattr(own, f)) not in (None, "") else getattr(base, f) for f in fields))


def _own(style: etree._Element) -> Look:
    look = _NOTHING
    ppr, rpr, tblpr = style.find(W_PPR), style.find(W_RPR), style.find(W_TBLPR)
    if rpr is not None:
        look = run_look(rpr)
    if ppr is not None:
        own = paragraph_look(ppr)
        if own.num_id is not None or own.level is not None:
            own = replace(own, num_style=style.get(W_STYLE_ID))
        look = _merged(look, own)
    if tblpr is not None and (borders := tblpr.find(W_TBL_BORDERS)) is not None:
        look = replace(look, lines=draws(borders))
    return look


def paragraph_look(ppr: etree._Element, rest: list[etree._Element] | None = None) -> Look:
    """What `w:pPr` itself says of numbering, outline, alignment and indent.

    What else it holds of use goes to `rest`: its style, its section, what happened to its mark.
    """
    num_id = level = outline = centred = indent = None
    for element in ppr:
        tag = element.tag
        if tag == W_NUMPR:
            for part in element:
                if part.tag == W_NUMID:
                    num_id = part.get(W_VAL)
                elif part.tag == W_ILVL:
                    level = number(part.get(W_VAL))
        elif tag == W_OUTLINE:
            outline = number(element.get(W_VAL))
        elif tag == W_JC:
            centred = element.get(W_VAL) == "center"
        elif tag == W_IND:
            indent = number(element.get(W_LEFT) or element.get(W_START))
        elif rest is not None and tag in _REST:
            rest.append(element)
    return _paragraph_look(num_id, level, outline, centred, indent)


def run_look(rpr: etree._Element) -> Look:
    """What `w:rPr` itself says of bold, italic, hidden, struck through, raised and font."""
    bold = italic = hidden = struck = lifted = font = style = None
    for element in rpr:
        tag = element.tag
        if tag == W_B:
            bold = is_on(element.get(W_VAL))
        elif tag == W_I:
            italic = is_on(element.get(W_VAL))
        elif tag == W_VANISH:
            hidden = is_on(element.get(W_VAL))
        elif tag in (W_STRIKE, W_DSTRIKE):
            struck = struck or is_on(element.get(W_VAL))
        elif tag == W_VERT_ALIGN:
            lifted = element.get(W_VAL)
        elif tag == W_RFONTS:
            font = element.get(W_ASCII) or element.get(W_HANSI)
        elif tag == W_RSTYLE:
            style = element.get(W_VAL)
    return _run_look(bold, italic, hidden, struck, lifted, font, style)


# A draft has few looks and many runs: each look is made once.
@lru_cache(maxsize=1024)
def _paragraph_look(
    num_id: str | None, level: int | None, outline: int | None, centred: bool | None, indent: int | None
) -> Look:
    return Look(num_id=num_id, level=level, outline=outline, centred=centred, indent=indent)


@lru_cache(maxsize=1024)
def _run_look(
    bold: bool | None, italic: bool | None, hidden: bool | None, struck: bool | None,
    lifted: str | None, font: str | None, style: str | None,
) -> Look:  # fmt: skip
    return Look(
        bold=bold, italic=italic, hidden=hidden, struck=struck, raised=lifted, font=font, run_style=style
    )


def over(style: Look, own: Look, base: Look) -> Look:
    """A run's own look over that of its character style.

    Bold in both the paragraph's and the character style is not bold (ECMA-376 17.7.3, toggles).
    """

    def first(own: bool | None, styled: bool | None) -> bool | None:
        return styled if own is None else own

    return Look(
        bold=first(own.bold, (style.bold != bool(base.bold)) if style.bold else style.bold),
        italic=first(own.italic, (style.italic != bool(base.italic)) if style.italic else style.italic),
        hidden=first(own.hidden, style.hidden),
        struck=first(own.struck, style.struck),
        raised=own.raised or style.raised,
        font=own.font or style.font,
    )


def draws(borders: etree._Element) -> bool:
    """Whether any side of `w:tblBorders` or `w:tcBorders` is visible."""
    return any(side.get(W_VAL) not in (None, "nil", "none") for side in borders)


def number(text: str | None) -> int | None:
    """An integer attribute; measures may come as `"12.5"` or with a unit, which count as none."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None
