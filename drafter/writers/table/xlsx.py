"""The table as a workbook: filters, frozen header, a drop-down for the disposition, no live formulas."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from drafter.model import Disposition, Table
from drafter.wording.messages import say
from drafter.writers.record import APPLICATION, footer_text, record_xml, row_key, with_record
from drafter.writers.table.frame import closing, opening, subject, title
from drafter.writers.table.layout import FORMULA, Column, Layout, TableLine, columns, header, lines

_FONT = "Times New Roman"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP = Alignment(wrap_text=True, vertical="top")
_SHADE = PatternFill("solid", fgColor="D9E2F3")
_GROUP = PatternFill("solid", fgColor="F2F2F2")
_WIDTH = 150  # characters over all columns, near a landscape A4 page
_LINE = 16.5  # points of a line of 12 pt
_LIMIT = 32_767  # characters that Excel keeps in a cell
_SUMMARY = 120  # characters in a line of the summary
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def table_xlsx(table: Table, layout: Layout, lang: str) -> bytes:
    """The bytes of the .xlsx; sheets for rows, summary and inputs. Equal for equal tables."""
    book = Workbook()
    rows = book.active
    assert isinstance(rows, Worksheet)
    rows.title = say("table.sheet.rows", lang)
    _rows(rows, table, layout, lang)
    _summary(book.create_sheet(say("table.sheet.summary", lang)), table, lang)
    _inputs(book.create_sheet(say("table.sheet.inputs", lang)), table, lang)
    for sheet in book.worksheets:
        _page(sheet, footer_text(table, lang))
    book.properties.creator = "drafter"
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    raw = io.BytesIO()
    book.save(raw)
    return with_record(
        raw.getvalue(),
        record_xml(table),
        owner="xl/workbook.xml",
        patches={
            "docProps/app.xml": lambda _: APPLICATION,
            "docProps/core.xml": lambda part: _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", part),
        },
    )


def _rows(sheet: Worksheet, table: Table, layout: Layout, lang: str) -> None:
    """Header in row 1, so that filters work; then groups and rows; the row's key in a hidden column."""
    names = (*header(table, layout, lang), say("table.column.disposition", lang), "drafter")
    for column, name in enumerate(names, 1):
        cell = put(sheet.cell(1, column), name)
        cell.font, cell.fill, cell.border = Font(name=_FONT, bold=True, size=12), _SHADE, _BOX
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    choices = {key: say(f"disposition.{key}", lang) for key in Disposition}
    shown = columns(table, layout)
    for at, line in enumerate(lines(table, layout, lang), 2):
        for column, text in enumerate(line.cells, 1):
            cell = put(sheet.cell(at, column), _kept(text, lang))
            cell.font, cell.alignment, cell.border = Font(name=_FONT, size=12), _TOP, _BOX
            if line.row is None:
                # Not merged, or Excel would refuse to sort; the text runs over the empty cells.
                cell.font, cell.fill = Font(name=_FONT, size=12, bold=True), _GROUP
                cell.alignment = Alignment(vertical="top")
            elif shown[column - 1].counted:
                cell.value = line.row.no
        sheet.row_dimensions[at].height = _height(line, shown)
        if line.row is not None:
            choice = put(sheet.cell(at, len(names) - 1), choices[line.row.disposition])
            choice.font, choice.alignment, choice.border = Font(name=_FONT, size=12), _TOP, _BOX
            put(sheet.cell(at, len(names)), row_key(line.row))
    _furnish(sheet, shown, len(names), sheet.max_row, choices)


def _height(line: TableLine, shown: Sequence[Column]) -> float:
    """Points for the wrapped text of a row: programs other than Excel do not fit rows by themselves."""
    if line.row is None:
        return _LINE * 1.2
    widths = [_WIDTH * column.share / 100 for column in shown]
    return max(_fitting(text, width) for text, width in zip(line.cells, widths, strict=True))


def _fitting(text: str, width: float) -> float:
    """Points for `text` wrapped into lines of `width` characters."""
    lines = sum(max(1, math.ceil(len(part) * 1.1 / width)) for part in text.split("\n"))
    return min(_LINE * lines + 4, 409)  # Excel knows no higher row


def _furnish(
    sheet: Worksheet, shown: Sequence[Column], width: int, height: int, choices: dict[Disposition, str]
) -> None:
    for column, share in enumerate(shown, 1):
        sheet.column_dimensions[get_column_letter(column)].width = max(6, _WIDTH * share.share / 100)
    sheet.column_dimensions[get_column_letter(width - 1)].width = 16
    sheet.column_dimensions[get_column_letter(width)].hidden = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(width - 1)}{max(height, 1)}"
    sheet.print_title_rows = "1:1"
    allowed = DataValidation(type="list", formula1='"' + ",".join(choices.values()) + '"', allow_blank=True)
    letter = get_column_letter(width - 1)
    allowed.add(f"{letter}2:{letter}{max(height, 2)}")
    sheet.add_data_validation(allowed)


def _page(sheet: Worksheet, footer: str) -> None:
    """A4 landscape, as wide as the page, with the draft's name and "page / pages" at the bottom."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    assert sheet.oddFooter is not None
    sheet.oddFooter.right.text = f"{footer.replace('&', '&&')} · &P/&N"


def _summary(sheet: Worksheet, table: Table, lang: str) -> None:
    texts = (title(lang), subject(table, lang), *opening(table, lang), *closing(table, lang))
    for at, text in enumerate(texts, 1):
        cell = put(sheet.cell(at, 1), _kept(text, lang))
        cell.font, cell.alignment = Font(name=_FONT, size=12, bold=at <= 2), _TOP
        sheet.row_dimensions[at].height = _fitting(text, _SUMMARY)
    sheet.column_dimensions["A"].width = _SUMMARY


def _inputs(sheet: Worksheet, table: Table, lang: str) -> None:
    rows = [(say("table.inputs", lang), ""), *((path, digest) for path, digest in table.inputs)]
    for at, (path, digest) in enumerate(rows, 1):
        put(sheet.cell(at, 1), path).font = Font(name=_FONT, size=11, bold=at == 1)
        put(sheet.cell(at, 2), digest).font = Font(name="Consolas", size=9)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 60, 70


def _kept(text: str, lang: str) -> str:
    """What a cell can keep of `text`; a text that is cut says so."""
    if len(text) <= _LIMIT:
        return text
    told = say("table.cut", lang)
    return text[: _LIMIT - len(told)] + told


def put(cell: Cell | MergedCell, text: str) -> Cell:
    """Text as text: what begins like a formula is marked as quoted and never computed."""
    assert isinstance(cell, Cell)
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA)
    return cell
