"""Styles of a web page, as far as they change what is read: hidden, struck through, bold, with lines around.

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

Element = etree._Element

_MOST = 2**20  # signs of style sheets that are read; those of Word have some 30,000
_SELECTOR = re.compile(r"(?:[A-Za-z][\w]*)?(?:\.[\w-]+)?")
_LINE = re.compile(r"\b(?:solid|double|dashed|dotted|groove|ridge|inset|outset)\b")
_NO_WIDTH = re.compile(r"(?:^|\s)0(?:\.0*)?(?:pt|px|in|cm|mm|em)?(?:\s|$)")
_STRUCK_TAGS = frozenset(("s", "strike", "del"))
_BOLD_TAGS = frozenset(("b", "strong", "th"))
UNREAD = frozenset(("script", "style", "head", "template", "noscript", "object", "iframe", "datalist"))


@dataclass(frozen=True, slots=True)
class WebStyle:
    """What is said of an element; None: nothing. `lined`: a border is drawn."""

    hidden: bool | None = None
    struck: bool | None = None
    bold: bool | None = None
    lined: bool | None = None
    preformatted: bool | None = None

    def under(self, stronger: WebStyle) -> WebStyle:
        """Both, where one says nothing what the other says."""
        said = {each.name: getattr(stronger, each.name) for each in fields(stronger)}
        return replace(self, **{name: value for name, value in said.items() if value is not None})


_NOTHING = WebStyle()


class WebStyles:
    """The styles of one page."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[str, WebStyle] = {}
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
    return WebStyle(True if hidden else False if shown else None, struck, bold, lined or None, kept)
