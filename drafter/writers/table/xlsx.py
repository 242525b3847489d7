"""The table as a workbook: filters, frozen header, drop-downs for what was decided, no live formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from drafter.model import Disposition, Layout, ReasonCode, Table
from drafter.record import of_table, recorded
from drafter.wording.answers import blanks
from drafter.wording.messages import say
from drafter.wording.names import capital
from drafter.writers.office.sheet import CellStyle, height, held, landscape, put, styled
from drafter.writers.office.workbooks import parts_of
from drafter.writers.table.frame import attached_to, closing, footer_text, heading, items, subject, unread
from drafter.writers.table.layout import Column, TableLine, columns, header, lines, marks

_HEADER = CellStyle(bold=True, fill="D9E2F3", vertical="center", horizontal="center")
_CELL = CellStyle()
_NUMBER = CellStyle(horizontal="center")
_PROPOSED = CellStyle(italic=True)
_OPEN = CellStyle(italic=True, fill="FFF2CC")
# Not merged, or Excel would refuse to sort; the text runs over the empty cells.
_GROUP = CellStyle(bold=True, fill="F2F2F2", wrapped=False)
_PATH = CellStyle(size=11, boxed=False, wrapped=False, vertical=None)
_DIGEST = replace(_PATH, size=9, font="Consolas")
_ALERT = CellStyle(bold=True, fill="FFF2CC", boxed=False)
_GROUP_HEIGHT = 19.8  # points
_WIDTH = 150  # characters over all columns, near a landscape A4 page
_SUMMARY = 100  # digits beside each other in a line of the summary, as wide as a landscape A4 page
_LETTERS = 125  # letters of running text in such a line


def table_xlsx(table: Table, layout: Layout, lang: str) -> bytes:
    """The bytes of the .xlsx; sheets for rows, summary and inputs. Equal for equal tables."""
    book = Workbook()
    rows = book.active
    assert isinstance(rows, Worksheet)
    rows.title = say("table.sheet.rows", lang)
    made = _rows(rows, table, layout, lang)
    _summary(book.create_sheet(say("table.sheet.summary", lang)), table, lang)
    if table.extras.provenance:
        _inputs(book.create_sheet(say("table.sheet.inputs", lang)), table, lang)
    for sheet in book.worksheets:
        landscape(sheet, footer_text(table, lang) if table.extras.provenance else None)
    return recorded(parts_of(book), of_table(table, layout, lang, made), owner="xl/workbook.xml")


def _rows(sheet: Worksheet, table: Table, layout: Layout, lang: str) -> Mapping[int, str]:
    """Header in row 1, so that filters work; then what was not read, groups and rows; the row's mark in a
    hidden column. Gives these marks."""
    chosen = tuple(say(f"table.column.{name}", lang) for name in ("disposition", "reason"))
    names = (*header(table, layout, lang), *chosen, "drafter")
    for at, name in enumerate(names, 1):
        styled(put(sheet.cell(1, at), name), _HEADER)
    choices = {key: say(f"disposition.{key}", lang) for key in Disposition}
    reasons = {key: capital(say(f"reason-code.{key}", lang)) for key in ReasonCode}
    shown = columns(table, layout)
    told, cut = unread(table, lang), say("table.cut", lang)
    if told:
        styled(put(sheet.cell(2, 1), told, cut=cut), replace(_ALERT, wrapped=False))
    made = lines(table, layout, lang, kept=lambda text: held(text, cut=cut))
    for at, line in enumerate(made, 3 if told else 2):
        _cells(sheet, at, line, shown, lang)
        sheet.row_dimensions[at].height = _height(line, shown)
        if line.row is None:
            for place in range(len(line.cells) + 1, len(names)):
                styled(
                    put(sheet.cell(at, place), ""), _GROUP
                ).value = None  # a text would end the heading there
        else:
            styled(put(sheet.cell(at, len(names) - 2), choices[line.row.disposition]), _CELL)
            code = line.row.reason
            reason = reasons[ReasonCode(code)] if code in reasons else ""
            styled(put(sheet.cell(at, len(names) - 1), reason), _CELL)
            put(sheet.cell(at, len(names)), line.mark)
    _furnish(sheet, shown, len(names), (list(choices.values()), list(reasons.values())))
    return marks(made)


def _cells(sheet: Worksheet, at: int, line: TableLine, shown: Sequence[Column], lang: str) -> None:
    """A proposal is in italics, shaded where something is to be filled in."""
    for place, (text, column) in enumerate(zip(line.cells, shown, strict=False), 1):
        cell = put(sheet.cell(at, place), text, cut=say("table.cut", lang))
        if line.row is None:
            styled(cell, _GROUP)
        elif column.counted:
            styled(cell, _NUMBER).value = line.row.no
            if mark := text.removeprefix(str(line.row.no)):
                cell.number_format = f'0"{mark}"'
        elif column.answer and line.row.provisional:
            open_ = any(blank for _, blank in blanks(text, lang))
            styled(cell, _OPEN if open_ else _PROPOSED)
        else:
            styled(cell, _CELL)


def _height(line: TableLine, shown: Sequence[Column]) -> float:
    """Points for the wrapped text of a row."""
    if line.row is None:
        return _GROUP_HEIGHT
    widths = [_WIDTH * column.share / 100 for column in shown]
    return max(height(text, width) for text, width in zip(line.cells, widths, strict=True))


def _furnish(sheet: Worksheet, shown: Sequence[Column], width: int, choices: Sequence[Sequence[str]]) -> None:
    """Widths, filters, header on every page; the last columns but one offer `choices`, the last is hidden.

    The hidden one is within the filter: who sorts by it must not tear the marks from their rows.
    """
    for at, column in enumerate(shown, 1):
        sheet.column_dimensions[get_column_letter(at)].width = max(6, _WIDTH * column.share / 100)
    hidden = get_column_letter(width)
    sheet.column_dimensions[hidden].hidden = True
    sheet.freeze_panes = "A2"
    last = max(sheet.max_row, 2)
    sheet.auto_filter.ref = f"A1:{hidden}{sheet.max_row}"
    sheet.print_title_rows = "1:1"
    for at, offered in enumerate(choices, width - len(choices)):
        chosen = get_column_letter(at)
        sheet.column_dimensions[chosen].width = 16
        allowed = DataValidation(type="list", formula1=f'"{",".join(offered)}"', allow_blank=True)
        allowed.add(f"{chosen}2:{chosen}{last}")
        sheet.add_data_validation(allowed)


def _summary(sheet: Worksheet, table: Table, lang: str) -> None:
    plain = CellStyle(boxed=False)
    told = [(text, replace(plain, bold=True)) for text in (*heading(table, lang), subject(table, lang))]
    told += [(attached_to(table, lang), plain)] if table.extras.attachment else []
    # The last item leads over to the table, which stands on a sheet of its own here.
    told += [(item.text, _ALERT if item.alert else plain) for item in items(table, lang)[:-1]]
    told += [(text, plain) for text in closing(table, lang)] if table.extras.balance else []
    for at, (text, look) in enumerate(told, 1):
        styled(put(sheet.cell(at, 1), text, cut=say("table.cut", lang)), look)
        sheet.row_dimensions[at].height = height(text, _LETTERS)
    sheet.column_dimensions["A"].width = _SUMMARY


def _inputs(sheet: Worksheet, table: Table, lang: str) -> None:
    rows = [(say("table.inputs", lang), ""), *table.inputs]
    for at, (path, digest) in enumerate(rows, 1):
        styled(put(sheet.cell(at, 1), path), replace(_PATH, bold=at == 1))
        styled(put(sheet.cell(at, 2), digest), _DIGEST)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 60, 70
