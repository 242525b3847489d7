"""Templates: letters with places to be filled in, as docxtpl knows them; layout of NĐ 30/2020/NĐ-CP.

    {{ agency }}   {%p for paragraph in body %}   {%tr for line in comments %}

`reply.docx` may use agency, address, subject, stamp, draft, body, comments (each with no, place, text,
outcome, answer, proposed), closing; `reminder.docx` agency, address, subject, draft, body, closing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from drafter.model import Office
from drafter.opc import packed
from drafter.wording.messages import say
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of
from drafter.writers.office.foot import foot_row
from drafter.writers.office.grid import CellLook, add_grid, cell, row
from drafter.writers.office.letterhead import letterhead, signature

_SIZE = 14
_HEAD = (Mm(75), Mm(90))
_FOOT = (Mm(82), Mm(83))
_FIRST = 12.7  # mm
_WIDTHS = (1000, 3550, 1400, 3404)  # twentieths of a point: 165 mm
_CELL = 24  # half points


class Template(StrEnum):
    """The letters, by the name of their file."""

    REPLY = "reply.docx"
    REMINDER = "reminder.docx"


def own_template(kind: Template, office: Office, issuer: str, lang: str) -> bytes:
    """The letter as drafter sets it, for an office that writes for `issuer`. Equal for equal offices."""
    document = page.portrait(size=_SIZE, title="{{ subject }}")
    document.styles["Normal"].paragraph_format.space_after = None
    TEMPLATES[kind](document, office, issuer, lang)
    page.page_number(document)
    return packed(parts_of(document))


def _reply(document: Document, office: Office, issuer: str, lang: str) -> None:
    _only(document, "if stamp", "stamp")
    _head(document, office, issuer, lang)
    _each(document, "paragraph", "body")
    _comments(document, lang, _foot(document, office, issuer, lang))
    page.ending(document)


def _reminder(document: Document, office: Office, issuer: str, lang: str) -> None:
    _head(document, office, issuer, lang)
    _each(document, "paragraph", "body")
    _foot(document, office, issuer, lang)


TEMPLATES: dict[Template, Callable[[Document, Office, str, str], None]] = {
    Template.REPLY: _reply,
    Template.REMINDER: _reminder,
}


def _head(document: Document, office: Office, issuer: str, lang: str) -> None:
    letterhead(document, office, issuer, lang, widths=_HEAD, subject="{{ subject }}")
    dear = say("letters.dear", lang, agency="{{ agency }}")
    page.line(document, dear, align=WD_ALIGN_PARAGRAPH.CENTER, before=14, after=0)
    page.line(document, "{%p if address %}", after=0)
    page.line(document, "({{ address }})", italic=True, align=WD_ALIGN_PARAGRAPH.CENTER, size=13, after=0)
    page.line(document, "{%p endif %}", after=0)
    page.line(document, "", size=8, after=0)


def _foot(document: Document, office: Office, issuer: str, lang: str) -> tuple[BaseOxmlElement, ...]:
    """The last sentence and the signature, which stay together."""
    last = page.line(document, "{{ closing }}", first=_FIRST, before=6, keep=True)
    apart = page.line(document, "", size=8, after=0, keep=True)
    signed = signature(document, office, issuer, lang, widths=_FOOT, first=say("letters.as-above", lang))
    return last._p, apart._p, signed._tbl


def _only(document: Document, condition: str, value: str) -> None:
    """A boxed line that is there under a condition."""
    page.line(document, f"{{%p {condition} %}}", after=0)
    page.stamp(document, f"{{{{ {value} }}}}")
    page.line(document, "{%p endif %}", after=0)


def _each(document: Document, name: str, values: str) -> None:
    """A paragraph for each of several texts."""
    page.line(document, f"{{%p for {name} in {values} %}}", after=0)
    page.line(document, f"{{{{ {name} }}}}", first=_FIRST)
    page.line(document, "{%p endfor %}", after=0)


def _comments(document: Document, lang: str, foot: Iterable[BaseOxmlElement]) -> None:
    """The comments, a row each, and what ends the letter below them."""
    look = CellLook(_CELL)
    head = CellLook(_CELL, bold=True, align="center", shade="D9E2F3")
    names = [say(f"replying.{name}", lang) for name in ("no", "comment", "outcome", "answer")]
    cells = (
        cell("{{ line.no }}", _WIDTHS[0], CellLook(_CELL, align="center")),
        _placed(_WIDTHS[1], look),
        cell("{{ line.outcome }}", _WIDTHS[2], look),
        _twofold(_WIDTHS[3], look),
    )
    rows = [
        row((cell(name, width, head) for name, width in zip(names, _WIDTHS, strict=True)), header=True),
        _control("{%tr for line in comments %}"),
        row(cells),
        _control("{%tr endfor %}"),
        foot_row(foot, _WIDTHS),
    ]
    add_grid(document, rows, _WIDTHS)


def _placed(width: int, look: CellLook) -> str:
    """Where the comment belongs, in bold, where that is known; below it the comment."""
    place = cell("{%p if line.place %}\n{{ line.place }}\n{%p endif %}", width, replace(look, bold=True))
    return _joined(place, cell("{{ line.text }}", width, look))


def _twofold(width: int, look: CellLook) -> str:
    """The answer: upright where it is settled, else in italics and highlighted."""
    upright = cell("{%p if not line.proposed %}\n{{ line.answer }}\n{%p else %}", width, look)
    marked = cell(
        "{{ line.answer }}\n{%p endif %}",
        width,
        replace(look, italic=True),
        pieces=lambda text: ((text, "answer" in text),),
    )
    return _joined(upright, marked)


def _joined(first: str, second: str) -> str:
    """The paragraphs of two cells in one."""
    properties = "</w:tcPr>"
    return first.removesuffix("</w:tc>") + second[second.index(properties) + len(properties) :]


def _control(tag: str) -> str:
    """A row that says what is to be done with the next."""
    cells: Sequence[str] = (cell(tag, sum(_WIDTHS), CellLook(_CELL), span=len(_WIDTHS)),)
    return row(cells, whole=False)
