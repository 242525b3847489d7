"""Manuscripts as Word files: every paragraph, table and note of a text that came in another format.

The page is that of a state document (Nghị định 30/2020/NĐ-CP, Phụ lục I). Numbers are typed, since their
lists are not known; bullets, and numbers in cells, are Word's own, which is no part of the text.
"""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.model import Draft, Manuscript
from drafter.record import Record, recorded
from drafter.record.values import OutputKind
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of

from .beside import Beside
from .lines import paragraph
from .tables import table, tables_of

_SIZE = 14  # points
_MAIN = "word/document.xml"
_PLACE = '<w:p w:rsidR="00D4AF7E"/>'  # where the text goes, before the settings of the page


def manuscript_docx(manuscript: Manuscript, draft: Draft) -> bytes:
    """The sealed .docx of a text; `draft` is what was read from it. Equal for equal texts."""
    document = page.portrait(size=_SIZE, title=draft.title)
    beside = Beside(document)
    pieces = []
    for each in tables_of(manuscript.paragraphs):
        pieces.append(table(each, beside) if isinstance(each, list) else paragraph(each, beside))
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(_PLACE.replace("<w:p ", f"<w:p {nsdecls('w')} ", 1)))
    beside.close()
    page.page_number(document)
    made = Record(OutputKind.DRAFT, ((manuscript.path, manuscript.sha256),))
    parts = parts_of(document)
    # As text: to move many elements into another document takes time that grows with their square.
    parts[_MAIN] = parts[_MAIN].replace(_PLACE.encode(), "".join(pieces).encode(), 1)
    return recorded(parts, made, owner=_MAIN)
