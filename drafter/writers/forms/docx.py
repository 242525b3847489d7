"""The form in Word: landscape A4, a content control for each thing to be filled in, the row's key in its tag.

The key stands also as a bookmark in the row: what programs drop of one, they keep of the other.
"""

from __future__ import annotations

from html import escape

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from drafter.model import CommentForm, FormRow
from drafter.opc import storable
from drafter.record import Record, recorded
from drafter.record.values import OutputKind
from drafter.wording.letters import draft_words
from drafter.wording.messages import say
from drafter.wording.names import dated
from drafter.writers.forms.columns import CHOICES, COLUMNS, choices, names, printed
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of
from drafter.writers.office.grid import Bookmark, CellLook, add_grid, cell, row

_WIDTH = 14288  # twentieths of a point between the margins: 252 mm
_LOOK = CellLook(22)
_PAGE = 1600  # letters of a clause that fits a page: its row is not broken
_CONTROLS = 3  # of a row; ids count on from the first
_FIRST_ID = 710_000


def form_docx(form: CommentForm, lang: str) -> bytes:
    """The bytes of the .docx, its record and keys inside."""
    subject = say("form.subject", lang, draft=draft_words(form.draft, lang))
    document = page.landscape(size=13, title=f"{say('form.title', lang)}. {subject}")
    center = WD_ALIGN_PARAGRAPH.CENTER
    page.line(document, say("form.title", lang), bold=True, size=14, align=center, after=0)
    page.line(document, subject, bold=True, align=center, after=10)
    _agency(document, lang)
    page.line(document, say("form.number", lang), align=WD_ALIGN_PARAGRAPH.LEFT, after=8)
    _table(document, form, lang)
    _signature(document, lang)
    _hint(document, lang)
    page.page_number(document)
    made = Record(OutputKind.FORM, (form.source,), lang=lang)
    return recorded(parts_of(document), made, owner="word/document.xml")


def _agency(document: Document, lang: str) -> None:
    label = say("form.agency", lang)
    line = page.line(document, f"{label} ", align=WD_ALIGN_PARAGRAPH.LEFT, after=4)
    control = _control("drafter:agency", label.strip(": "), _FIRST_ID, "<w:text/>", 26, lang)
    line._p.append(parse_xml(control.replace("<w:sdt>", f"<w:sdt {nsdecls('w')}>", 1)))


def _table(document: Document, form: CommentForm, lang: str) -> None:
    widths = [_WIDTH * column.share // 100 for column in COLUMNS]
    head = CellLook(22, bold=True, align="center", shade="D9E2F3")
    rows = [row((cell(n, w, head) for n, w in zip(names(lang), widths, strict=True)), header=True)]
    for number, each in enumerate(form.rows, 1):
        rows.append(_row(each, number, widths, lang))
    add_grid(document, rows, widths)


def _row(each: FormRow, number: int, widths: list[int], lang: str) -> str:
    bold = CellLook(22, bold=True) if each.heads else _LOOK
    no, place, text = (storable(said) for said in printed(each, number, lang))
    mark = Bookmark(number, each.key.mark)
    cells = [
        cell(no, widths[0], CellLook(22, align="center")),
        cell(place, widths[1], _LOOK, bookmark=mark),
        cell(text, widths[2], bold),
    ]
    items = "".join(
        f'<w:listItem w:displayText="{escape(shown)}" w:value="{choice}"/>'
        for choice, shown in zip(CHOICES, choices(lang), strict=True)
    )
    kinds = (f"<w:dropDownList>{items}</w:dropDownList>", *['<w:text w:multiLine="1"/>'] * 2)
    for at, (kind, column) in enumerate(zip(kinds, COLUMNS[3:], strict=True)):
        id = _FIRST_ID + number * _CONTROLS + at
        name = say(f"form-column.{column.name}", lang)
        cells.append(_open(widths[3 + at], _control(each.key.text, name, id, kind, 22, lang)))
    return row(cells, whole=len(text) < _PAGE)


def _open(width: int, control: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>{control}</w:p></w:tc>'
    )


def _control(tag: str, name: str, id: int, kind: str, size: int, lang: str) -> str:
    """A content control within a line, still empty."""
    return (
        f'<w:sdt><w:sdtPr><w:rPr><w:sz w:val="{size}"/></w:rPr><w:alias w:val="{escape(name)}"/>'
        f'<w:tag w:val="{escape(tag)}"/><w:id w:val="{id}"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:color w:val="808080"/><w:sz w:val="{size}"/></w:rPr>'
        f"<w:t>{escape(say('form.blank', lang))}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _signature(document: Document, lang: str) -> None:
    page.line(document, "", size=6, after=0, keep=True)
    signer = [
        page.StyledLine(dated("", None, lang), italic=True),
        page.StyledLine(say("form.signed", lang), bold=True),
        *[page.StyledLine()] * 3,
    ]
    page.side_by_side(document, (Mm(126), Mm(126)), ([page.StyledLine()], signer))


def _hint(document: Document, lang: str) -> None:
    """How to fill it in, at the foot of every page: there it is no part of what comes back."""
    page.footer(document, say("form.hint", lang))
