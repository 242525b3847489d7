"""The form of ISO/IEC for comments: eight columns, in Word and in Excel, the clauses filled in.

Source: ISO/IEC Directives, "Template for comments and secretariat observations".
"""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from drafter.language.locators import as_cited
from drafter.model import CommentForm, FormRow, IsoType
from drafter.opc import storable
from drafter.record import Record, recorded
from drafter.record.values import OutputKind
from drafter.wording.letters import draft_words
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_label
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of as document_parts
from drafter.writers.office.grid import CellLook, add_grid, cell, row
from drafter.writers.office.sheet import CellStyle, landscape, put, styled
from drafter.writers.office.workbooks import parts_of as workbook_parts

# Names of their sentences, and their shares of the width in per cent.
_COLUMNS = (
    ("body", 11), ("line", 7), ("clause", 15), ("part", 10), ("type", 8), ("comment", 20), ("change", 16),
    ("observations", 13),
)  # fmt: skip
_CLAUSE, _TYPE = 2, 4
_WIDTH = 14288  # twentieths of a point between the margins: 252 mm
_LETTERS = 150  # characters over all columns of a sheet
_HEADER_ROW = 4
_SPARE = 20  # rows for whoever has more to say of one clause


def iso_docx(form: CommentForm, lang: str) -> bytes:
    """The bytes of the .docx, its record inside."""
    document = page.landscape(size=13, title=f"{say('form.iso.title', lang)}. {_draft(form, lang)}")
    center = WD_ALIGN_PARAGRAPH.CENTER
    page.line(document, say("form.iso.title", lang), bold=True, size=14, align=center, after=0)
    if form.draft.number is not None:
        page.line(document, draft_label(form.draft.number, lang), bold=True, align=center, after=10)
    widths = [_WIDTH * share // 100 for _, share in _COLUMNS]
    head = CellLook(22, bold=True, align="center", shade="D9E2F3")
    rows = [row((cell(n, w, head) for n, w in zip(_names(lang), widths, strict=True)), header=True)]
    for texts in _rows(form, lang):
        look = CellLook(22)
        rows.append(row(cell(storable(text), w, look) for text, w in zip(texts, widths, strict=True)))
    add_grid(document, rows, widths)
    # At the foot of every page: there they are no part of what comes back.
    named = f"{say('form.iso.document', lang)} {_draft(form, lang)}"
    page.footer(document, f"{say('form.iso.hint', lang)} {named}")
    page.page_number(document)
    return recorded(document_parts(document), _record(form, lang), owner="word/document.xml")


def iso_xlsx(form: CommentForm, lang: str) -> bytes:
    """The bytes of the .xlsx, its record inside."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = say("form.sheet", lang)
    above = (
        say("form.iso.title", lang),
        f"{say('form.iso.document', lang)} {_draft(form, lang)}",
        say("form.iso.hint", lang),
    )
    for at, text in enumerate(above, 1):
        styled(put(sheet.cell(at, 1), text), CellStyle(size=14, bold=at == 1, boxed=False, wrapped=False))
    for at, name in enumerate(_names(lang), 1):
        styled(put(sheet.cell(_HEADER_ROW, at), name), CellStyle(bold=True, fill="D9E2F3"))
        width = _LETTERS * _COLUMNS[at - 1][1] / 100
        sheet.column_dimensions[get_column_letter(at)].width = max(6, width)
    for at, texts in enumerate(_rows(form, lang), _HEADER_ROW + 1):
        for column, text in enumerate(texts, 1):
            held = styled(put(sheet.cell(at, column), text), CellStyle())
            held.value = held.value or None  # a text, even an empty one, is not to be typed over in Excel
    types = DataValidation(type="list", formula1=f'"{",".join(IsoType)}"', allow_blank=True)
    letter = get_column_letter(_TYPE + 1)
    types.add(f"{letter}{_HEADER_ROW + 1}:{letter}{sheet.max_row}")
    sheet.add_data_validation(types)
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    landscape(sheet, None)
    return recorded(workbook_parts(book), _record(form, lang), owner="xl/workbook.xml")


def _draft(form: CommentForm, lang: str) -> str:
    return storable(draft_words(form.draft, lang))


def _names(lang: str) -> list[str]:
    return [say(f"table.column.iso_{name}", lang) for name, _ in _COLUMNS]


def _rows(form: CommentForm, lang: str) -> list[list[str]]:
    """A row for each clause, only its place filled in, and some without a place."""
    places = [*(_place(each, lang) for each in form.rows), *[""] * _SPARE]
    return [[place if at == _CLAUSE else "" for at in range(len(_COLUMNS))] for place in places]


def _place(each: FormRow, lang: str) -> str:
    return capital(as_cited(each.place)) if each.place else say("form.whole", lang)


def _record(form: CommentForm, lang: str) -> Record:
    return Record(OutputKind.FORM, (form.source,), lang=lang)
