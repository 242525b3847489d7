"""Paper: a PDF or picture as printed pages → `Sheet`: paragraphs rebuilt from lines, tables as rows.

    Tại khoản 2 mục III, đề nghị bỏ cụm từ
    “từng bước” vì đã quá hạn.              →  one paragraph

What stands beside the text of the pages is at their edge. Every word of the file lands in one block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import PurePosixPath

from drafter.errors import UnreadFormat
from drafter.model import (
    Block,
    Grid,
    Notice,
    PageOrigin,
    Paper,
    PaperPage,
    PaperPlace,
    PaperWord,
    Sheet,
    Source,
)

from ..beside import concealed
from .coded import decoded
from .doubtful import doubtful_words
from .edges import edges_of
from .grids import RuledTable, tables_of
from .joining import PrintedParagraph, paragraphs_of
from .rows import PrintedRow, columns_of, rows_of
from .tables import PrintedTable, joined_tables, table_of
from .unruled import Unruled, unruled

__all__ = ["read", "read_paper"]

_LEVEL = 0.6  # of the size: ends of lines that are one margin
_SHARE = 0.05  # of the lines: a margin has as many


def read(source: Source) -> Sheet:
    """The pages of a file that intake has opened. Raises UnreadFormat for one of which it has none."""
    if source.paper is None:
        raise UnreadFormat(source.shown, found=PurePosixPath(source.shown).suffix)
    return read_paper(source.paper)


def read_paper(paper: Paper) -> Sheet:
    """The neutral form of printed pages."""
    pages, coded = decoded(paper.pages)
    ruled = [tables_of(page) for page in pages]
    free = [_outside(page, here) for page, here in zip(pages, ruled, strict=True)]
    told = unruled(free, edges_of(pages, free))
    tables = [_sorted(*each) for each in zip(ruled, told.tables, strict=True)]
    texts = [_outside(page, here) for page, here in zip(pages, tables, strict=True)]
    edges = edges_of(pages, texts)
    parts = list(joined_tables(_with_margins(_parts(pages, tables, edges))))
    blocks = _Blocks()
    made = [each for part in _grouped(parts) for each in blocks.of(part)]
    again = [word for part in parts if isinstance(part, PrintedTable) for word in part.repeated]
    doubtful = {at for at, page in enumerate(pages, 1) if page.origin is not PageOrigin.TEXT}
    doubtful |= {*told.unsure, *(at for at, here in enumerate(told.tables, 1) if here)}
    printed = {
        number: found
        for number, places in blocks.printed.items()
        if (found := tuple(place for place in places if place.page in doubtful))
    }
    return Sheet(
        path=paper.path,
        sha256=paper.sha256,
        unit="paragraph",
        parts=(*made, *_edge(pages, edges, again, blocks.last + 1)),
        issuer=paper.issuer,
        raw=None if coded else paper.raw,
        notices=tuple(_notices(paper, coded, told)),
        recognised=frozenset(printed),
        hidden=concealed(paper.hidden, blocks.last + 2),
        printed=printed,
    )


def _outside(page: PaperPage, tables: Sequence[RuledTable]) -> list[PaperWord]:
    return [word for word in page.words if not any(table.holds(word) for table in tables)]


def _sorted(ruled: Sequence[RuledTable], unruled: Sequence[RuledTable]) -> list[RuledTable]:
    return sorted((*ruled, *unruled), key=lambda table: (table.top, table.columns[0]))


def _parts(
    pages: Sequence[PaperPage],
    tables: Sequence[Sequence[RuledTable]],
    edges: Sequence[frozenset[PaperWord]],
) -> Iterator[PrintedRow | PrintedTable]:
    """Lines and tables in reading order; the lines between two tables are set in columns by themselves."""
    for number, (page, here, out) in enumerate(zip(pages, tables, edges, strict=True)):
        left = [word for word in page.words if word not in out]
        part = 0
        for table in here:
            inside = [word for word in left if table.holds(word)]
            above = [word for word in left if word.base <= table.top and not table.holds(word)]
            taken = {*map(id, inside), *map(id, above)}
            rows = columns_of(above, (0.0, page.width), number, part)
            yield from rows
            yield table_of(table, inside, number)
            part = (rows[-1].part if rows else part) + 1
            left = [word for word in left if id(word) not in taken]
        yield from columns_of(left, (0.0, page.width), number, part)


def _with_margins(
    parts: Iterable[PrintedRow | PrintedTable],
) -> list[PrintedRow | PrintedTable]:
    """Lines that run over the whole page, between the margins that such lines have on pages of that width."""
    listed = list(parts)
    whole: dict[float, list[PrintedRow]] = {}
    for part in listed:
        if isinstance(part, PrintedRow) and part.column[0] == 0.0:
            whole.setdefault(part.column[1], []).append(part)
    margins = {
        width: (-_margin([-row.left for row in rows], rows), _margin([row.right for row in rows], rows))
        for width, rows in whole.items()
    }
    return [
        replace(part, column=margins[part.column[1]])
        if isinstance(part, PrintedRow) and part.column[0] == 0.0
        else part
        for part in listed
    ]


def _margin(ends: Sequence[float], rows: Sequence[PrintedRow]) -> float:
    """The outermost place where several lines end; where none do, the outermost of all."""
    near = _LEVEL * rows[0].size
    fewest = max(2, _SHARE * len(rows))
    for end in sorted(ends, reverse=True):
        if sum(end - near <= other <= end for other in ends) >= fewest:
            return end
    return max(ends)


def _grouped(
    parts: Sequence[PrintedRow | PrintedTable],
) -> Iterator[PrintedParagraph | PrintedTable]:
    """Lines as paragraphs, between the tables."""
    for is_table, group in groupby(parts, key=lambda part: isinstance(part, PrintedTable)):
        if is_table:
            yield from (part for part in group if isinstance(part, PrintedTable))
        else:
            yield from paragraphs_of(part for part in group if isinstance(part, PrintedRow))


class _Blocks:
    """Paragraphs as blocks, numbered through; `printed`: where the lines of each of them stand."""

    def __init__(self) -> None:
        self.last = 0
        self.printed: dict[int, tuple[PaperPlace, ...]] = {}
        self._tables = 0

    def of(self, part: PrintedParagraph | PrintedTable) -> Iterator[Block | Grid]:
        if isinstance(part, PrintedParagraph):
            yield self._block(part, None)
            return
        rows: list[list[tuple[Block, ...]]] = [[()] * part.width for _ in range(part.height)]
        for cell in sorted(part.cells, key=lambda cell: (cell.row, cell.column)):
            blocks = tuple(self._block(each, self._tables) for each in paragraphs_of(cell.lines))
            fields = [
                (row, column)
                for row in range(cell.row, cell.last_row + 1)
                for column in range(cell.column, cell.last_column + 1)
            ]
            free = [(row, column) for row, column in fields if not rows[row][column]]
            for row, column in free or fields[:1]:  # around others, or within one, where a form is drawn so
                rows[row][column] = (*rows[row][column], *blocks)
        self._tables += 1
        yield Grid(tuple(map(tuple, rows)))

    def _block(self, paragraph: PrintedParagraph, table: int | None) -> Block:
        self.last += 1
        self.printed[self.last] = tuple(map(_place, paragraph.rows))
        bold = paragraph.is_bold
        return Block(
            self.last, paragraph.text, heading=bold, emphasis=() if bold else paragraph.bold, table=table
        )


def _place(row: PrintedRow) -> PaperPlace:
    top, bottom = min(word.top for word in row.words), max(word.bottom for word in row.words)
    return PaperPlace(row.page + 1, row.left, row.right, top, bottom)


def _edge(
    pages: Sequence[PaperPage],
    edges: Sequence[frozenset[PaperWord]],
    again: Sequence[tuple[int, PaperWord]],
    number: int,
) -> Iterator[Block]:
    """What stands beside the text, line by line: above the middle of a page as its header."""
    at = {0: 0, number: 0}
    for place, (page, out) in enumerate(zip(pages, edges, strict=True)):
        words = [*out, *(word for where, word in again if where == place)]
        for row in rows_of(words):
            which = 0 if row[0].base < page.height / 2 else number
            text = " ".join(word.text for word in row)
            yield Block(which, text, at[which], edge=True)
            at[which] += len(text) + 1


def _notices(paper: Paper, coded: int, told: Unruled) -> Iterator[Notice]:
    if coded:
        yield Notice("legacy-font", paper.path, str(coded))
    for code, count in (("paper-notes", paper.notes), ("paper-attachments", paper.attachments)):
        if count:
            yield Notice(code, paper.path, str(count))
    if signs := sum(len("".join(words.split())) for words in paper.hidden):
        yield Notice("hidden-text", paper.path, str(signs))
    if paper.pictures:
        yield Notice("paper-pictures", paper.path, ", ".join(map(str, paper.pictures)))
    blank = [str(at) for at, page in enumerate(paper.pages, 1) if not page.words]
    if blank:
        yield Notice("paper-blank", paper.path, ", ".join(blank))
    for code, at in (
        ("paper-unruled", [number for number, here in enumerate(told.tables, 1) if here]),
        ("paper-columns", told.unsure),
    ):
        if at:
            yield Notice(code, paper.path, ", ".join(map(str, at)))
    for origin in (PageOrigin.RECOGNISED, PageOrigin.LAYER):
        read = (at for at, page in enumerate(paper.pages, 1) if page.origin is origin and page.words)
        pages = [*map(str, read)]
        if pages:
            yield Notice(origin.value, paper.path, ", ".join(pages))
    if doubted := doubtful_words(paper):
        yield Notice("doubtful-words", paper.path, doubted)
