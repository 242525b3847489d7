"""The sample's letters in Word and the other forms offices send, from readable sources in `comments/`.

Mẫu minh họa – không phải văn bản thật: no agency ever wrote them.

A source is a text file: `key: value` lines, a line `---`, then the body. In the body a line is a
paragraph; `#. ` an automatic number, `*. ` an automatic dash, `| a | b |` a table row (the first
one the header), `**…**` bold words, an empty line nothing. Keys: form, parent, agency, number,
date (YYYY-MM-DD), subject, to, notify.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

NOTE = "Mẫu minh họa – không phải văn bản thật"
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Source:
    """One file of comments: its head as a mapping, its body as lines."""

    name: str
    head: dict[str, str]
    body: tuple[str, ...]

    @property
    def dated(self) -> date:
        return date.fromisoformat(self.head["date"])


def read_source(path: Path) -> Source:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    pairs = (line.partition(":") for line in head.splitlines() if line.strip())
    lines = tuple(line.rstrip() for line in body.splitlines() if line.strip())
    return Source(path.stem, {key.strip(): value.strip() for key, _, value in pairs}, lines)


def place_and_date(source: Source) -> str:
    dated = source.dated
    # NĐ 30/2020/NĐ-CP: days below 10 and months 1 and 2 carry a leading zero.
    month = f"{dated.month:02}" if dated.month < 3 else str(dated.month)
    return f"{source.head.get('place', 'Hà Tĩnh')}, ngày {dated.day:02} tháng {month} năm {dated.year}"


# --- Word --------------------------------------------------------------------------------


def letter_docx(source: Source) -> Document:
    """A công văn in the layout of NĐ 30/2020: letterhead and signature as borderless tables."""
    document = _page()
    _letterhead(document, source)
    if "title" in source.head:
        _line(document, source.head["title"], bold=True, centred=True, after=12)
    if "to" in source.head:
        _line(document, f"Kính gửi: {source.head['to']}.", centred=True, before=12, after=12)
    _body(document, source)
    _signature(document, source)
    return document


def _page() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(6)
    document.element.body.remove(document.element.body[0]) if len(document.element.body) > 1 else None
    return document


def _letterhead(document: Document, source: Source) -> None:
    table = _layout_table(document, (Cm(7), Cm(9.5)))
    left, right = table.rows[0].cells
    if "parent" in source.head:
        _in_cell(left, source.head["parent"])
    _in_cell(left, source.head["agency"].upper(), bold=True)
    _in_cell(left, "_______")
    if "number" in source.head:
        _in_cell(left, f"Số: {source.head['number']}")
    if "subject" in source.head:
        _in_cell(left, f"V/v {source.head['subject']}", size=12)
    if source.head.get("party"):
        _in_cell(right, "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    else:
        _in_cell(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12)
        _in_cell(right, "Độc lập - Tự do - Hạnh phúc", bold=True)
    _in_cell(right, "_______________")
    _in_cell(right, place_and_date(source), italic=True)


def _signature(document: Document, source: Source) -> None:
    _line(document, "")
    left, right = _layout_table(document, (Cm(8.5), Cm(8))).rows[0].cells
    _in_cell(left, "Nơi nhận:", bold=True, italic=True, size=12, centred=False)
    for line in source.head.get("notify", "- Như trên; - Lưu: VT.").split("; "):
        _in_cell(left, line.removesuffix(";") + ("" if line.endswith(".") else ";"), size=11, centred=False)
    _in_cell(right, source.head.get("signer", "THỦ TRƯỞNG CƠ QUAN"), bold=True)


def _body(document: Document, source: Source) -> None:
    rows: list[list[str]] = []
    for line in [*source.body, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            _grid(document, rows)
            rows = []
        if line:
            _paragraph(document, line)


def _paragraph(document: Document, line: str) -> None:
    for mark, level in (("#. ", 0), ("*. ", 1)):
        if line.startswith(mark):
            _numbered(_line(document, line.removeprefix(mark), indent=False), _numbering(document), level)
            return
    _line(document, line)


def _line(
    document: Document,
    text: str,
    *,
    bold: bool = False,
    centred: bool = False,
    before: int = 0,
    after: int = 6,
    indent: bool = True,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    if indent and not centred:
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    _runs(paragraph, text, bold=bold)
    return paragraph


def _runs(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    for place, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = bold or place % 2 == 1 or None


def _numbering(document: Document) -> int:
    """The id of a list `1.` / `-`, made once in a document."""
    numbering = document.part.numbering_part.element
    made = numbering.xpath('./w:num[@w:numId="77"]')
    if not made:
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl></w:abstractNum>'
        )
        numbering.insert(0, abstract)
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )
    return 77


def _numbered(paragraph: Paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _layout_table(document: Document, widths: tuple[Cm, ...]) -> Table:
    """A table without lines, as letterheads are set."""
    table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = width
        cell._tc.remove(cell.paragraphs[0]._p)
    return table


def _in_cell(
    cell: _Cell, text: str, *, bold: bool = False, italic: bool = False, size: int = 13, centred: bool = True
) -> None:
    paragraph = cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold or None, italic or None, Pt(size)


def _grid(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for place, row in enumerate(rows):
        made = table.add_row()
        for cell, text in zip(made.cells, row, strict=True):
            _runs(cell.paragraphs[0], text, bold=place == 0)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(13)
        if place == 0:
            header = OxmlElement("w:tblHeader")
            made._tr.get_or_add_trPr().append(header)


# --- the other forms ---------------------------------------------------------------------


def letter_lines(source: Source) -> list[str]:
    """The same letter as lines of plain text, letterhead first."""
    head = source.head
    lines = [head["parent"]] if "parent" in head else []
    lines += [head["agency"].upper()]
    if "number" in head:
        lines.append(f"Số: {head['number']}")
    lines.append(place_and_date(source))
    if "subject" in head:
        lines.append(f"V/v {head['subject']}")
    if "to" in head:
        lines += ["", f"Kính gửi: {head['to']}."]
    return [*lines, "", *source.body]


def letter_txt(source: Source) -> bytes:
    return ("\r\n".join(letter_lines(source)) + "\r\n").encode(source.head.get("encoding", "utf-8"))


def letter_md(source: Source) -> bytes:
    head = source.head
    facts = [f"Số: {head['number']}"] if "number" in head else []
    facts += [place_and_date(source)]
    facts += [f"V/v {head['subject']}"] if "subject" in head else []
    facts += [f"Kính gửi: {head['to']}."] if "to" in head else []
    return ("\n\n".join([f"# {head['agency']}", *facts, *source.body]) + "\n").encode()


def rows_of(source: Source) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in source.body if line[0] == "|"]


def form_csv(source: Source) -> bytes:
    """As Excel saves it on a Vietnamese Windows: UTF-8 with a mark, semicolons."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows_of(source))
    return out.getvalue().encode("utf-8-sig")


def form_xlsx(source: Source) -> openpyxl.Workbook:
    """A comment form: title lines, a header row, one comment a row."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Góp ý"
    rows = rows_of(source)
    titles = [head for head in letter_lines(source) if head and not head.startswith("|")]
    for title in titles:
        sheet.append([title])
    sheet.append([])
    for row in rows:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    start = len(titles) + 2
    for cell in sheet[start]:
        cell.font = openpyxl.styles.Font(bold=True)
    for column, width in zip("ABCDEF", (6, 32, 60, 40, 30, 20), strict=True):
        sheet.column_dimensions[column].width = width
    for line in sheet.iter_rows(min_row=start):
        for cell in line:
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    return book
