"""HTML inside other texts: `<br>` breaks a line, `<del>` strikes through, other tags print nothing.

Only what HTML knows as a tag is taken for one: `<tên cơ quan>` is typed text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.entities import html5

from drafter.language.raised import raised

from .grids import PlainCell

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/?>", re.DOTALL)
_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_ATTRIBUTE = re.compile(
    r"""\b(?:href|src|alt|title)\s*=\s*["']?((?<=["'])[^"'<>]*|[^\s"'<>]+)""", re.IGNORECASE
)
_STRUCK = frozenset(("s", "del", "strike"))
_STRONG = frozenset(("b", "strong"))
_LINES = frozenset(
    ("p", "div", "li", "ul", "ol", "tr", "table", "thead", "tbody", "blockquote", "h1", "h2", "h3", "h4",
     "h5", "h6", "hr", "section", "article", "header", "footer", "pre", "dl", "dt", "dd", "center", "details",
     "summary")
)  # fmt: skip
_SILENT = frozenset(
    ("a", "abbr", "big", "body", "caption", "cite", "code", "col", "colgroup", "em", "font", "html", "head",
     "i", "img", "ins", "kbd", "label", "mark", "meta", "q", "samp", "small", "span", "th", "td", "tt", "u",
     "var", "wbr", "sup", "sub", "br", "nobr", "bdi", "bdo", "time", "input", "figure", "figcaption")
)  # fmt: skip
_KNOWN = _STRUCK | _STRONG | _LINES | _SILENT
_CELLS = frozenset(("td", "th"))


@dataclass(slots=True)
class InlineText:
    """A text in the making: what is printed, what of it is strong or struck, what is hidden in comments."""

    text: str = ""
    strong: list[tuple[int, int]] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)  # where a tag ends a line
    _open: list[tuple[str, int]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Printed words; raised and lowered figures as such."""
        level = next((tag for tag, _ in reversed(self._open) if tag in ("sup", "sub")), None)
        self.text += raised(words, self.text, low=level == "sub") if level else words

    def open(self, tag: str) -> None:
        self._open.append((tag, len(self.text)))

    def close(self, tag: str) -> None:
        """Ends the last element of that name; one that was never opened is none."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                span = self._open.pop(place)[1], len(self.text)
                if tag in _STRUCK:
                    self.struck.append(span)
                elif tag in _STRONG:
                    self.strong.append(span)
                return

    def html(self, source: str) -> None:
        """A stretch of HTML: tags, comments, entities, words."""
        at = 0
        for tag in _TAG.finditer(source):
            name = (tag[2] or "").lower()
            if tag[2] is not None and name not in _KNOWN:
                continue
            self.add(entities(source[at : tag.start()]))
            at = tag.end()
            if tag[2] is None:
                self.hidden.append(tag[0].removeprefix("<!--").removesuffix("-->").strip())
            else:
                self._tag(name, closing=bool(tag[1]))
                self.add(_addresses(tag[3] or ""))
        self.add(entities(source[at:]))

    def _tag(self, name: str, *, closing: bool) -> None:
        if name == "br" or (name in _LINES and self.text and not self.text.endswith("\n")):
            self.breaks.append(len(self.text))
            self.text += "\n"
        elif name in _LINES:
            return
        elif name in _CELLS and not closing and self.text and not self.text.endswith("\n"):
            self.text += " | "
        elif closing:
            self.close(name)
        else:
            self.open(name)

    def end(self) -> PlainCell:
        """What was written; elements left open end here."""
        while self._open:
            self.close(self._open[-1][0])
        return PlainCell(self.text, tuple(sorted(self.struck)), tuple(sorted(self.strong)))


def _addresses(attributes: str) -> str:
    """Where a link or a picture leads, and what its title says."""
    found = (entities(value) for value in _ATTRIBUTE.findall(attributes) if any(map(str.isalnum, value)))
    return "".join(f"({value}) " for value in found)


def plain(text: str) -> str:
    """A text with its HTML as words alone: addresses and titles in tags stay, tags and comments go."""
    if "<" not in text and "&" not in text:
        return text
    return entities(_TAG.sub(_without, text))


def _without(found: re.Match[str]) -> str:
    name = (found[2] or "").lower()
    if found[2] is not None and name not in _KNOWN:
        return found[0]
    breaks = name in _LINES or name in _CELLS or name == "br"
    return (" " if breaks else "") + _addresses(found[3] or "")


def entities(text: str) -> str:
    """`&nbsp;` and its kind as the signs they stand for; what is no entity stays."""
    return _ENTITY.sub(_sign, text) if "&" in text else text


def _sign(found: re.Match[str]) -> str:
    name = found[1]
    if not name.startswith("#"):
        return html5.get(f"{name};", found[0])
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if 31 < code < 0xD800 or 0xE000 <= code < 0x110000 else " "


def cell_text(text: str) -> PlainCell:
    """The text of a plain cell, which may have been exported with its HTML."""
    if "<" not in text and "&" not in text:
        return PlainCell(text)
    written = InlineText()
    written.html(text)
    return written.end()
