"""Letters, minutes, tables and copies of the draft in Word: a `Manuscript` as blocks and grids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from drafter.language.senders import TOP, addresses
from drafter.model import (
    Block,
    Cell,
    Grid,
    Manuscript,
    Notice,
    Paragraph,
    Sheet,
    Source,
    outermost_tables,
)
from drafter.opc import Package
from drafter.readers import opened
from drafter.readers.docx import read_docx
from drafter.readers.docx.pictures import pictures
from drafter.readers.docx.plain import edges, raw_marks, raw_words
from drafter.readers.docx.unseen import told_apart
from drafter.readers.printed import lines_of, moved
from drafter.readers.properties import issuer
from drafter.record import refuse_own

from .beside import concealed, pictured
from .returned import keys_of, returned

_MOST = 1_000_000  # cells of a rectangle: Word itself knows 63 columns
_SIDE_BY_SIDE = 2  # columns or rows of a table without lines that only sets things side by side


def read(source: Source) -> Sheet:
    """A Word file as accepted; its comments and revisions stay in `Sheet.manuscript`.

    Raises what reading a .docx raises: NotADocx, OldWordFile, Encrypted, DamagedFile, …; OwnOutput.
    """
    package = told_apart(opened(source))
    refuse_own(package, returned=True)
    sheet = returned(sheet_of(package, read_docx(package)), keys_of(package))
    notes = sheet.manuscript.annotations if sheet.keys and sheet.manuscript else ()
    if not notes:
        return sheet
    return replace(sheet, notices=(*sheet.notices, Notice("form-margin", sheet.path, str(len(notes)))))


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
            parts.extend(_grid(tuple(paragraphs), table))
    last = max((p.index for p in manuscript.paragraphs), default=-1) + 1
    coded = any(each.code == "legacy-font" for each in manuscript.notices)
    return Sheet(
        path=manuscript.path,
        sha256=manuscript.sha256,
        unit="paragraph",
        parts=(*_edge(package, "header", 0), *parts, *_edge(package, "footer", last + 1)),
        manuscript=manuscript,
        issuer=issuer(package),
        raw=None if coded else raw_words(package),
        raw_marks=None if coded else raw_marks(package),
        notices=(*manuscript.notices, *_margin(manuscript), *pictured(package.shown, pictures(package))),
        hidden=concealed((manuscript.hidden,), last + 2),
    )


def _edge(package: Package, kind: str, number: int) -> Iterator[Block]:
    """The lines of the headers or footers of the pages."""
    at = 0
    for line in edges(package, kind):
        yield Block(number, line, at, edge=True)
        at += len(line) + 1


def _margin(manuscript: Manuscript) -> list[Notice]:
    """A letter with comments in its margin: they are an office's own notes on the letter, and not read."""
    if not manuscript.annotations or not addresses(p.text for p in manuscript.paragraphs[:TOP]):
        return []
    return [Notice("letter-margin", manuscript.path, str(len(manuscript.annotations)))]


def _blocks(paragraph: Paragraph, table: int | None) -> list[Block]:
    """One block per printed line of a paragraph, then those of its notes and text boxes."""
    made = [
        Block(
            number=paragraph.index + 1,
            text=line.text,
            offset=line.start,
            mark=None if place else paragraph.marker,
            level=paragraph.level or 0,
            heading=paragraph.bold or paragraph.outline_level is not None,
            emphasis=() if paragraph.bold else moved(paragraph.emphasis, paragraph.struck, line),
            table=table,
            struck=line.struck,
            gone=line.gone,
        )
        for place, line in enumerate(lines_of(paragraph.text, paragraph.struck))
    ]
    return [*made, *_notes(paragraph, table)]


def _notes(paragraph: Paragraph, table: int | None) -> list[Block]:
    """The lines of the notes and text boxes anchored at a paragraph; they stand behind its text."""
    made = []
    at = len(paragraph.text) + 1
    for line in (line for note in paragraph.notes for line in note.text.split("\n")):
        if line.strip():
            made.append(Block(number=paragraph.index + 1, text=line.strip(), offset=at, table=table))
        at += len(line) + 1
    return made


def _grid(paragraphs: Sequence[Paragraph], table: int) -> list[Block | Grid]:
    """The rows of one outermost table; what stands in nested tables goes to the cell around. The lines of one
    that is no form any more, so large is the rectangle that it claims."""
    inside: dict[tuple[int, int], list[Block]] = {}  # by row and column
    cells: dict[tuple[int, int], Cell] = {}
    here = (0, 0)
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell and cell.table == table:
            here = (cell.row, cell.column)
            cells[here] = cell
        inside.setdefault(here, []).extend(_blocks(paragraph, table))
    width = max((column + _span(cells.get((row, column))) for row, column in inside), default=0)
    if width * len({row for row, _ in inside}) > _MOST:
        return [block for place in sorted(inside) for block in inside[place]]
    filled: list[list[tuple[Block, ...]]] = []
    for _, row in groupby(sorted(inside), key=lambda place: place[0]):
        above = filled[-1] if filled else [()] * width
        filled.append([()] * width)
        for place in row:
            own, column = cells.get(place), place[1]
            blocks = tuple(inside[place]) or (above[column] if own and own.merged else ())
            for covered in range(column, column + _span(own)):
                filled[-1][covered] = blocks
    drawn = any(p.cell and p.cell.borders for p in paragraphs)
    layout = not drawn and (width <= _SIDE_BY_SIDE or len(filled) <= _SIDE_BY_SIDE)
    return [Grid(tuple(tuple(row) for row in filled), layout=layout)]


def _span(cell: Cell | None) -> int:
    return max(cell.span, 1) if cell else 1
