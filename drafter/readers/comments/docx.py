"""Letters, minutes, tables and copies of the draft in Word: a `Manuscript` as blocks and grids."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.language.senders import TOP, addresses
from drafter.model import Block, Grid, Manuscript, Notice, Paragraph, Sheet, Source, Story, outermost_tables
from drafter.opc import Package
from drafter.readers import opened
from drafter.readers.docx import read_docx

_SIDE_BY_SIDE = 2  # columns or rows of a table without lines that only sets things side by side


def read(source: Source) -> Sheet:
    """A Word file as accepted; its comments and revisions stay in `Sheet.manuscript`.

    Raises what reading a .docx raises: NotADocx, OldWordFile, Encrypted, DamagedFile, …
    """
    package = opened(source)
    return sheet_of(package, read_docx(package))


def _issuer(package: Package) -> str | None:
    """The company, else the author, that the file's properties name."""
    for part, field in (("docProps/app.xml", "Company"), ("docProps/core.xml", "creator")):
        if part in package.names:
            for element in package.xml(part).iter(f"{{*}}{field}"):
                if element.text and element.text.strip():
                    return element.text.strip()
    return None


def sheet_of(package: Package, manuscript: Manuscript) -> Sheet:
    """The neutral form of a Word file that is read: paragraphs outside tables as blocks, tables as grids."""
    parts: list[Block | Grid] = []
    outer = outermost_tables(manuscript.paragraphs)
    keyed = groupby(manuscript.paragraphs, key=lambda p: outer.get(p.cell.table) if p.cell else None)
    for table, paragraphs in keyed:
        if table is None:
            for paragraph in paragraphs:
                parts.extend(_blocks(paragraph, None))
        else:
            parts.append(_grid(tuple(paragraphs), table))
    return Sheet(
        path=manuscript.path,
        sha256=manuscript.sha256,
        unit="paragraph",
        parts=tuple(parts),
        manuscript=manuscript,
        issuer=_issuer(package),
        notices=(*manuscript.notices, *_margin(manuscript)),
    )


def _margin(manuscript: Manuscript) -> list[Notice]:
    """A letter with comments in its margin: they are an office's own notes on the letter, and not read."""
    if not manuscript.annotations or not addresses(p.text for p in manuscript.paragraphs[:TOP]):
        return []
    return [Notice("letter-margin", "", str(len(manuscript.annotations)))]


def _blocks(paragraph: Paragraph, table: int | None) -> list[Block]:
    """One block per printed line of a paragraph, then those of its text boxes."""
    made: list[Block] = []
    at = 0
    for line in paragraph.text.split("\n"):
        text = line.strip()
        if text:
            lead = at + len(line) - len(line.lstrip())
            made.append(
                Block(
                    number=paragraph.index + 1,
                    text=text,
                    offset=lead,
                    mark=paragraph.marker if not made else None,
                    level=paragraph.level or 0,
                    heading=paragraph.bold or paragraph.outline_level is not None,
                    emphasis=() if paragraph.bold else _within(paragraph.emphasis, lead, lead + len(text)),
                    table=table,
                )
            )
        at += len(line) + 1
    return [*made, *_boxes(paragraph, table)]


def _boxes(paragraph: Paragraph, table: int | None) -> list[Block]:
    """The lines of the text boxes anchored at a paragraph; they stand at its end."""
    return [
        Block(number=paragraph.index + 1, text=line.strip(), offset=len(paragraph.text), table=table)
        for note in paragraph.notes
        if note.story is Story.TEXT_BOX
        for line in note.text.split("\n")
        if line.strip()
    ]


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((s - start, e - start) for s, e in spans if start <= s and e <= end)


def _grid(paragraphs: Sequence[Paragraph], table: int) -> Grid:
    """The rows of one outermost table; what stands in nested tables goes to the cell around."""
    rows: dict[int, dict[int, list[Block]]] = {}
    spans: dict[tuple[int, int], int] = {}
    covered: set[tuple[int, int]] = set()
    here = (0, 0)
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell and cell.table == table:
            here = (cell.row, cell.column)
            spans[here] = max(cell.span, 1)
            if cell.merged:
                covered.add(here)
        rows.setdefault(here[0], {}).setdefault(here[1], []).extend(_blocks(paragraph, table))
    width = max((column + spans.get((row, column), 1) for row in rows for column in rows[row]), default=0)
    filled = [[tuple[Block, ...]() for _ in range(width)] for _ in rows]
    for place, row in enumerate(sorted(rows)):
        for column, blocks in rows[row].items():
            above = filled[place - 1][column] if place and (row, column) in covered else ()
            for covers in range(column, column + spans.get((row, column), 1)):
                filled[place][covers] = tuple(blocks) or above
    drawn = any(p.cell and p.cell.borders for p in paragraphs)
    layout = not drawn and (width <= _SIDE_BY_SIDE or len(rows) <= _SIDE_BY_SIDE)
    return Grid(tuple(tuple(row) for row in filled), layout=layout)
