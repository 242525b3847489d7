"""The table as a Word file that an official can hand in: landscape A4, repeated header, native numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from drafter.model import Layout, Table
from drafter.record import of_table, recorded, row_key
from drafter.wording.messages import say
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of
from drafter.writers.office.grid import Bookmark, CellLook, add_grid, cell, counting_list, row
from drafter.writers.office.letterhead import letterhead
from drafter.writers.office.page import StyledLine
from drafter.writers.table.frame import closing, footer_text, opening, subject, title
from drafter.writers.table.layout import columns, header, lines

_WIDTH = 14288  # twentieths of a point between the margins: 252 mm
_SIZE = 24  # half points: 12 pt in the table, 13 outside …
_SMALL = 20  # … and 10 pt where the proof makes it eight columns, so that no word is cut
_LONG = 600  # characters in a cell: a long comment may break across pages, a short row should not
_SIGNATURE = 4  # empty lines for signature and seal; the name is left to be written


def table_docx(table: Table, layout: Layout, lang: str, *, provenance: bool) -> bytes:
    """The bytes of the .docx, its record of inputs and rows inside; equal for equal tables."""
    document = page.landscape(size=13, title=f"{title(lang)} {subject(table, lang)}")
    letterhead(document, table.issuer or "", lang)
    page.line(document, title(lang), bold=True, size=14, align=WD_ALIGN_PARAGRAPH.CENTER, before=12, after=0)
    page.line(document, subject(table, lang), bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=12)
    for text in opening(table, lang):
        page.line(document, text, first=12.7)
    _table(document, table, layout, lang)
    _closing(document, table, lang)
    if provenance:
        _inputs(document, table, lang)
    page.page_number(document)
    page.footer(document, footer_text(table, lang))
    return recorded(parts_of(document), of_table(table, layout, lang), owner="word/document.xml")


def _table(document: Document, table: Table, layout: Layout, lang: str) -> None:
    shown = columns(table, layout)
    shares = sum(column.share for column in shown)
    widths = [_WIDTH * column.share // shares for column in shown]
    look = CellLook(_SMALL if table.proof else _SIZE)
    number = counting_list(document) if shown[0].counted else None
    rows = [_header_row(header(table, layout, lang), widths, look)]
    for at, line in enumerate(lines(table, layout, lang)):
        if line.row is None:
            rows.append(_group_row(line.cells[0], widths, replace(look, bold=True)))
        else:
            rows.append(_row(line.cells, widths, look, number, Bookmark(at, row_key(line.row))))
    if not table.rows:
        rows.append(_group_row(say("table.empty", lang), widths, replace(look, italic=True)))
    add_grid(document, rows, widths)


def _header_row(texts: Sequence[str], widths: Sequence[int], look: CellLook) -> str:
    shaded = replace(look, bold=True, align="center", shade="D9E2F3")
    cells = (cell(text, width, shaded) for text, width in zip(texts, widths, strict=True))
    return row(cells, header=True)


def _row(
    texts: Sequence[str], widths: Sequence[int], look: CellLook, number: int | None, bookmark: Bookmark
) -> str:
    cells = [cell(text, width, look) for text, width in zip(texts, widths, strict=True)]
    if number is not None:
        cells[0] = cell("", widths[0], replace(look, align="center"), number=number)
    # The bookmark finds the row again when decisions are read back from an edited file.
    cells[-1] = cell(texts[-1], widths[-1], look, bookmark=bookmark)
    return row(cells, whole=max(map(len, texts)) < _LONG)


def _group_row(text: str, widths: Sequence[int], look: CellLook) -> str:
    shaded = replace(look, shade="F2F2F2", keep=True)
    return row([cell(text, sum(widths), shaded, span=len(widths))])


def _closing(document: Document, table: Table, lang: str) -> None:
    page.line(document, say("table.balance", lang), bold=True, size=12, before=10, after=2, keep=True)
    for text in closing(table, lang):
        page.line(document, text, size=12, after=2, keep=True)
    page.line(document, "", after=0, keep=True)
    receivers = (
        StyledLine(say("table.notify", lang), size=12, bold=True, italic=True, left=True),
        StyledLine("- …………;", size=11, left=True),
        StyledLine(say("table.file", lang), size=11, left=True),
    )
    signer = (StyledLine(say("table.signer", lang), bold=True), *[StyledLine("")] * _SIGNATURE)
    page.side_by_side(document, (Mm(126), Mm(126)), (receivers, signer))


def _inputs(document: Document, table: Table, lang: str) -> None:
    page.line(document, say("table.inputs", lang), bold=True, size=11, before=12, after=2, keep=True)
    for path, digest in table.inputs:
        page.line(document, f"{digest}  {path}", size=9, align=WD_ALIGN_PARAGRAPH.LEFT, after=0)
