"""The walk over a web page: elements in order → paragraphs, list items, tables, as a browser prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from drafter.language.raised import raised
from drafter.model import Block, Grid
from drafter.readers.printed import lines_of, moved

from .web_styles import Element, WebStyle, WebStyles
from .web_tables import WebCell, row_span, span, web_grid

BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "dir", "menu", "dl", "dt", "dd", "table", "caption", "blockquote", "h1",
     "h2", "h3", "h4", "h5", "h6", "hr", "section", "article", "header", "footer", "main", "nav", "aside",
     "address", "pre", "center", "details", "summary", "figure", "figcaption", "fieldset", "legend", "form",
     "body", "html", "thead", "tbody", "tfoot", "tr", "td", "th", "option", "listing", "xmp", "plaintext")
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol", "dir", "menu"))
_QUOTE = "> "  # before the lines of a quoted message, as in plain mails
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class _TableKind(Enum):
    """What a table is: one to be read, one inside such, one that only holds others."""

    GRID = auto()
    INNER = auto()
    WRAPPER = auto()


@dataclass
class _WebList:
    kind: str  # "" of one without numbers
    number: int


@dataclass
class _WebText:
    """A paragraph in the making."""

    text: str = ""
    strong: list[tuple[int, int]] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class WebWalk:
    """The state of one walk; paragraphs are numbered from `number`. `quoted`: quoted messages get a sign."""

    styles: WebStyles
    quoted: bool
    number: int
    parts: list[Block | Grid] = field(default_factory=list)
    _text: _WebText = field(default_factory=_WebText)
    _lists: list[_WebList] = field(default_factory=list)
    _mark: str | None = None  # of the list item whose first line is still to come
    _headings: int = 0
    _quotes: int = 0
    _open: list[_TableKind] = field(default_factory=list)
    _rows: list[list[WebCell]] = field(default_factory=list)
    _lined: bool = False
    _cell: list[Block] | None = None
    _tables: int = 0

    def run(self, root: Element) -> None:
        """Read all that stands below `root`."""
        plain = WebStyle(struck=False, bold=False, preformatted=False)
        stack: list[tuple[Element, WebStyle, bool]] = [(root, plain, True)]  # with the style around it
        while stack:
            element, around, enters = stack.pop()
            if not enters:
                self._leave(element)
                self._words(element.tail, around)
                continue
            style = _inherited(around, self.styles.of(element))
            self._enter(element, style)
            self._words(element.text, style, str(element.tag))
            stack.append((element, around, False))
            stack.extend((child, style, True) for child in reversed(element) if isinstance(child.tag, str))
        self._flush()

    def _words(self, words: str | None, style: WebStyle, tag: str = "") -> None:
        if not words:
            return
        before = self._text.text
        if style.preformatted:
            said = words.replace("\r\n", "\n").replace("\r", "\n")
        else:
            said = BLANKS.sub(" ", words)
            said = said.lstrip(" ") if not before or before[-1] in " \n" else said
        if tag in ("sup", "sub"):
            said = raised(said, before, low=tag == "sub")
        span_here = len(before), len(before) + len(said)
        self._text.text = before + said
        if said.strip():
            if style.struck:
                self._text.struck.append(span_here)
            if style.bold:
                self._text.strong.append(span_here)

    def _enter(self, element: Element, style: WebStyle) -> None:
        tag = str(element.tag)
        if tag == "br":
            self._text.text += "\n"
        if tag not in _BLOCKS:
            return
        self._flush()
        self._headings += tag in _HEADINGS
        self._quotes += self._is_quote(element)
        if tag in _LISTS:
            numbered = (element.get("type") or "1") if tag == "ol" else ""
            self._lists.append(_WebList(numbered, _whole(element.get("start"), 1)))
        elif tag == "li":
            self._mark = self._item(element)
        elif tag == "table":
            self._begin_table(element, style)
        elif self._open and self._open[-1] is _TableKind.GRID:
            self._lined = self._lined or bool(style.lined)
            if tag == "tr":
                self._rows.append([])
            elif tag in ("td", "th"):
                self._cell = []

    def _leave(self, element: Element) -> None:
        tag = str(element.tag)
        if tag not in _BLOCKS:
            return
        self._flush()
        self._headings -= tag in _HEADINGS
        self._quotes -= self._is_quote(element)
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._mark = None
        elif tag == "table":
            self._end_table()
        elif (
            tag in ("td", "th")
            and self._open
            and self._open[-1] is _TableKind.GRID
            and self._cell is not None
        ):
            if not self._rows:
                self._rows.append([])
            wide, high = span(element.get("colspan")), row_span(element.get("rowspan"))
            self._rows[-1].append(WebCell(tuple(self._cell), wide, high))
            self._cell = None

    def _is_quote(self, element: Element) -> bool:
        return self.quoted and (
            (element.tag == "blockquote" and (element.get("type") or "cite") == "cite")
            or (element.tag == "div" and "gmail_quote" in (element.get("class") or "").split())
        )

    def _item(self, element: Element) -> str:
        listed = self._lists[-1] if self._lists else _WebList("", 1)
        if not listed.kind:
            return "-"
        listed.number = _whole(element.get("value"), listed.number)
        made = _numbered(listed.number, listed.kind)
        listed.number += 1
        return made

    def _begin_table(self, table: Element, style: WebStyle) -> None:
        if _TableKind.GRID in self._open:
            kind = _TableKind.INNER
        else:
            kind = _TableKind.WRAPPER if _only_holds(table) else _TableKind.GRID
        self._open.append(kind)
        if kind is _TableKind.GRID:
            self._rows, self._lined, self._cell = [], bool(style.lined), None

    def _end_table(self) -> None:
        if self._open.pop() is _TableKind.GRID:
            self.parts.extend(web_grid(self._rows, lined=self._lined))
            self._rows, self._cell = [], None
            self._tables += 1

    def _flush(self) -> None:
        """The paragraph that ends here: a block for each of its lines."""
        made, self._text = self._text, _WebText()
        lines = lines_of(made.text, made.struck)
        sign = _QUOTE if self._quotes else ""
        blocks = []
        for line in lines:
            gone = tuple(replace(each, at=each.at + len(sign)) for each in line.struck)
            strong = moved(made.strong, made.struck, line)
            whole = sum(end - start for start, end in strong) >= len(line.text.replace(" ", "")) > 0
            blocks.append(
                Block(
                    self.number, sign + line.text, line.start, mark=self._mark,
                    level=max(len(self._lists) - 1, 0), heading=bool(self._headings) or whole,
                    emphasis=() if whole or sign else strong,
                    table=self._tables if self._cell is not None else None,
                    struck=gone, gone=line.gone,
                )
            )  # fmt: skip
            self._mark = None
        self.number += bool(blocks)
        if self._cell is not None:
            self._cell.extend(blocks)
        else:
            self.parts.extend(blocks)


def _inherited(around: WebStyle, own: WebStyle) -> WebStyle:
    return WebStyle(
        struck=bool(around.struck or own.struck),  # a line through runs on through what is inside
        bold=around.bold if own.bold is None else own.bold,
        preformatted=around.preformatted if own.preformatted is None else own.preformatted,
        lined=own.lined,
    )


def _only_holds(table: Element) -> bool:
    """Whether a table of one column only frames others: mail programs and editors set whole letters so."""
    if not any(each is not table for each in table.iter("table")):
        return False
    rows = [
        row
        for part in table
        for row in ((part,) if part.tag == "tr" else part if part.tag in ("tbody", "thead", "tfoot") else ())
    ]
    return all(sum(cell.tag in ("td", "th") for cell in row) <= 1 for row in rows)


def _whole(said: str | None, other: int) -> int:
    text = (said or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else other


def _numbered(number: int, kind: str) -> str:
    """The mark of an item: `3.`, `c.`, `iii.`."""
    if number < 1 or kind not in ("a", "A", "i", "I") or number > 3999:
        return f"{number}."
    if kind in ("a", "A"):
        said = ""
        while number:
            number, letter = divmod(number - 1, 26)
            said = chr(ord("a") + letter) + said
    else:
        said = ""
        for value, letters in _ROMAN:
            said += letters * (number // value)
            number %= value
    return (said.upper() if kind.isupper() else said) + "."
