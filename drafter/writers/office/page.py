"""An official Word page: A4, Times New Roman, lines, columns side by side, page numbers.

Layout of NĐ 30/2020/NĐ-CP, Phụ lục I: page number centred at the top, not on page 1.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from drafter.language.unbroken import unbroken
from drafter.writers.office.application import EPOCH

_FONT = "Times New Roman"
_LETTER = 0.5  # of its size: the width of a letter on the average of Vietnamese words
_POINT = 0.3528  # millimetres
_PROPERTY = 255  # characters that Word keeps of a document property


@dataclass(frozen=True, slots=True)
class StyledLine:
    """A line of a column, centred unless `left`; `size` in points; `blank`: highlighted, to be filled in.

    `rule`: no words but a line of so many millimetres. `tight`: letters a fifth of a point nearer to
    each other, that it stays on one line where a machine has wider letters for some of them.
    """

    text: str = ""
    size: int = 13
    bold: bool = False
    italic: bool = False
    left: bool = False
    underlined: bool = False
    blank: bool = False
    rule: float = 0
    tight: bool = False


def landscape(*, size: int, title: str) -> Document:
    """An empty A4 landscape document in Times New Roman `size`, without the template's own traces."""
    document = _official(size, title)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    return document


def portrait(*, size: int, title: str) -> Document:
    """Likewise, upright."""
    return _official(size, title)


def _official(size: int, title: str) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.element.rPr.rFonts.set(qn("w:cs"), _FONT)
    style.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN" w:eastAsia="vi-VN"/>'))
    style.paragraph_format.space_after = Pt(6)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "drafter"
    properties.title = textwrap.shorten(title, _PROPERTY, placeholder=" …")
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = EPOCH
    properties.revision = 1
    _modern(document)
    package: Any = document.part.package
    # The second sheet of styles, which Word 2010 wrote, would contradict the first.
    for relations, unwanted in ((package.rels, "/thumbnail"), (document.part.rels, "/stylesWithEffects")):
        for key, relationship in list(relations.items()):
            if relationship.reltype.endswith(unwanted):
                del relations[key]
    return document


def _modern(document: Document) -> None:
    """Settings of today's Word, where the template has those of 2010 and a zoom without its percentage."""
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for zoom in settings.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "vi-VN")


def line(
    document: Document,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int | None = None,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY,
    before: int = 0,
    after: int = 6,
    keep: bool = False,
    first: float = 0,
    highlighted: bool = False,
) -> Paragraph:
    """A paragraph; sizes in points, `first` its first line's indent in mm, `keep`: with the next."""
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after, layout.keep_with_next = Pt(before), Pt(after), keep or None
    layout.first_line_indent = Mm(first) if first else None
    run = paragraph.add_run(unbroken(text))
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(size) if size else None
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW if highlighted else None
    return paragraph


def rule_below(document: Document, text: str, *, size: float, after: int) -> None:
    """The line under a title, as long as two fifths of its longest line: NĐ 30/2020 asks for a third to a
    half."""
    section = document.sections[0]
    sides = (section.left_margin or 0) + (section.right_margin or 0)
    room = Length((section.page_width or 0) - sides)
    longest = min(room.mm, len(text) * _LETTER * size * _POINT)
    paragraph = document.add_paragraph()
    _ruled(paragraph, 0.4 * longest, room)
    paragraph.paragraph_format.space_after = Pt(after)


def ending(document: Document) -> None:
    """The paragraph that a document must end with behind a table: one that takes no room of a page."""
    layout = line(document, "", after=0).paragraph_format
    layout.line_spacing = Pt(1)


def stamp(document: Document, text: str) -> Paragraph:
    """What is no final text yet says so in a box above its head."""
    made = line(document, text, bold=True, align=WD_ALIGN_PARAGRAPH.LEFT, size=14)
    box = f'<w:bdr {nsdecls("w")} w:val="single" w:sz="8" w:space="2" w:color="auto"/>'
    made.runs[0]._r.get_or_add_rPr().append(parse_xml(box))
    return made


def side_by_side(
    document: Document, widths: Sequence[Length], columns: Sequence[Sequence[StyledLine]]
) -> Table:
    """Columns of lines beside each other, without borders; they stay on one page."""
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    # No room beside the words: that of the state and a department's long name stand on one line each.
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{none}</w:tblCellMar>")
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, grid, width, texts in zip(table.rows[0].cells, table.columns, widths, columns, strict=True):
        cell.width = grid.width = width  # Word goes by the first, LibreOffice by the second
        for place, text in enumerate(texts):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            if text.rule:
                _ruled(paragraph, text.rule, width)
            else:
                _styled(paragraph, text)
    return table


def _styled(paragraph: Paragraph, text: StyledLine) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if text.left else WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(unbroken(text.text))
    run.bold, run.italic, run.font.size = text.bold or None, text.italic or None, Pt(text.size)
    run.underline = text.underlined or None
    if text.tight:
        nearer = parse_xml(f'<w:spacing {nsdecls("w")} w:val="-4"/>')
        run._r.get_or_add_rPr().insert_element_before(nearer, "w:sz", "w:szCs", "w:highlight", "w:u")
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW if text.blank else None


def _ruled(paragraph: Paragraph, length: float, width: Length) -> None:
    """A drawn line in the middle of a column: the border above a paragraph that is as narrow as the line."""
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(2), Pt(0), Pt(3)
    layout.left_indent = layout.right_indent = Mm((width.mm - length) / 2)
    border = '<w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"), "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def page_number(document: Document) -> None:
    """A PAGE field at the top, not on the first page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(paragraph, "PAGE")


def footer(document: Document, text: str) -> None:
    """`text` at the bottom of every page, the first too; the page's number stands above."""
    section = document.sections[0]
    for area in (section.footer, section.first_page_footer):
        paragraph = area.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run(text)
        run.italic, run.font.size = True, Pt(9)


def field(paragraph: Paragraph, code: str) -> None:
    """A field that Word computes; shown as 1 until it does."""
    for piece in ("begin", code, "separate", "1", "end"):
        run = paragraph.add_run()
        if piece == code:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif piece == "1":
            run.text = piece
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), piece)
            run._r.append(mark)
