"""The table as a Word file that an official can hand in: landscape A4, repeated header, native numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement

from drafter.language.unbroken import unbroken
from drafter.model import ColumnRole, Disposition, Layout, Row, Table
from drafter.record import of_table, recorded
from drafter.wording.answers import blanks
from drafter.wording.messages import say
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of
from drafter.writers.office.foot import foot_row, row_height
from drafter.writers.office.grid import (
    Bookmark,
    CellLook,
    Choice,
    LateGrid,
    add_late_grid,
    cell,
    counting_list,
    row,
)
from drafter.writers.office.letterhead import letterhead, line_under_title, signature, signature_height
from drafter.writers.table.frame import (
    attached_to,
    closing,
    empty,
    footer_text,
    heading,
    items,
    subject,
    title,
)
from drafter.writers.table.layout import Column, columns, header, lines, marks

_WIDTH = 14288  # twentieths of a point between the margins: 252 mm
_SIZE = 24  # half points: 12 pt in the table, 13 outside …
_SMALL = 20  # … and 10 pt where the proof makes it wider
_PAGE = 420  # points of a page below the repeated header: a row that fits it is not broken


def table_docx(table: Table, layout: Layout, lang: str) -> bytes:
    """The bytes of the .docx, its record of inputs and rows inside; equal for equal tables."""
    extras = table.extras
    document = page.landscape(size=13, title=f"{title(lang)} {subject(table, lang)}")
    if table.provisional:
        page.stamp(document, say("table.provisional", lang))
    if not extras.attachment:
        letterhead(document, table.office, table.issuer or "", lang)
    _title(document, table, lang)
    told = items(table, lang)
    for item in told:
        page.line(document, item.text, first=12.7, keep=item is told[-1], highlighted=item.alert)
    made, grid = _table(document, table, layout, lang)
    if extras.balance:
        _balance(document, table, lang)
        if not extras.attachment:
            _signature(document, table, lang)
    else:
        page.ending(document)
    if extras.provenance:
        _inputs(document, table, lang)
        page.footer(document, footer_text(table, lang))
    page.page_number(document)
    return recorded(parts_of(document, grid), of_table(table, layout, lang, made), owner="word/document.xml")


def _signature(document: Document, table: Table, lang: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """An empty line, and below it who gets the document and who signs it."""
    above = page.line(document, "", after=0, keep=True)
    return above._p, signature(document, table.office, table.issuer or "", lang)._tbl


def _title(document: Document, table: Table, lang: str) -> None:
    center = WD_ALIGN_PARAGRAPH.CENTER
    attached = table.extras.attachment
    for at, text in enumerate(heading(table, lang, stamped=False)):
        before = 0 if attached or at else 12
        page.line(document, text, bold=True, size=14, align=center, before=before, after=0)
    below = subject(table, lang)
    page.line(document, below, bold=True, align=center, after=0)
    if attached:
        below = attached_to(table, lang)
        page.line(document, below, italic=True, align=center, after=0)
    line_under_title(document, table.office, table.issuer or "", below)


def _table(document: Document, table: Table, layout: Layout, lang: str) -> tuple[Mapping[int, str], LateGrid]:
    """Add the table; the marks of its rows, and what is to be put in its place."""
    shown = columns(table, layout)
    shares = sum(column.share for column in shown)
    widths = [_WIDTH * column.share // shares for column in shown]
    signed = not (table.extras.attachment or table.extras.balance)
    below = signature_height(table.office) if signed else 0
    writer = _RowWriter(shown, widths, CellLook(_SMALL if table.extras.proof else _SIZE), lang, below)
    number = counting_list(document) if shown[0].counted else None
    rows = [writer.header(header(table, layout, lang))]
    told = lines(table, layout, lang)
    for at, line in enumerate(told):
        if line.row is None:
            rows.append(writer.group(line.cells[0], bold=True))
        else:
            last = at == len(told) - 1
            rows.append(writer.row(line.cells, line.row, number, Bookmark(at, line.mark), last))
    if not table.rows:
        rows.append(writer.group(empty(table, lang), italic=True))
    if signed:
        rows.append(foot_row(_signature(document, table, lang), widths))
    return marks(told), add_late_grid(document, rows, widths)


@dataclass(frozen=True, slots=True)
class _RowWriter:
    """Writes the rows of one table: its columns, their widths, the look of a cell, the language; `below`:
    points that the signature takes."""

    columns: Sequence[Column]
    widths: Sequence[int]
    look: CellLook
    lang: str
    below: float

    def header(self, texts: Sequence[str]) -> str:
        shaded = replace(self.look, bold=True, align="center", shade="D9E2F3")
        cells = (cell(text, width, shaded) for text, width in zip(texts, self.widths, strict=True))
        return row(cells, header=True)

    def group(self, text: str, *, bold: bool = False, italic: bool = False) -> str:
        """A heading over rows, on one page with the first of them."""
        shaded = replace(self.look, shade="F2F2F2", keep=True, bold=bold, italic=italic)
        return row([cell(text, sum(self.widths), shaded, span=len(self.widths))])

    def row(self, texts: Sequence[str], made: Row, number: int | None, name: Bookmark, last: bool) -> str:
        """One row; the `last` one stays with the signature below it. A proposal is in italics."""
        height = row_height(texts, self.widths, self.look.size / 2)
        whole = height < (_PAGE - self.below if last else _PAGE)
        look = replace(self.look, keep=last and whole)
        cells = []
        for at, (text, width, column) in enumerate(zip(texts, self.widths, self.columns, strict=True)):
            # By its name the row is found when the table comes back edited. It stands twice, in cells that
            # nobody types in: who retypes a cell takes its bookmark away.
            tag = name if at == 0 else None
            mark = name if column.role is ColumnRole.COMMENT else None
            if column.role is not ColumnRole.COMMENT:  # whose words stay as they were sent
                text = unbroken(text)
            if column.role is ColumnRole.DISPOSITION:
                cells.append(cell(text, width, look, choice=self._choice(name.id)))
            elif column.counted:
                centred = replace(look, align="center")
                # The list prints the number itself, so that an inserted row renumbers the rest.
                text = text.removeprefix(str(made.no))
                cells.append(cell(text, width, centred, number=number, tag=tag))
            elif column.answer and made.provisional:
                cells.append(cell(text, width, replace(look, italic=True), pieces=self._pieces))
            else:
                cells.append(cell(text, width, look, bookmark=mark, tag=tag))
        return row(cells, whole=whole)

    def _choice(self, id: int) -> Choice:
        offered = tuple(say(f"disposition.{each}", self.lang) for each in Disposition)
        return Choice(id, say("table.column.disposition", self.lang), offered)

    def _pieces(self, line: str) -> Iterable[tuple[str, bool]]:
        return blanks(line, self.lang)


def _balance(document: Document, table: Table, lang: str) -> None:
    page.line(document, say("table.balance", lang), bold=True, size=12, before=10, after=2, keep=True)
    for text in closing(table, lang):
        page.line(document, text, size=12, after=2, keep=True)


def _inputs(document: Document, table: Table, lang: str) -> None:
    page.line(document, say("table.inputs", lang), bold=True, size=11, before=12, after=2, keep=True)
    for path, digest in table.inputs:
        page.line(document, f"{digest}  {path}", size=9, align=WD_ALIGN_PARAGRAPH.LEFT, after=0)
