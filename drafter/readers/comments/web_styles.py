"""Styles of a web page, as far as they change what is read: hidden, struck through, bold, with lines around;
colours and sizes, as far as they may hide words.

Office programs write them as styles of classes (Google Docs, Excel) or on each element (Word, LibreOffice).
Only selectors of names and classes count, `p`, `.c1`, `td.xl65`: those are what these programs write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

import tinycss2
from lxml import etree
from tinycss2.ast import Declaration
from tinycss2.color3 import RGBA, parse_color

Element = etree._Element
Colour = tuple[float, float, float]  # red, green, blue, 0 to 1
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)

_MOST = 2**20  # signs of style sheets that are read; those of Word have some 30,000
_SELECTOR = re.compile(r"(?:[A-Za-z][\w]*)?(?:\.[\w-]+)?")
_LINE = re.compile(r"\b(?:solid|double|dashed|dotted|groove|ridge|inset|outset)\b")
_NO_WIDTH = re.compile(r"(?:^|\s)0(?:\.0*)?(?:pt|px|in|cm|mm|em)?(?:\s|$)")
_AWAY = re.compile(r"-(?:[1-9]\d{3,}(?:\.\d+)?(?:px|pt)?|[1-9]\d{2,}(?:\.\d+)?(?:em|rem|vw|vh|%))")
_SHUT = re.compile(r"0(?:\.0*)?(?:px|pt|em|rem|%)?")
_NONE = re.compile(r"0(?:\.0*)?%?")
_CLIPPED = re.compile(
    r"rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?|inset\(\s*(?:50|100)%"
)
_LENGTH = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([a-z%]*)")
_POINTS = {
    "px": 0.75,
    "pt": 1.0,
    "in": 72.0,
    "cm": 28.3,
    "mm": 2.83,
    "": 0.75,
    "%": 0.12,
}  # em and its kind: 12
_TINY = 2.0  # points
_STRUCK_TAGS = frozenset(("s", "strike", "del"))
_BOLD_TAGS = frozenset(("b", "strong", "th"))
UNREAD = frozenset(("script", "style", "head", "template", "noscript", "object", "iframe", "datalist"))


@dataclass(frozen=True, slots=True)
class WebStyle:
    """What is said of an element; None: nothing. `lined`: a border is drawn; `colour`, `ground`: of its words
    and behind them; `pictured`: something else lies behind them; `tiny`: nobody reads letters so small."""

    hidden: bool | None = None
    struck: bool | None = None
    bold: bool | None = None
    lined: bool | None = None
    preformatted: bool | None = None
    colour: Colour | None = None
    ground: Colour | None = None
    pictured: bool | None = None
    tiny: bool | None = None

    def under(self, stronger: WebStyle) -> WebStyle:
        """Both, where one says nothing what the other says."""
        said = {each.name: getattr(stronger, each.name) for each in fields(stronger)}
        return replace(self, **{name: value for name, value in said.items() if value is not None})


_NOTHING = WebStyle()


class WebStyles:
    """The styles of one page."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[str, WebStyle] = {}
        self.known_grounds = True  # no rule whose selector is not read colours what lies behind words
        room = _MOST
        for sheet in sheets:
            self._take(sheet[:room])
            room = max(room - len(sheet), 0)
        self._inline: dict[str, WebStyle] = {}

    def _take(self, sheet: str) -> None:
        for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule":
                continue
            style = _declared(tinycss2.parse_blocks_contents(rule.content))
            if style == _NOTHING:
                continue
            for selector in tinycss2.serialize(rule.prelude).split(","):
                name = selector.strip()
                if name and _SELECTOR.fullmatch(name):
                    self._rules[name.lower()] = self._rules.get(name.lower(), _NOTHING).under(style)
                elif style.ground or style.pictured:
                    self.known_grounds = False

    def of(self, element: Element) -> WebStyle:
        """What tags, classes and the element itself say, the nearest last."""
        tag = str(element.tag).lower()
        style = _of_tag(tag, element)
        if self._rules:
            classes = (element.get("class") or "").lower().split()
            named = [tag, *(f".{each}" for each in classes), *(f"{tag}.{each}" for each in classes)]
            for name in named:
                if name in self._rules:
                    style = style.under(self._rules[name])
        written = element.get("style")
        return style.under(self._written(written)) if written else style

    def _written(self, text: str) -> WebStyle:
        if text not in self._inline:
            self._inline[text] = _declared(tinycss2.parse_blocks_contents(text[:4096]))
        return self._inline[text]


def _of_tag(tag: str, element: Element) -> WebStyle:
    hidden = tag in UNREAD or element.get("hidden") is not None or None
    return WebStyle(
        hidden,
        tag in _STRUCK_TAGS or None,
        tag in _BOLD_TAGS or None,
        _has_border(element) if tag == "table" else None,
        tag in ("pre", "listing", "xmp", "plaintext") or None,
        _colour(element.get("color")) if tag == "font" else _colour(element.get("text")),
        _colour(element.get("bgcolor")),
        element.get("background") is not None or None,
    )


def _has_border(table: Element) -> bool | None:
    border = table.get("border")
    return None if border is None else border.strip() not in ("", "0")


def _declared(content: Iterable[object]) -> WebStyle:
    said: dict[str, str] = {}
    for each in content:
        if isinstance(each, Declaration):
            said[each.lower_name] = tinycss2.serialize(each.value).strip().lower()
    return _style(said)


def _style(said: Mapping[str, str]) -> WebStyle:
    hidden = (
        said.get("display") == "none"
        or said.get("visibility") in ("hidden", "collapse")
        or said.get("mso-hide") == "all"
    )
    shown = said.get("display") not in (None, "none") or said.get("visibility") == "visible"
    decoration = said.get("text-decoration-line", said.get("text-decoration"))
    struck = None if decoration is None else "line-through" in decoration
    weight = said.get("font-weight")
    bold = (
        None
        if weight is None
        else weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)
    )
    borders = [value for name, value in said.items() if name.startswith("border") and "radius" not in name]
    drawn = [value for value in borders if _LINE.search(value) and not _NO_WIDTH.search(value)]
    widths = [value for name, value in said.items() if name.startswith("border") and name.endswith("width")]
    none = bool(widths) and all(_NO_WIDTH.search(value) for value in widths)
    lined = None if not borders else bool(drawn) and not none
    space = said.get("white-space", "")
    kept = None if not space else space.startswith("pre") or space == "break-spaces"
    hidden = hidden or _is_away(said)
    behind = f"{said.get('background', '')} {said.get('background-color', '')}".strip()
    ground = next((found for each in behind.split() if (found := _colour(each)) is not None), None)
    pictured = ("(" in behind and ground is None) or said.get("background-image", "none") != "none"
    return WebStyle(
        True if hidden else False if shown else None, struck, bold, lined or None, kept,
        _colour(said.get("color")), ground, pictured or None, _is_tiny(said.get("font-size")),
    )  # fmt: skip


def _is_away(said: Mapping[str, str]) -> bool:
    """Whether a box is off the page, seen through or shut."""
    placed = said.get("position") in ("absolute", "fixed")
    sides = [said.get(side, "") for side in ("left", "right", "top", "bottom")] if placed else []
    away = [*sides, said.get("text-indent", ""), said.get("margin-left", "")]
    shut = said.get("overflow", said.get("overflow-y", "")) in ("hidden", "clip") and any(
        _SHUT.fullmatch(said.get(side, "")) for side in ("height", "max-height", "width", "max-width")
    )
    clipped = placed and _CLIPPED.match(said.get("clip", said.get("clip-path", "")))
    return (
        any(_AWAY.fullmatch(each) for each in away)
        or bool(_NONE.fullmatch(said.get("opacity", "")))
        or shut
        or bool(clipped)
    )


def _is_tiny(said: str | None) -> bool | None:
    """Whether letters are so small that nobody reads them; None where nothing is said of their size."""
    if said is None:
        return None
    found = _LENGTH.fullmatch(said)
    return found is not None and float(found[1]) * _POINTS.get(found[2], 12.0) <= _TINY


def _colour(said: str | None) -> Colour | None:
    """A colour that hides what is behind it; None for any other, and what is none."""
    made = parse_color(said[:64]) if said else None
    if not isinstance(made, RGBA) or made.alpha < 1:
        return None
    return float(made.red), float(made.green), float(made.blue)
