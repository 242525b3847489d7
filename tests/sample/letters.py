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

import openpyxl
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from .office import FIXED, NOTE, blank, fixed, grid, in_cell, layout_table, lists, numbered, saved

SOURCES = Path(__file__).parent / "comments"
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


def letter_docx(source: Source) -> bytes:
    """A công văn in the layout of NĐ 30/2020: letterhead and signature as borderless tables."""
    document = blank(size=14, margins=(20, 20, 30, 15))
    lists(document, 77, (("decimal", "%1."), ("bullet", "-")), (77,))
    _letterhead(document, source)
    if "title" in source.head:
        _line(document, source.head["title"], bold=True, centred=True, before=12, after=12)
    if "to" in source.head:
        _line(document, f"Kính gửi: {source.head['to']}.", centred=True, before=12, after=12)
    _body(document, source)
    _signature(document, source)
    return saved(document)


def _letterhead(document: Document, source: Source) -> None:
    left, right = layout_table(document, (Mm(75), Mm(90))).rows[0].cells
    if "parent" in source.head:
        in_cell(left, source.head["parent"])
    in_cell(left, source.head["agency"].upper(), bold=True)
    in_cell(left, "_______", size=8)
    if "number" in source.head:
        in_cell(left, f"Số: {source.head['number']}")
    if "subject" in source.head:
        in_cell(left, f"V/v {source.head['subject']}", size=12)
    if source.head.get("party"):
        in_cell(right, "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    else:
        in_cell(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12)
        in_cell(right, "Độc lập - Tự do - Hạnh phúc", bold=True)
    in_cell(right, "_______________", size=8)
    in_cell(right, place_and_date(source), italic=True)


def _signature(document: Document, source: Source) -> None:
    _line(document, "")
    left, right = layout_table(document, (Mm(85), Mm(80))).rows[0].cells
    in_cell(left, "Nơi nhận:", bold=True, italic=True, size=12, centred=False)
    for line in source.head.get("notify", "- Như trên; - Lưu: VT.").split("; "):
        in_cell(left, line if line.endswith(".") else f"{line};", size=11, centred=False)
    in_cell(right, source.head.get("signer", "THỦ TRƯỞNG CƠ QUAN"), bold=True)


def _body(document: Document, source: Source) -> None:
    rows: list[list[str]] = []
    for line in [*source.body, ""]:
        if line.startswith("|"):
            rows.append(cells_of(line))
            continue
        if rows:
            widths = (12, 50, 63, 40) if len(rows[0]) == 4 else (165 // len(rows[0]),) * len(rows[0])
            grid(document, rows, [Mm(width) for width in widths], 13)
            rows = []
        if line:
            _paragraph(document, line)


def cells_of(line: str) -> list[str]:
    """`"| 1 | a | |"` gives three cells, the last one empty."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _paragraph(document: Document, line: str) -> None:
    for mark, level in (("#. ", 0), ("*. ", 1)):
        if line.startswith(mark):
            numbered(_line(document, line.removeprefix(mark), indent=False), 77, level)
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
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
    _runs(paragraph, text, bold=bold)
    return paragraph


def _runs(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    for place, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = bold or place % 2 == 1 or None


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
    return [cells_of(line) for line in source.body if line.startswith("|")]


def form_csv(source: Source) -> bytes:
    """As Excel saves it on a Vietnamese Windows: UTF-8 with a mark, semicolons."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows_of(source))
    return out.getvalue().encode("utf-8-sig")


def form_xlsx(source: Source) -> bytes:
    """A comment form: title lines, a header row, one comment a row."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Góp ý"
    titles = [line for line in letter_lines(source) if line and not line.startswith("|")]
    for title in titles:
        sheet.append([title])
    sheet.append([])
    for row in rows_of(source):
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    start = len(titles) + 2
    for cell in sheet[start]:
        cell.font = openpyxl.styles.Font(bold=True)
    for column, width in zip("ABCDEF", (6, 32, 60, 40, 30, 20), strict=True):
        sheet.column_dimensions[column].width = width
    for line in sheet.iter_rows(min_row=start):
        for cell in line:
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    book.properties.creator = ""
    book.properties.description = NOTE
    book.properties.created = book.properties.modified = FIXED.replace(tzinfo=None)
    raw = io.BytesIO()
    book.save(raw)
    return _without_clock(fixed(raw.getvalue()))


def _without_clock(data: bytes) -> bytes:
    """openpyxl dates a workbook when it saves it, whatever its properties say."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2021-01-01T00:00:00Z", part)
            new.writestr(info, part)
    return out.getvalue()


FORMS = {
    "docx": letter_docx,
    "xlsx": form_xlsx,
    "csv": form_csv,
    "md": letter_md,
    "txt": letter_txt,
}


def build_all() -> dict[str, bytes]:
    """Every file of comments by its name, copies of the draft left out."""
    sources = [read_source(path) for path in sorted(SOURCES.glob("*.txt"))]
    return {f"{s.name}.{s.head['form']}": FORMS[s.head["form"]](s) for s in sources}
