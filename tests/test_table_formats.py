"""The table in every format and layout: each comment once, nothing live, the same bytes again."""

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn

from drafter.errors import EditedOutput, UnknownFormat
from drafter.jobs.table import table as table_of
from drafter.model import Extras, Layout, Row, Table, with_proposal
from drafter.record import SEAL, is_ours, row_key, write_output
from drafter.record.package import PART
from drafter.wording.errors import sentence
from drafter.writers.table import Format, format_of, table_bytes
from tests.commands import workspace
from tests.printing import by_office

ROOT = Path(__file__).parents[1]
FORMATS = (".docx", ".xlsx", ".html", ".md", ".csv", ".json")


@cache
def sample() -> Table:
    return table_of(workspace())


def hostile(*texts: str) -> Table:
    """The sample's table with rows of these texts in place of its own."""
    row = sample().rows[0]
    rows = tuple(
        replace(row, no=no, text=text, comments=(f"a#{no}",), agencies=(text[:20] or "x",))
        for no, text in enumerate(texts, 1)
    )
    return replace(sample(), rows=rows)


@cache
def of_sample(suffix: str, layout: Layout = Layout.COMMENT) -> bytes:
    return written(sample(), suffix, layout)


def written(table: Table, suffix: str, layout: Layout = Layout.COMMENT) -> bytes:
    return table_bytes(table, Format(suffix), layout, "vi")


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.inside = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


def cells(data: bytes, suffix: str) -> list[str]:
    """The texts of all cells of a table as another program reads them."""
    if suffix == ".docx":
        table = docx.Document(io.BytesIO(data)).tables[1]
        texts = ["\n".join(p.text for p in cell.paragraphs) for row in table.rows for cell in row.cells]
        return [text.replace("\u00a0", " ") for text in texts]
    if suffix == ".xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        return [str(cell.value or "") for row in sheet.iter_rows() for cell in row]
    if suffix == ".html":
        page = _Cells()
        page.feed(data.decode())
        return page.cells
    if suffix == ".csv":
        return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    return [row["comment"] for row in json.loads(data)["rows"]]


@pytest.mark.few
@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".csv", ".json"])
def test_every_comment_stands_in_the_table_once(suffix: str, layout: Layout) -> None:
    found = cells(of_sample(suffix, layout), suffix)
    apart = (
        layout is Layout.ISO and suffix != ".json"
    )  # there what a comment proposes has a column of its own

    def words(row: Row) -> str:
        return row.text.removesuffix(with_proposal("", row.proposal)) if apart and row.proposal else row.text

    for row in sample().rows:
        own = words(row)
        said = [text for text in found if text == own or text.startswith(f"{own}\nLý do: ")]
        assert len(said) == sum(words(other) == own for other in sample().rows), row.text
        assert not (apart and row.proposal) or row.proposal in found


@pytest.mark.parametrize("layout", list(Layout))
def test_markdown_has_one_line_for_each_row_and_as_many_cells_as_its_header(layout: Layout) -> None:
    lines = [line for line in of_sample(".md", layout).decode().splitlines() if line.startswith("| ")]
    widths = {line.replace("\\|", "").count("|") for line in lines}
    assert len(widths) == 1
    assert len([line for line in lines if "**" not in line]) == len(sample().rows) + 2


@pytest.mark.few
@pytest.mark.parametrize("suffix", FORMATS)
def test_equal_tables_give_equal_bytes(suffix: str) -> None:
    assert written(sample(), suffix) == of_sample(suffix)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_table_carries_its_seal_and_any_change_breaks_it(suffix: str) -> None:
    data = of_sample(suffix)
    assert is_ours(data)
    if suffix in (".docx", ".xlsx"):
        changed = rewritten(data, lambda name, part: part + b" " if name.endswith(".xml") else part)
    else:
        changed = data.replace("Sở Tài chính".encode(), "Sở Tai chính".encode(), 1)
    assert changed != data
    assert not is_ours(changed)


def rewritten(data: bytes, edit: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, edit(name, old.read(name)))
    return out.getvalue()


def test_a_table_that_word_saved_again_counts_as_edited(tmp_path: Path) -> None:
    path = tmp_path / "bang.docx"
    data = table_bytes(sample(), Format.DOCX, Layout.CLAUSE, "vi")
    write_output(path, data)
    write_output(path, data)
    document = docx.Document(str(path))
    document.tables[1].rows[2].cells[-1].paragraphs[0].add_run("Tiếp thu")
    document.save(str(path))
    with pytest.raises(EditedOutput):
        write_output(path, data)
    write_output(path, data, force=True)


FORMULAS = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\n=1",
    "＝1+1",
    '=HYPERLINK("http://x")',
)


def test_no_text_becomes_a_formula_in_a_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(hostile(*FORMULAS), ".xlsx"))).worksheets[0]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value in FORMULAS]
    assert len(found) >= len(FORMULAS)
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


def test_no_cell_of_a_csv_file_begins_like_a_formula() -> None:
    assert not [
        cell for cell in cells(written(hostile(*FORMULAS), ".csv"), ".csv") if cell[:1] in set("=+-@\t\n＝")
    ]


@pytest.mark.parametrize("layout", list(Layout))
def test_a_csv_file_has_one_record_for_each_row_with_its_key_and_no_other(layout: Layout) -> None:
    data = of_sample(".csv", layout).decode("utf-8-sig")
    head, *records = csv.reader(io.StringIO(data))
    assert {len(record) for record in records} == {len(head)}
    assert [record[-1] for record in records] == [row_key(row) for row in sample().rows]


def test_markup_in_a_comment_is_shown_and_never_acted_on() -> None:
    nasty = '<script>alert(1)</script> | a & b <img src=x onerror="x"> **đậm** [x](y)'
    page = _Cells()
    page.feed(written(hostile(nasty), ".html").decode())
    assert nasty in page.cells
    assert not {"script", "img"} & page.tags
    line = next(line for line in written(hostile(nasty), ".md").decode().splitlines() if "alert" in line)
    assert "\\<script\\>" in line
    assert "a \\& b" in line
    assert line.replace("\\|", "").count("|") == 5


def test_characters_that_xml_cannot_hold_do_not_spoil_the_file() -> None:
    table = hostile("trước\x0bsau\x00\x1f\ufffe hết")
    assert "trướcsau hết" in cells(written(table, ".docx"), ".docx")
    openpyxl.load_workbook(io.BytesIO(written(table, ".xlsx")))


def test_the_word_table_counts_its_rows_itself_and_repeats_its_header() -> None:
    body = docx.Document(io.BytesIO(of_sample(".docx"))).element.body
    assert len(body.xpath(".//w:tbl//w:numPr")) == len(sample().rows)
    assert len(body.xpath(".//w:tbl/w:tr/w:trPr/w:tblHeader")) == 1
    # LibreOffice prints no number for a paragraph that holds nothing but hidden text.
    assert not body.xpath(".//w:p[w:pPr/w:numPr]//w:vanish")


def test_every_row_can_be_found_again_by_its_key_and_every_input_by_its_hash() -> None:
    data = of_sample(".docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        record, body = package.read(PART).decode(), package.read("word/document.xml").decode()
    for row in sample().rows:
        assert f'key="{row_key(row)}"' in record
        assert f'w:name="{row_key(row)}_' in body and f'w:tag w:val="{row_key(row)}_' in body
    for _, digest in sample().inputs:
        assert digest in record
    assert len({row_key(row) for row in sample().rows}) == len(sample().rows)


def test_a_table_without_rows_says_so() -> None:
    table = replace(sample(), rows=())
    for suffix in (".docx", ".html"):
        assert any("Không có ý kiến" in cell for cell in cells(written(table, suffix), suffix))


def test_the_numbered_paragraphs_before_the_table_never_skip_a_number() -> None:
    for table in (sample(), replace(sample(), agreements=()), replace(sample(), silent=("Sở X",), asked=30)):
        lines = written(table, ".md").decode().splitlines()
        numbers = [int(line.split(".")[0]) for line in lines if line[:1].isdigit()]
        assert numbers == list(range(1, len(numbers) + 1))


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UnknownFormat) as refused:
        format_of(Path("bang.pdf"))
    assert ".xlsx" in sentence(refused.value)


def test_the_places_of_comments_on_several_drafts_name_the_draft() -> None:
    row: Row = sample().rows[0]
    assert len({one.draft_number for one in sample().rows}) == 2
    places = cells(of_sample(".docx", Layout.CLAUSE), ".docx")[::4]
    assert any(f"(dự thảo lần {row.draft_number})" in place for place in places)
    alone = cells(written(replace(sample(), rows=(row,)), ".docx", Layout.CLAUSE), ".docx")
    assert not any("(dự thảo lần" in place for place in alone[::4])


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_opens_the_word_table_and_prints_every_comment(tmp_path: Path) -> None:
    (tmp_path / "bang.docx").write_bytes(of_sample(".docx", Layout.CLAUSE))
    soffice = shutil.which("soffice")
    assert soffice is not None
    profile = (tmp_path / "profile").as_uri()
    command = [
        soffice,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "bang.docx")], check=True, timeout=180
    )
    text = (tmp_path / "bang.txt").read_text(encoding="utf-8-sig")
    for row in sample().rows:
        for line in row.text.split("\n"):
            assert line.strip() in text


@pytest.mark.office
@pytest.mark.slow
def test_no_signature_is_alone_on_its_page_however_many_rows_there_are(tmp_path: Path) -> None:
    rows = [replace(row, text=f"{row.text} Ohm") for row in sample().rows]
    files = []
    for count in range(8, 22):
        files.append(tmp_path / f"{count}.docx")
        made = replace(sample(), rows=tuple(rows[:count]), extras=Extras())
        files[-1].write_bytes(written(made, ".docx", Layout.CLAUSE))
    for printed in by_office(files, tmp_path).values():
        with pypdfium2.PdfDocument(printed) as pages:
            assert "Ohm" in pages[len(pages) - 1].get_textpage().get_text_range(), printed.name


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_comment_that_quotes_a_seal_does_not_break_the_seal(suffix: str) -> None:
    assert is_ours(written(hostile(SEAL, f"drafter-content:{'a' * 64}", "0" * 64), suffix))


# The order that ECMA-376 part 1 gives to the properties that we write (trPr: as Word writes them).
ORDERS = {
    "pPr": ("pStyle", "keepNext", "numPr", "pBdr", "spacing", "ind", "jc", "rPr"),
    "tcPr": ("tcW", "gridSpan", "tcBorders", "shd", "tcMar"),
    "trPr": ("cantSplit", "tblHeader"),
    "rPr": ("rFonts", "b", "i", "vanish", "sz", "szCs", "highlight", "u", "bdr", "lang"),
}


@pytest.mark.parametrize("layout", list(Layout))
def test_the_properties_in_the_word_table_stand_in_the_order_of_the_schema(layout: Layout) -> None:
    body = docx.Document(io.BytesIO(of_sample(".docx", layout))).element.body
    for name, order in ORDERS.items():
        for properties in body.iter(qn(f"w:{name}")):
            places = [order.index(child.tag.split("}")[1]) for child in properties]
            assert places == sorted(set(places)), name


def test_bookmarks_of_the_word_table_are_unique_and_short_enough_for_word() -> None:
    body = docx.Document(io.BytesIO(of_sample(".docx"))).element.body
    marks = list(body.iter(qn("w:bookmarkStart")))
    assert len(marks) == len(sample().rows)
    for attribute in ("w:id", "w:name"):
        assert len({mark.get(qn(attribute)) for mark in marks}) == len(marks)
    assert all(len(mark.get(qn("w:name"))) <= 40 for mark in marks)


@pytest.mark.parametrize(("issuer", "motto"), [("TỈNH ỦY HÀ TĨNH", False), ("UBND TỈNH HÀ TĨNH", True)])
def test_only_a_state_issuer_has_the_national_motto(issuer: str, motto: bool) -> None:
    table = replace(sample(), issuer=issuer)
    head = docx.Document(io.BytesIO(written(table, ".docx"))).tables[0]
    text = "\n".join(cell.text for cell in head.rows[0].cells)
    assert ("Độc lập - Tự do - Hạnh phúc" in text) is motto
    assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in text) is not motto


_MEASURE = "<script>document.title = innerWidth + ' ' + document.documentElement.scrollWidth</script></body>"
_FORBIDS_SCRIPTS = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("layout", list(Layout))
def test_the_page_fits_a_telephone(tmp_path: Path, layout: Layout) -> None:
    text = written(hostile("x" * 400, "Đề nghị bỏ."), ".html", layout).decode()
    assert len(_FORBIDS_SCRIPTS.findall(text)) == 1
    inner = _FORBIDS_SCRIPTS.sub("", text).replace("</body>", _MEASURE)
    page = tmp_path / "bang.html"
    page.write_text(inner, encoding="utf-8")
    chromium = shutil.which("chromium")
    assert chromium is not None
    quiet = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    place = ["--window-size=390,844", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()]
    made = subprocess.run([*quiet, *place], check=True, capture_output=True, timeout=120)
    measured = re.search(r"<title>(\d+) (\d+)</title>", made.stdout.decode("utf-8"))
    assert measured is not None
    inside, needed = map(int, measured.groups())
    assert needed <= inside <= 500


@pytest.mark.parametrize("mark", [";", "\t"])
def test_no_cell_begins_like_a_formula_where_a_program_splits_at_other_signs(mark: str) -> None:
    said = f"sửa thành: x{mark}=HYPERLINK(A1){mark}+1, y\n@SUM(A1)\n- giữ nguyên; - bỏ"
    text = written(hostile(said), ".csv").decode("utf-8-sig")
    pieces = [piece for line in text.splitlines() for piece in line.split(mark)]
    assert not [piece for piece in pieces if piece.lstrip(' "')[:1] in set("=+@")]
    assert "- giữ nguyên; - bỏ" in text
