"""Workbooks: cells as Excel shows them to an office here, whatever wrote the file."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment as CellNote
from openpyxl.styles import Font

from drafter.errors import DrafterError
from drafter.model import Block, Grid, Sheet, Struck
from drafter.readers.xlsx.formats import shown_number
from tests.inputs import read_comment_file

HEADER = ("STT", "Cơ quan góp ý", "Vị trí", "Nội dung góp ý")


def read(path: Path) -> Sheet:
    return read_comment_file(path, root=path.parent)


def saved(tmp_path: Path, *rows: tuple[object, ...], book: Workbook | None = None) -> Path:
    book = book or Workbook()
    sheet = book.worksheets[0]
    for row in (HEADER, *rows):
        sheet.append(row)
    path = tmp_path / "tong-hop.xlsx"
    book.save(path)
    return path


def rewritten(path: Path, part: str, pattern: str, by: str) -> Path:
    """The file with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    changed = re.sub(pattern, by, content[part].decode("utf-8"))
    assert changed != content[part].decode("utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, changed if name == part else data)
    return path


def lines(sheet: Sheet) -> list[Block]:
    found = [
        block
        for part in sheet.parts
        if isinstance(part, Grid)
        for row in part.rows
        for c in row
        for block in c
    ]
    return list(dict.fromkeys(found))


SHOWN = {
    ("0.85", "0%"): "85%",
    ("0.075", "0.0%"): "7,5%",
    ("0.57999999999999996", "0%"): "58%",
    ("1234567", "#,##0"): "1.234.567",
    ("1234.5", "#,##0.00"): "1.234,50",
    ("-1234", "#,##0;(#,##0)"): "(1.234)",
    ("-7", "0.0"): "-7,0",
    ("0", '0;-0;"–"'): "–",
    ("0", ";;;"): "0",
    ("7.5", "General"): "7,5",
    ("0.30000000000000004", "General"): "0,3",
    ("20000", "General"): "20000",
    ("1500000", '#,##0 "đồng"'): "1.500.000 đồng",
    ("1500000", "#,##0\\ [$₫-42A]"): "1.500.000 ₫",
    ("1500000000", '#,##0,, "triệu đồng"'): "1.500 triệu đồng",
    ("5", '00"/NQ-HĐND"'): "05/NQ-HĐND",
    ("0.5", "# ?/?"): "1/2",
    ("44260", "dd/mm/yyyy"): "05/03/2021",
    ("44260", "d/m/yyyy"): "5/3/2021",
    ("44260", "mm/yyyy"): "03/2021",
    ("44260", "m/d/yyyy"): "05/03/2021",
    ("44260", "[$-409]mmmm d, yyyy"): "05/03/2021",
    ("44260", "yyyy-mm-dd"): "05/03/2021",
    ("44260.5", "yyyy-mm-dd h:mm:ss"): "05/03/2021 12:00",
    ("44260", '"Quý "m'): "Quý 3",
    ("0.604166667", "h:mm"): "14:30",
    ("chữ", "0%"): "chữ",
}


@pytest.mark.parametrize(("stored", "code"), SHOWN)
def test_a_number_is_read_as_its_cell_shows_it(stored: str, code: str) -> None:
    assert shown_number(stored, code) == SHOWN[stored, code]


def test_cells_of_a_file_are_read_as_shown(tmp_path: Path) -> None:
    book = Workbook()
    path = saved(
        tmp_path,
        (1, "Sở Tài chính", date(2021, 3, 5), 0.85),
        (2, "Sở Y tế", datetime(2021, 3, 5), True),
        book=book,
    )
    book.worksheets[0]["D2"].number_format = "0.0%"
    book.save(path)
    assert [block.text for block in lines(read(path))][4:] == [
        *("1", "Sở Tài chính", "05/03/2021", "85,0%"),
        *("2", "Sở Y tế", "05/03/2021", "TRUE"),
    ]


def test_control_signs_written_out_are_breaks_or_nothing(tmp_path: Path) -> None:
    path = saved(
        tmp_path, (1, "Sở Y tế", "Mục I", "Bỏ khoản 1._x000D_\nBỏ_x0009_khoản 2._x000A_Bỏ khoản 3._x0007_")
    )
    assert [block.text for block in lines(read(path))][-3:] == ["Bỏ khoản 1.", "Bỏ khoản 2.", "Bỏ khoản 3."]


def test_html_of_an_export_is_not_printed(tmp_path: Path) -> None:
    path = saved(
        tmp_path, (1, "Sở Y tế", "Mục&nbsp;I", "Bỏ khoản 1.<br/>Giữ <b>khoản 2</b> &amp; <s>3</s> 4; số < 5")
    )
    place, first, second = lines(read(path))[-3:]
    assert (place.text, first.text, second.text) == ("Mục\xa0I", "Bỏ khoản 1.", "Giữ khoản 2 & 4; số < 5")
    assert second.struck == (Struck(len("Giữ khoản 2 & "), "3"),)


def test_words_struck_through_do_not_stand(tmp_path: Path) -> None:
    wish = CellRichText("Sửa: ít nhất ", TextBlock(InlineFont(strike=True), "80%"), " 85%")
    book = Workbook()
    path = saved(tmp_path, (1, "Sở Y tế", "Mục I", wish), (2, "Sở Y tế", "Mục II", "Bỏ khoản 9."), book=book)
    book.worksheets[0]["D3"].font = Font(strike=True)
    book.save(path)
    sheet = read(path)
    partly = next(block for block in lines(sheet) if block.text.startswith("Sửa"))
    wholly = next(block for block in lines(sheet) if block.text.startswith("Bỏ"))
    assert (partly.text, partly.struck) == ("Sửa: ít nhất 85%", (Struck(13, "80%"),))
    assert wholly.gone
    assert [(notice.code, notice.detail) for notice in sheet.notices] == [("struck-lines", "1")]


def test_a_raised_figure_is_no_digit_of_the_number_before_it(tmp_path: Path) -> None:
    high = InlineFont(vertAlign="superscript")
    rich = CellRichText("Năm 2025", TextBlock(high, "1"), " đạt 6 km", TextBlock(high, "2"))
    assert lines(read(saved(tmp_path, (1, "Sở Y tế", "Mục I", rich))))[-1].text == "Năm 2025¹ đạt 6 km2"


def test_hidden_rows_and_columns_are_read_and_told_and_notes_on_cells_told(tmp_path: Path) -> None:
    book = Workbook()
    rows = [(n, "Sở Y tế", "Mục I", f"Bỏ khoản {n}.") for n in range(1, 7)]
    path = saved(tmp_path, *rows, book=book)
    sheet = book.worksheets[0]
    for number in (3, 4, 6):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["D2"].comment = CellNote("Đề nghị ghi rõ đơn vị tính.", "Sở Y tế")
    away = book.create_sheet("Danh mục")
    away.append(["Sở Y tế"])
    away.sheet_state = "veryHidden"
    book.save(path)
    found = read(path)
    assert sum(block.text.startswith("Bỏ") for block in lines(found)) == 6
    assert {(notice.code, notice.detail) for notice in found.notices} == {
        ("hidden-rows", "3–4, 6"),
        ("hidden-columns", "C"),
        ("hidden-sheet", "1"),
        ("cell-note", "Đề nghị ghi rõ đơn vị tính."),
    }
    assert all("tong-hop.xlsx" in notice.place for notice in found.notices)


def test_a_cell_far_down_or_far_right_is_read_or_told(tmp_path: Path) -> None:
    book = Workbook()
    path = saved(tmp_path, (1, "Sở Y tế", "Mục I", "Bỏ khoản 1."), book=book)
    sheet = book.worksheets[0]
    sheet["D40000"] = "Bỏ khoản 2."
    for column in range(5, 70):
        sheet.cell(1, column, f"Cột {column}")
    book.save(path)
    found = read(path)
    assert any(block.text == "Bỏ khoản 2." for block in lines(found))
    assert [(notice.code, notice.detail) for notice in found.notices] == [("columns-left-out", "9")]


@pytest.mark.slow
def test_more_rows_than_a_form_can_have_are_told(tmp_path: Path) -> None:
    path = saved(tmp_path, *((n, "Sở Y tế", "Mục I", "Bỏ khoản 1.") for n in range(20_010)))
    assert [(notice.code, notice.detail) for notice in read(path).notices] == [("rows-left-out", "11")]


@pytest.mark.parametrize(
    ("part", "pattern", "by"),
    [
        ("xl/styles.xml", r"<fills.*?</fills>", "<fills><fill/></fills>"),
        ("xl/styles.xml", r"<color [^>]*/>", '<color rgb="xanh"/>'),
        ("xl/styles.xml", r"<cellXfs.*?</cellXfs>", ""),
        (
            "docProps/core.xml",
            r"<dcterms:created[^>]*>[^<]*",
            '<dcterms:created xsi:type="dcterms:W3CDTF">hôm qua',
        ),
        ("docProps/core.xml", r"</cp:coreProperties>", ""),
    ],
)
def test_odd_looks_and_properties_never_keep_a_sheet_from_being_read(
    tmp_path: Path, part: str, pattern: str, by: str
) -> None:
    path = rewritten(saved(tmp_path, (1, "Sở Y tế", "Mục I", "Bỏ khoản 1.")), part, pattern, by)
    assert lines(read(path))[-1].text == "Bỏ khoản 1."


def test_a_strict_workbook_is_read_as_any_other(tmp_path: Path) -> None:
    path = saved(tmp_path, (1, "Sở Y tế", "Mục I", "Bỏ khoản 1."))
    names = zipfile.ZipFile(path).namelist()
    for part in (name for name in names if name.endswith((".xml", ".rels"))):
        with zipfile.ZipFile(path) as archive:
            text = archive.read(part).decode("utf-8")
        strict = re.sub(
            r"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument)/2006/",
            r"http://purl.oclc.org/ooxml/\1/",
            text,
        )
        if strict != text:
            rewritten(path, part, re.escape(text), strict.replace("\\", "\\\\"))
    assert lines(read(path))[-1].text == "Bỏ khoản 1."


def test_a_damaged_workbook_is_refused_and_named(tmp_path: Path) -> None:
    path = rewritten(saved(tmp_path, (1, "Sở Y tế", "Mục I", "x")), "xl/workbook.xml", r"(?s).+", "")
    with pytest.raises(DrafterError) as caught:
        read(path)
    assert caught.value.code == "damaged"


def test_an_area_merged_over_a_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, (1, "Sở Y tế", "Mục I", "Bỏ khoản 1."))
    merged = '</sheetData><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    assert (
        lines(read(rewritten(path, "xl/worksheets/sheet1.xml", "</sheetData>", merged)))[-1].text
        == "Bỏ khoản 1."
    )


def test_a_sheet_that_a_damaged_file_names_many_times_is_one_sheet(tmp_path: Path) -> None:
    path = saved(tmp_path, (1, "Sở Y tế", "Khoản 2", "Đề nghị bỏ khoản 2."))
    rewritten(path, "xl/workbook.xml", r"(<sheet [^>]*/>)", r"\1" * 50)
    assert len([part for part in read(path).parts if isinstance(part, Grid)]) == 1
