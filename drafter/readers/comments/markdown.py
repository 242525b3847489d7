"""Letters as Markdown: the tokens of markdown-it-py → blocks with list marks, headings, tables.

Positions are lines of the file as typed; offsets count in the text of the block, Markdown's own
signs (`**`, `#`, `>`) left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from drafter.language.controls import without_escapes
from drafter.model import Block, Grid, Notice, Sheet, Source
from drafter.readers.printed import lines_of, moved

from .encodings import decode
from .grids import GLUE, PlainCell, blocks_of
from .inline_html import InlineText


def read(source: Source) -> Sheet:
    """The blocks and tables of a Markdown file. Raises NotText."""
    decoded = decode(source.bytes, source.shown)
    parts, hidden = blocks(without_escapes(decoded.text))
    told = (Notice("hidden-notes", source.shown, str(hidden)),) if hidden else ()
    return Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="line",
        parts=parts,
        notices=(*decoded.notices, *told),
    )


def blocks(text: str) -> tuple[tuple[Block | Grid, ...], int]:
    """The parts of a Markdown text in order, and how many hidden notes it holds.

    A YAML head is read as lines. HTML in it prints what a reader of the page sees.
    """
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    walk = _Walk()
    for token in parser.parse(text):
        walk.take(token)
    return tuple(walk.parts), walk.hidden


@dataclass
class _List:
    ordered: bool
    number: int
    sign: str


@dataclass
class _Walk:
    """The state of one walk over the tokens; local to `blocks`."""

    parts: list[Block | Grid] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    mark: str | None = None  # of the list item whose first block is still to come
    heading: bool = False
    rows: list[list[tuple[Block, ...]]] | None = None
    tables: int = 0
    line: int = 1
    hidden: int = 0  # notes in HTML comments
    width: int = 0  # of the cells of the row so far

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
                self._lines(PlainCell(token.content))
            case "html_block":
                self._html(token.content)

    def _begin_item(self, token: Token) -> None:
        kind = self.lists[-1]
        number = int(token.info) if token.info.isdecimal() else kind.number
        self.mark = f"{number}{token.markup}" if kind.ordered else "-"
        kind.number += 1

    def _inline(self, token: Token) -> None:
        written = _written(token)
        printed = written.end()
        self.hidden += len(written.hidden)
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
        self._lines(written.end(), written.breaks)

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
            case _:
                written.add(child.content)
    return written
