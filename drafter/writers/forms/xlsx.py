"""The form in Excel: a drop-down for the choice, the row's key in a hidden column, nothing ever computed."""

from __future__ import annotations

from dataclasses import replace

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from drafter.model import CommentForm
from drafter.record import Record, recorded
from drafter.record.values import OutputKind
from drafter.wording.letters import draft_words
from drafter.wording.messages import say
from drafter.writers.forms.columns import COLUMNS, choices, names, printed
from drafter.writers.office.sheet import CellStyle, height, landscape, put, styled
from drafter.writers.office.workbooks import parts_of

_WIDTH = 150  # characters over all columns
_TITLE = CellStyle(size=14, bold=True, boxed=False, horizontal="center")
_HEADER = CellStyle(bold=True, fill="D9E2F3", vertical="center", horizontal="center")
_CELL = CellStyle()
_OPEN = CellStyle(fill="FFFBE6")
_TITLE_WIDTH = 110  # characters of 14 pt
_HEADER_ROW = 5
_SPARE = 30  # rows below the last that still offer the choice


def form_xlsx(form: CommentForm, lang: str) -> bytes:
    """The bytes of the .xlsx, its record and keys inside."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = say("form.sheet", lang)
    _head(sheet, form, lang)
    key_column = len(COLUMNS) + 1
    for at, row in enumerate(form.rows, _HEADER_ROW + 1):
        said = printed(row, at - _HEADER_ROW, lang)
        for column, text in enumerate(said, 1):
            styled(put(sheet.cell(at, column), text), replace(_CELL, bold=row.heads and column == 3))
        for column in range(len(said) + 1, key_column):
            styled(put(sheet.cell(at, column), ""), _OPEN).value = None
        put(sheet.cell(at, key_column), row.key.text)
        sheet.row_dimensions[at].height = max(
            height(text, _WIDTH * column.share / 100) for text, column in zip(said, COLUMNS, strict=False)
        )
    _furnish(sheet, key_column, lang)
    landscape(sheet, say("form.hint", lang))
    made = Record(OutputKind.FORM, (form.source,), lang=lang)
    return recorded(parts_of(book), made, owner="xl/workbook.xml")


def _head(sheet: Worksheet, form: CommentForm, lang: str) -> None:
    subject = say("form.subject", lang, draft=draft_words(form.draft, lang))
    plain = replace(_TITLE, size=13, bold=False, horizontal=None)
    told = ((say("form.title", lang), _TITLE), (subject, _TITLE), (f"{say('form.agency', lang)} ", plain))
    for at, (text, look) in enumerate(told, 1):
        styled(put(sheet.cell(at, 1), text), look)
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(COLUMNS))
        sheet.row_dimensions[at].height = height(text, _TITLE_WIDTH)
    for at, name in enumerate(names(lang), 1):
        styled(put(sheet.cell(_HEADER_ROW, at), name), _HEADER)


def _furnish(sheet: Worksheet, key_column: int, lang: str) -> None:
    """Widths, the header on every page and in sight, the choice, the hidden column."""
    for at, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = max(6, _WIDTH * column.share / 100)
    sheet.column_dimensions[get_column_letter(key_column)].hidden = True
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    last = sheet.max_row
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{get_column_letter(key_column)}{last}"
    letter = get_column_letter(1 + next(at for at, c in enumerate(COLUMNS) if c.name == "choice"))
    allowed = DataValidation(type="list", formula1=f'"{",".join(choices(lang))}"', allow_blank=True)
    allowed.promptTitle, allowed.prompt = say("form-column.choice", lang), say("form.hint", lang)[:255]
    allowed.showInputMessage = True
    allowed.add(f"{letter}{_HEADER_ROW + 1}:{letter}{last + _SPARE}")
    sheet.add_data_validation(allowed)
