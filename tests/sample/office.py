"""Pieces of Word files as offices set them: pages, tables without lines, lists, fields, fixed bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

NOTE = "Mẫu minh họa – không phải văn bản thật"
FIXED = datetime(2021, 1, 1, tzinfo=UTC)


def blank(*, size: int, margins: tuple[int, int, int, int]) -> Document:
    """An A4 document in Times New Roman `size`; margins top, bottom, left, right in millimetres."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN" w:eastAsia="vi-VN"/>'))
    portrait(document.sections[0], margins)
    properties = document.core_properties
    properties.author = properties.last_modified_by = ""
    properties.title = properties.keywords = ""
    properties.comments = NOTE  # Dublin Core: description
    properties.created = properties.modified = FIXED
    properties.revision = 1
    return document


def portrait(section: Section, margins: tuple[int, int, int, int]) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = map(Mm, margins)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right


def layout_table(document: Document, widths: Sequence[Length]) -> Table:
    """One row without lines, as letterheads and signatures are set; the cells are empty."""
    table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = width
        cell._tc.remove(cell.paragraphs[0]._p)
    return table


def in_cell(
    cell: _Cell, text: str, *, bold: bool = False, italic: bool = False, size: int = 13, centred: bool = True
) -> Paragraph:
    paragraph = cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold or None, italic or None, Pt(size)
    return paragraph


def grid(document: Document, rows: Sequence[Sequence[str]], widths: Sequence[Length], size: int) -> Table:
    """A table with lines; the first row is bold and repeated on every page."""
    table = document.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    # A column is centred where most of its cells are short, so that it has one edge throughout.
    short = [sorted(map(len, column[1:]))[len(rows[1:]) // 2] < 12 for column in zip(*rows, strict=True)]
    for place, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if place == 0:
            properties.append(OxmlElement("w:tblHeader"))
        is_group = len(texts) > 3 and not any(texts[2:]) and not texts[0].isdigit()
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = widths[column]
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            if place == 0 or short[column]:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if is_group and column == 1:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(size), (place == 0 or is_group) or None
    return table


def lists(
    document: Document, abstract: int, levels: Sequence[tuple[str, str]], numbers: Sequence[int]
) -> None:
    """Define a multilevel list with (format, text) levels and the `w:num` ids that use it."""
    numbering = document.part.numbering_part.element
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    abstracts = numbering.findall(qn("w:abstractNum"))
    element = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
        f'<w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
    )
    abstracts[-1].addnext(element) if abstracts else numbering.insert(0, element)
    for number in numbers:
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )


def numbered(paragraph: Paragraph, number: int, level: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def page_field(paragraph: Paragraph) -> None:
    """The current page number, as a field."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece in ("begin", " PAGE ", "separate", "1", "end"):
        run = paragraph.add_run()
        if piece == " PAGE ":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = piece
            run._r.append(instruction)
        elif piece == "1":
            run.text = piece
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), piece)
            run._r.append(element)


def saved(document: Document) -> bytes:
    """The bytes of `document`, equal for equal content: no clock in the zip."""
    package = document.part.package
    for key, relationship in list(package.rels.items()):
        if relationship.reltype.endswith("/thumbnail"):  # of the library's own template
            del package.rels[key]
    raw = io.BytesIO()
    document.save(raw)
    return fixed(raw.getvalue())


def fixed(data: bytes) -> bytes:
    """A zip file with the same parts, in the same order, all dated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2021, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
