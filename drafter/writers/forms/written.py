"""Comments that were written in a page, as a file in the layout of the form: read like one that came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from drafter.model import DraftName, FormRow
from drafter.opc import packed
from drafter.wording.letters import draft_words
from drafter.wording.messages import say
from drafter.writers.forms.columns import COLUMNS, names, printed
from drafter.writers.office.sheet import CellStyle, put, styled
from drafter.writers.office.workbooks import parts_of

_HEADER_ROW = 5
_WIDTH = 150  # characters over all columns
_TITLE = CellStyle(size=14, bold=True, boxed=False, wrapped=False)


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """What somebody wrote on one row of a form."""

    row: FormRow
    comment: str
    reason: str = ""


def written_xlsx(draft: DraftName, agency: str, rows: Sequence[WrittenRow], lang: str) -> bytes:
    """The bytes of the .xlsx: each comment beside its clause, the clause's key in a hidden column."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = say("form.sheet", lang)
    subject = say("form.subject", lang, draft=draft_words(draft, lang))
    above = (say("form.title", lang), subject, f"{say('form.agency', lang)} {agency}")
    for at, text in enumerate(above, 1):
        styled(put(sheet.cell(at, 1), text), replace(_TITLE, bold=at == 1))
    for at, name in enumerate(names(lang), 1):
        styled(put(sheet.cell(_HEADER_ROW, at), name), CellStyle(bold=True, fill="D9E2F3"))
    for at, each in enumerate(rows, _HEADER_ROW + 1):
        choice = say("choice.propose", lang)
        cells = (*printed(each.row, at - _HEADER_ROW, lang), choice, each.comment, each.reason)
        for column, text in enumerate(cells, 1):
            styled(put(sheet.cell(at, column), text), CellStyle())
        put(sheet.cell(at, len(cells) + 1), each.row.key.text)
    for at, each_column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = max(6, _WIDTH * each_column.share / 100)
    sheet.column_dimensions[get_column_letter(len(COLUMNS) + 1)].hidden = True
    return packed(parts_of(book))
