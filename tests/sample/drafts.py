"""The sample's three drafts in Word, from the readable sources in `drafts/`.

Mẫu minh họa – không phải văn bản thật. The layout is that of Hướng dẫn 36-HD/VPTW: A4, margins
20/20/30/15 mm, Times New Roman 14, 18 pt exactly, no quốc hiệu, "*" under the issuing body.

In a source a line is a paragraph: `# ` a part, `##auto ` a khoản numbered by Word, `##style ` one
numbered through its style, `### ` a typed heading, `auto| ` an automatic khoản that is no heading,
`dash| ` an automatic dash, `| … |` a table row, `=== sign` the signature, `=== annex` the landscape
annexes; all else is typed as it stands. `⏎` is a soft line break, `^[…]` a footnote, `{nfd:…}` a
stretch in decomposed Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from .office import blank, grid, in_cell, layout_table, lists, numbered, page_field, saved

SOURCES = Path(__file__).parent / "drafts"
FILES = {
    "lan-1": "Nghị quyết chính quyền số - Dự thảo lần 1.docx",
    "lan-2": "Nghị quyết chính quyền số - Dự thảo lần 2.docx",
    "lan-3": "Nghị quyết chính quyền số - Dự thảo lần 3.docx",
}
_MARGINS = (20, 20, 30, 15)
_PIECES = re.compile(r"\^\[(?P<note>[^\]]*)\]|\{nfd:(?P<nfd>[^}]*)\}|(?P<br>⏎)")
# Word's lists: 51… the khoản of each part, 71… runs of dashes; the style's list is 90.
_KHOAN, _DASH, _STYLE = 51, 71, 90


@dataclass
class _State:
    """What one build has come to."""

    head: dict[str, str]
    khoan: int = _KHOAN - 1
    in_annex: bool = False
    rows: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def build(name: str) -> bytes:
    """The draft `name` ("lan-2") as bytes of a .docx."""
    head, _, body = (SOURCES / f"{name}.txt").read_text(encoding="utf-8").partition("\n---\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines() if line)
    document = blank(size=14, margins=_MARGINS)
    _styles(document)
    state = _State(facts)
    _letterhead(document, facts)
    _title(document, facts)
    for line in [*body.splitlines(), ""]:
        _line(document, state, line.strip())
    _footnotes(document, state.notes)
    _page_numbers(document)
    return saved(document)


def _styles(document: Document) -> None:
    lists(document, 50, (("decimal", "%1."),), range(_KHOAN, _KHOAN + 8))
    lists(document, 70, (("bullet", "-"),), range(_DASH, _DASH + 2))
    lists(document, 89, (("decimal", "%1."),), (_STYLE,))
    style = document.styles.add_style("Khoan", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.bold = True
    properties = style.element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = _STYLE


def _letterhead(document: Document, facts: dict[str, str]) -> None:
    left, right = layout_table(document, (Mm(75), Mm(90))).rows[0].cells
    in_cell(left, "TỈNH ỦY HÀ TĨNH", bold=True, size=14)
    in_cell(left, "*", size=14)
    in_cell(left, "Số          -NQ/TU", size=14)
    in_cell(left, f"(Dự thảo lần {facts['number']})", size=14, italic=True)
    in_cell(right, "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True, size=15)
    in_cell(right, "_______________________", size=8)
    dated = in_cell(right, f"Hà Tĩnh, ngày      {facts['date']}", italic=True, size=14)
    _text_box(dated, "DỰ THẢO")


def _title(document: Document, facts: dict[str, str]) -> None:
    for text, size, before, after in (
        ("NGHỊ QUYẾT", 16, 18, 0),
        ("CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", 14, 0, 0),
        (facts["subject"], 14, 0, 0),
        ("-----", 14, 0, 12),
    ):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        run = paragraph.add_run(text)
        run.bold, run.font.size = text != "-----", Pt(size)


def _line(document: Document, state: _State, line: str) -> None:
    if line.startswith("|"):
        state.rows.append([cell.strip() for cell in line.strip("|").split("|")])
        return
    if state.rows:
        _table(document, state.rows)
        state.rows = []
    if not line:
        return
    if line == "=== sign":
        _signature(document)
    elif line == "=== annex":
        _annex(document, state)
    elif line.startswith("# "):
        state.khoan += 1
        _paragraph(document, state, line[2:], bold=True, before=12, keep=True)
    elif line.startswith("##auto "):
        heading = _paragraph(document, state, line[7:], bold=True, keep=True)
        numbered(heading, state.khoan)
        # Word's own number takes its weight from the paragraph mark.
        heading._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))
    elif line.startswith("##style "):
        _paragraph(document, state, line[8:], keep=True).style = document.styles["Khoan"]
    elif line.startswith("### "):
        _paragraph(document, state, line[4:], bold=True, keep=True)
    elif line.startswith("auto| "):
        numbered(_paragraph(document, state, line[6:]), state.khoan)
    elif line.startswith("dash| "):
        numbered(_paragraph(document, state, line[6:]), _DASH)
    elif state.in_annex:
        _annex_line(document, state, line)
    else:
        _paragraph(document, state, line)


def _paragraph(
    document: Document, state: _State, text: str, *, bold: bool = False, before: int = 6, keep: bool = False
) -> Paragraph:
    """A body paragraph: justified, first line 1,27 cm, 18 pt exactly."""
    paragraph = document.add_paragraph()
    # A justified line is torn apart by a soft break.
    broken = "⏎" in text
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if broken else WD_ALIGN_PARAGRAPH.JUSTIFY
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.space_before, layout.space_after = Mm(12.7), Pt(before), Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(19)
    layout.keep_with_next = keep or None
    at = 0
    for piece in _PIECES.finditer(text):
        _run(paragraph, text[at : piece.start()], bold)
        at = piece.end()
        if piece["note"] is not None:
            state.notes.append(piece["note"])
            _reference(paragraph, len(state.notes))
        elif piece["nfd"] is not None:
            _run(paragraph, unicodedata.normalize("NFD", piece["nfd"]), bold)
        else:
            paragraph.add_run().add_break()
    _run(paragraph, text[at:], bold)
    return paragraph


def _run(paragraph: Paragraph, text: str, bold: bool) -> None:
    if text:
        paragraph.add_run(text).bold = bold or None


def _table(document: Document, rows: list[list[str]]) -> None:
    """An annex table over the width of a landscape page, the columns shared by what they hold."""
    columns = list(zip(*rows, strict=True))
    words = [max(len(word) for text in column for word in [*text.split(), ""]) for column in columns]
    # At 12 points no word needs more than 2.6 mm a letter, and the cell 4 mm beside it.
    least = [4 + 2.6 * word for word in words]
    wanted = [sum(map(len, column)) for column in columns]
    spare = (247 - sum(least)) / sum(wanted)
    widths = [Mm(word + spare * width) for word, width in zip(least, wanted, strict=True)]
    grid(document, rows, widths, 12)


def _annex(document: Document, state: _State) -> None:
    state.in_annex = True
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(
        Mm, (20, 20, 30, 20)
    )


def _annex_line(document: Document, state: _State, line: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    is_title = line.isupper()
    if line.startswith("PHỤ LỤC") and not line.endswith(" I"):
        paragraph.paragraph_format.page_break_before = True
    paragraph.paragraph_format.space_after = Pt(0 if is_title else 8)
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(line)
    run.bold, run.italic = is_title or None, (not is_title) or None


def _signature(document: Document) -> None:
    # The closing lines and the signature stand on one page.
    for paragraph in document.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True
    document.paragraphs[-1].paragraph_format.space_after = Pt(14)
    left, right = layout_table(document, (Mm(85), Mm(80))).rows[0].cells
    in_cell(left, "Nơi nhận:", size=14, centred=False)
    for line in (
        "- Bộ Chính trị, Ban Bí thư (b/c),",
        "- Các ban của Trung ương Đảng,",
        "- Các đồng chí Tỉnh ủy viên,",
        "- Các huyện ủy, thành ủy, thị ủy, đảng ủy trực thuộc,",
        "- Lưu Văn phòng Tỉnh ủy.",
    ):
        in_cell(left, line, size=12, centred=False)
    in_cell(right, "T/M TỈNH ỦY", bold=True, size=14)
    in_cell(right, "BÍ THƯ", size=14)


def _page_numbers(document: Document) -> None:
    """Centred at the top, not on the first page."""
    for place, section in enumerate(document.sections):
        section.different_first_page_header_footer = place == 0
        if place == 0:
            section.header.is_linked_to_previous = False
            page_field(section.header.paragraphs[0])


# --- what python-docx has no call for ----------------------------------------------------


def _text_box(paragraph: Paragraph, text: str) -> None:
    """A framed text box, drawn as DrawingML and again as VML, the way Word writes it."""
    xml = (SOURCES.parent / "text-box.xml").read_text(encoding="utf-8").strip().replace("TEXT", text)
    paragraph._p.append(parse_xml(xml))


def _reference(paragraph: Paragraph, number: int) -> None:
    run = paragraph.add_run()
    run.font.superscript = True
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run._r.append(mark)


def _footnotes(document: Document, notes: list[str]) -> None:
    if not notes:
        return
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for at, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    made = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr>'
        f'<w:vertAlign w:val="superscript"/><w:sz w:val="20"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="22"/></w:rPr>'
        f'<w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for at, text in enumerate(notes, 1)
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    xml = f"{declaration}<w:footnotes {nsdecls('w')}>{separators}{made}</w:footnotes>"
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        xml.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
