"""Letters as Markdown: the tokens of markdown-it-py → blocks with list marks, headings, tables.

Positions are lines of the file as typed; offsets count in the text of the block, Markdown's own
signs (`**`, `#`, `>`) left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from drafter.model import Block, Grid, Sheet, Source

from .grids import GLUE
from .text import decode


def read(source: Source) -> Sheet:
    """The blocks and tables of a Markdown file. Raises NotText."""
    parts = blocks(decode(source.bytes, source.shown))
    return Sheet(path=source.shown, sha256=source.sha256, unit="line", parts=parts)


def blocks(text: str) -> tuple[Block | Grid, ...]:
    """The parts of a Markdown text in order; a YAML head is read as lines."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").enable("strikethrough")
    walk = _Walk()
    for token in parser.parse(text):
        walk.take(token)
    return tuple(walk.parts)


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
            case "inline":
                self._inline(token)
            case "code_block" | "fence" | "html_block":
                self._plain(token.content)

    def _begin_item(self, token: Token) -> None:
        kind = self.lists[-1]
        number = int(token.info) if token.info.isdecimal() else kind.number
        self.mark = f"{number}{token.markup}" if kind.ordered else "-"
        kind.number += 1

    def _inline(self, token: Token) -> None:
        text, strong = _printed(token)
        if self.rows is not None:
            row = self.rows[-1]
            offset = sum(len("\n".join(b.text for b in cell)) + len(GLUE) for cell in row)
            block = Block(self.line, text, offset, emphasis=strong, table=self.tables)
            row.append((block,) if text.strip() else ())
            return
        self._lines(text, strong)

    def _lines(self, text: str, strong: tuple[tuple[int, int], ...]) -> None:
        """One block for every typed line that stands alone: letterheads are typed line under line."""
        level = max(len(self.lists) - 1, 0)
        at = 0
        for count, line in enumerate(text.split("\n")):
            inside = tuple((s - at, e - at) for s, e in strong if at <= s and e <= at + len(line))
            whole = any(e - s == len(line.strip()) for s, e in inside)
            if line.strip():
                self.parts.append(
                    Block(
                        self.line + count, line.strip(), mark=self.mark, level=level,
                        heading=self.heading or whole, emphasis=() if whole else inside,
                    )
                )  # fmt: skip
                self.mark = None
            at += len(line) + 1

    def _plain(self, content: str) -> None:
        for count, line in enumerate(content.split("\n")):
            if line.strip():
                self.parts.append(Block(self.line + count, line.strip()))

    def _end_table(self) -> None:
        rows = self.rows or []
        width = max((len(row) for row in rows), default=0)
        self.parts.append(Grid(tuple(tuple(row + [()] * (width - len(row))) for row in rows)))
        self.rows = None
        self.tables += 1


def _printed(token: Token) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of an inline token without its signs, and where the strong words stand."""
    text = ""
    strong: list[tuple[int, int]] = []
    opened = 0
    for child in token.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                text += "\n"
            case "strong_open":
                opened = len(text)
            case "strong_close":
                strong.append((opened, len(text)))
            case _:
                text += child.content
    return text, tuple(strong)
