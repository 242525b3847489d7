"""Letters as Markdown: the tokens of markdown-it-py → blocks with list marks, headings, tables.

Positions are lines of the file as typed; offsets count in the text of the block, Markdown's own
signs (`**`, `#`, `>`) left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLinkText
from markdown_it.token import Token

from drafter.language.controls import without_escapes
from drafter.model import Block, Grid, Notice, Sheet, Source
from drafter.readers.printed import lines_of, moved

from . import raw
from .beside import pictured
from .encodings import decode
from .grids import GLUE, PlainCell, blocks_of
from .inline_html import InlineText

_IMG = re.compile(r"<img\b", re.IGNORECASE)
_CAPTION = 12  # words of a line that is a picture and what it is called
_SHOWN = 60  # signs of the words beside a picture
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[>\s]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def read(source: Source) -> Sheet:
    """The blocks and tables of a Markdown file. Raises NotText."""
    decoded = decode(source.bytes, source.shown)
    typed = raw.without_embedded(decoded.text)
    walk = walked(without_escapes(typed))
    hidden = walk.hidden
    told = (Notice("hidden-notes", source.shown, str(hidden)),) if hidden else ()
    return Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="line",
        parts=tuple(walk.parts),
        raw=raw.of_markdown(typed),
        notices=(*decoded.notices, *told, *pictured(source.shown, walk.pictures)),
    )


def walked(text: str) -> Walk:
    """The parts of a Markdown text in order, how many hidden notes it holds, and the words before each of its
    pictures.

    A YAML head is read as lines. HTML in it prints what a reader of the page sees.
    """
    options = {"html": True, "store_labels": True}
    parser = MarkdownIt("commonmark", options).enable("table").enable("strikethrough")
    walk = Walk()
    known: dict[str, Any] = {}
    for token in parser.parse(widened(text), known):
        walk.take(token)
    if listed := [*_definitions(text, known.get("references", {}).values())]:
        walk.parts = sorted((*walk.parts, *listed), key=_line)
    return walk


def _definitions(text: str, references: Iterable[Mapping[str, Any]]) -> Iterator[Block]:
    """The lines that say where links lead: `[1]: https://…`. They print nothing, but somebody wrote them."""
    lines = text.split("\n")
    for reference in references:
        first, last = reference["map"]
        for number in range(first, last):
            if lines[number].strip():
                yield Block(number + 1, lines[number].strip(), 0)


def _line(part: Block | Grid) -> int:
    if isinstance(part, Block):
        return part.number
    return min((block.number for row in part.rows for cell in row for block in cell), default=0)


def widened(text: str) -> str:
    """A text whose tables have as many columns as their longest row: cells beyond those of the header would
    be no cells. A sign "|" typed in a comment makes one."""
    lines = text.split("\n")
    for at in range(len(lines) - 1):
        if "|" not in lines[at] or not _RULE.fullmatch(lines[at + 1]):
            continue
        below = takewhile(lambda line: line.strip(), lines[at + 2 :])
        more = max(map(_cells, below), default=0) - _cells(lines[at])
        if more > 0 and _cells(lines[at]) == _cells(lines[at + 1]):
            lines[at] = f"{lines[at].rstrip().removesuffix('|')}|{' |' * more}"
            lines[at + 1] = f"{lines[at + 1].rstrip().removesuffix('|')}|{'---|' * more}"
    return "\n".join(lines)


def _cells(line: str) -> int:
    line = line.strip().lstrip("> ")
    return len(_PIPE.findall(line.removeprefix("|").removesuffix("|"))) + 1


@dataclass
class _List:
    ordered: bool
    number: int
    sign: str


@dataclass
class Walk:
    """The state of one walk over the tokens, and what it found."""

    parts: list[Block | Grid] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    mark: str | None = None  # of the list item whose first block is still to come
    began: int = 1  # the line of that item
    heading: bool = False
    rows: list[list[tuple[Block, ...]]] | None = None
    tables: int = 0
    line: int = 1
    hidden: int = 0  # notes in HTML comments
    width: int = 0  # of the cells of the row so far
    pictures: list[str] = field(default_factory=list)  # the words before each
    last: str = ""  # words that were printed

    def take(self, token: Token) -> None:
        if token.map:
            self.line = token.map[0] + 1
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                self.lists.append(_List(token.type.startswith("o"), start, token.markup))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self._begin_item(token)
            case "list_item_close":
                self._empty_item()
            case "heading_open" | "heading_close":
                self.heading = token.type.endswith("open")
            case "table_open":
                self.rows = []
            case "table_close":
                self._end_table()
            case "tr_open" if self.rows is not None:
                self.rows.append([])
                self.width = 0
            case "inline":
                self._inline(token)
            case "code_block" | "fence":
                named = f"{token.info.strip()}\n" if token.info.strip() else ""
                self._lines(PlainCell(f"{named}{token.content}"))
            case "html_block":
                self._html(token.content)

    def _begin_item(self, token: Token) -> None:
        kind = self.lists[-1]
        above = ""
        if self.mark is not None and self.line == self.began:  # "1. 2. Đề nghị …", in one line
            above = f"{self.mark} " if self.mark[:1].isdigit() else ""
        else:
            self._empty_item()
        number = int(token.info) if token.info.isdecimal() else kind.number
        self.mark = above + (f"{number}{token.markup}" if kind.ordered else "-")
        self.began = self.line
        kind.number += 1

    def _empty_item(self) -> None:
        """A number with nothing beside it, "21.", is printed all the same."""
        if self.mark is not None and self.mark[:1].isdigit():
            self.parts.append(Block(self.began, self.mark, 0, level=max(len(self.lists) - 1, 0)))
        self.mark = None

    def _inline(self, token: Token) -> None:
        written = _written(token)
        printed = written.end()
        self.hidden += len(written.hidden)
        shows = any(child.type == "image" or _IMG.match(child.content) for child in token.children or ())
        self._noted(printed.text, shows)
        if self.rows is not None:
            row = self.rows[-1]
            row.append(blocks_of(self.line, printed, self.width, self.tables))
            self.width += len(printed.text) + len(GLUE)
        else:
            self._lines(printed, written.breaks)

    def _html(self, source: str) -> None:
        written = InlineText()
        written.html(source)
        self.hidden += len(written.hidden)
        printed = written.end()
        self._noted(printed.text, bool(_IMG.search(source)))
        self._lines(printed, written.breaks)

    def _noted(self, printed: str, shows: bool) -> None:
        """What was printed; where a picture stands in it or below, by the words before it."""
        said = "" if shows and len(printed.split()) <= _CAPTION else " ".join(printed.split())
        self.last = said[:_SHOWN] or self.last
        if shows:
            self.pictures.append(self.last)

    def _lines(self, printed: PlainCell, breaks: Sequence[int] = ()) -> None:
        """One block for every printed line: letterheads are typed line under line. `breaks`: where lines end
        that go on in the line as typed."""
        ends = [at for at, char in enumerate(printed.text) if char == "\n" and at not in breaks]
        level = max(len(self.lists) - 1, 0)
        for line in lines_of(printed.text, printed.struck):
            inside = moved(printed.strong, printed.struck, line)
            whole = any(end - start == len(line.text) for start, end in inside)
            typed = bisect_left(ends, line.start)
            begin = ends[typed - 1] + 1 if typed else 0
            self.parts.append(
                Block(
                    self.line + typed, line.text, line.start - begin, mark=self.mark, level=level,
                    heading=self.heading or whole, emphasis=() if whole else inside,
                    struck=line.struck, gone=line.gone,
                )
            )  # fmt: skip
            self.mark = None

    def _end_table(self) -> None:
        rows = self.rows or []
        width = max((len(row) for row in rows), default=0)
        self.parts.append(Grid(tuple(tuple(row + [()] * (width - len(row))) for row in rows)))
        self.rows = None
        self.tables += 1


def _written(token: Token) -> InlineText:
    """An inline token without its signs."""
    written = InlineText()
    targets: list[str] = []
    for child in token.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                written.add("\n")
            case "strong_open" | "s_open":
                written.open(child.tag)
            case "strong_close" | "s_close":
                written.close(child.tag)
            case "html_inline":
                written.html(child.content)
            case "link_open" if "label" not in child.meta and child.info != "auto":
                targets.append(_target(child.attrs))
            case "link_open":
                targets.append("")
            case "link_close":
                written.add(targets.pop())
            case "image":
                label = "label" in child.meta
                written.add(child.content + ("" if label else _target(child.attrs, source="src")))
            case _:
                written.add(child.content)
    return written


def _target(attributes: Mapping[str, Any], source: str = "href") -> str:
    """Where a link leads, as it is written behind its words; a mail address or page that is its own text is
    written once."""
    title = f" “{attributes['title']}”" if attributes.get("title") else ""
    address = normalizeLinkText(str(attributes.get(source, "")))
    if address == raw.EMBEDDED:
        address = ""
    return f" ({address}{title})" if address or title else ""
