"""Reading comment files: every form, every encoding, and files that cannot be used."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.analyses.comments import letters
from drafter.errors import DrafterError, UnreadFormat
from drafter.intake import listing
from drafter.model import Block, Grid, Sheet, Stance
from drafter.wording.errors import sentence
from tests.inputs import read_comment_file

LETTER = (
    "SỞ TÀI CHÍNH\nSố: 12/STC-VP\nAn Sơn, ngày 03 tháng 12 năm 2024\nKính gửi: Ban soạn thảo\n"
    "1. Bỏ khoản 9 mục IV.\n2. Đề nghị thay “hằng quý” bằng “hằng năm”.\n"
)


def read(path: Path) -> Sheet:
    return read_comment_file(path, root=path.parent)


def texts(path: Path) -> list[str]:
    return [comment.text for letter in letters(read(path)) for comment in letter.comments]


WANTED = ["Bỏ khoản 9 mục IV.", "Đề nghị thay “hằng quý” bằng “hằng năm”."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_every_encoding_that_offices_save(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "gop-y.txt"
    path.write_bytes(LETTER.encode(encoding))
    assert texts(path) == WANTED


def cp1258(text: str) -> bytes:
    """As Vietnamese Windows saved it: base letter with circumflex, breve or horn, then the tone mark."""
    import unicodedata

    out = ""
    for char in text:
        try:
            char.encode("cp1258")
            out += char
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = "".join(mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323")
            rest = "".join(mark for mark in parts if mark not in tones)
            out += unicodedata.normalize("NFC", rest) + tones
    return out.replace("“", '"').replace("”", '"').encode("cp1258")


def test_windows_1258_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "gop-y.txt"
    path.write_bytes(cp1258(LETTER))
    found = letters(read(path))
    assert found[0].agency == "Sở Tài chính"
    assert [comment.operation.new for comment in found[0].comments if comment.operation] == [
        None,
        "hằng năm",
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_form_is_read_whatever_its_separator(tmp_path: Path, separator: str) -> None:
    rows = [
        ["STT", "Điều, khoản", "Ý kiến góp ý", "Lý do"],
        ["1", "khoản 2, mục II", "Bỏ cụm từ “nếu có”, vì thừa; xem lại", "rõ ràng; ngắn gọn"],
        ["2", "", "Đề nghị làm rõ:\nnguồn vốn, thời hạn", ""],
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    path = tmp_path / ("so-tai-chinh.tsv" if separator == "\t" else "so-tai-chinh.csv")
    path.write_bytes(out.getvalue().encode("utf-8-sig"))
    comments = letters(read(path))[0].comments
    assert [comment.position.row for comment in comments] == [2, 3]
    assert comments[0].cited == "khoản 2, mục II"
    assert comments[0].reason == "rõ ràng; ngắn gọn"
    assert comments[1].text == "Đề nghị làm rõ:\nnguồn vốn, thời hạn"


def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sở, ngành"
    sheet["A1"] = "TỔNG HỢP Ý KIẾN GÓP Ý DỰ THẢO NGHỊ QUYẾT (LẦN 2)"
    sheet.merge_cells("A1:E1")
    for column, title in zip("ABCE", ("TT", "Đơn vị góp ý", "Nội dung góp ý", "Lý do"), strict=True):
        sheet[f"{column}3"] = title
    sheet["C4"], sheet["D4"] = "Điều, khoản", "Ý kiến"
    for area in ("C3:D3", "A3:A4", "B3:B4", "E3:E4"):
        sheet.merge_cells(area)
    sheet.append(["(1)", "(2)", "(3)", "(4)", "(5)"])
    sheet.append([1, "Sở Nội vụ", "Khoản 2 mục II", "Đề nghị bổ sung chỉ tiêu tập huấn.", "Cần thiết"])
    sheet.append([2, None, "Mục V", "Bỏ cụm từ “khi có điều kiện”.", None])
    sheet.merge_cells("B6:B7")
    sheet.append([3, "BHXH tỉnh", None, "Thống nhất, không có ý kiến gì thêm.", None])
    sheet.append([4, "Sở Y tế", None, "Đề nghị bỏ khoản 3", None])
    sheet.append([5, "Sở Công Thương", None, '=CONCATENATE("Đề nghị"," bỏ khoản 3")', None])
    hidden = book.create_sheet("ẩn")
    hidden.sheet_state = "hidden"
    hidden.append(["STT", "Ý kiến góp ý"])
    hidden.append([1, "Đề nghị đừng đọc."])
    path = tmp_path / "tong-hop.xlsx"
    book.save(path)
    return path


def test_a_spreadsheet_with_merged_cells_gives_every_agency_its_letter(tmp_path: Path) -> None:
    found = letters(read(workbook(tmp_path)))
    by_agency = {letter.agency: letter for letter in found}
    assert list(by_agency) == ["Sở Nội vụ", "Bảo hiểm xã hội tỉnh", "Sở Y tế"]
    assert [comment.cited for comment in by_agency["Sở Nội vụ"].comments] == ["Khoản 2 mục II", "Mục V"]
    assert by_agency["Bảo hiểm xã hội tỉnh"].stance is Stance.AGREEMENT
    assert {letter.draft_number for letter in found} == {2}


def test_a_formula_is_never_evaluated(tmp_path: Path) -> None:
    sheet = read(workbook(tmp_path))
    grid = sheet.parts[0]
    assert isinstance(grid, Grid)
    assert not any("CONCATENATE" in block.text for row in grid.rows for cell in row for block in cell)
    assert [n.detail for n in sheet.notices if n.code == "uncomputed"] == [
        'D10 (=CONCATENATE("Đề nghị"," bỏ khoản 3"))'
    ]


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    assert "đừng đọc" not in str(read(workbook(tmp_path)).parts)


def test_markdown_is_read_by_its_tokens(tmp_path: Path) -> None:
    """Escapes, nested lists, code and quotes do not end up as marks in the text."""
    path = tmp_path / "so-y-te.md"
    path.write_text(
        "# SỞ Y TẾ\n\n> Kính gửi: Ban soạn thảo\n\n3. Bỏ **khoản 9** mục IV.\n4. Tại `khoản 2`:\n\n"
        "   * bổ sung \\*nguồn vốn\\*;\n   * bỏ điểm c.\n",
        encoding="utf-8",
    )
    comments = letters(read(path))[0].comments
    assert [comment.text for comment in comments] == [
        "Bỏ khoản 9 mục IV.",
        "bổ sung *nguồn vốn*;",
        "bỏ điểm c.",
    ]
    assert [comment.position.line for comment in comments] == [5, 8, 9]


def test_hard_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "so-y-te.txt"
    path.write_text(
        "SỞ Y TẾ\nKính gửi: Ban soạn thảo\n"
        "1. Đề nghị bổ sung nhiệm vụ xây dựng hồ sơ sức khỏe điện tử cho toàn dân,\n"
        "bảo đảm liên thông dữ liệu giữa các cơ sở khám chữa bệnh trên địa bàn\n"
        "tỉnh trước năm 2025.\n"
        "2. Đề nghị làm rõ cơ quan chủ trì và nguồn kinh phí thực hiện các nhiệm vụ\n"
        "nêu tại khoản 3 mục III.\n",
        encoding="utf-8",
    )
    first, second = texts(path)
    assert first.endswith("trên địa bàn tỉnh trước năm 2025.")
    assert second.endswith("nêu tại khoản 3 mục III.")


def test_litter_is_ignored_and_subfolders_are_read(tmp_path: Path) -> None:
    for name in (
        "~$gop-y.docx",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        ".git/x.txt",
        "lần 2/a10.txt",
        "lần 2/a9.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(LETTER, encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in listing(tmp_path).files]
    assert found == ["lần 2/a9.txt", "lần 2/a10.txt"]
    sheet = read_comment_file(tmp_path / "lần 2" / "a9.txt", root=tmp_path)
    assert letters(sheet)[0].comments[0].id == "lần 2/a9.txt#1"


BAD = {
    "a.pdf": (b"MZ\x90\0 a program", "unread-format"),
    "a.txt": (b"", "empty-file"),
    "b.txt": (b"\x00\x01\x02\x03\xff\xfe\x9d" * 40, "not-text"),
    "c.csv": (b"MZ\x90\0\3\0 a program", "not-text"),
    "d.docx": (b"SQLite format 3\0", "unread-format"),
    "e.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "unread-format"),
    "f.xlsx": (b"\x00\x01\x02", "unread-format"),
    "g.xlsx": (b"PK\x03\x04 cut short", "cut-off"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_unusable_file_gives_one_clear_line(tmp_path: Path, name: str) -> None:
    content, code = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DrafterError) as caught:
        read(path)
    assert caught.value.code == code
    assert caught.value.exit_code == 3
    told = sentence(caught.value)
    assert told.startswith(f"{name}: ")
    assert "\n" not in told


def test_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        read(tmp_path / "mat.txt")
    assert caught.value.code == "vanished"


def test_offsets_of_blocks_lead_back_to_the_line(tmp_path: Path) -> None:
    path = tmp_path / "gop-y.txt"
    path.write_text("   1. Bỏ khoản 9.\n\n\t2. Giữ khoản 8.\n", encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    for block in read(path).parts:
        assert isinstance(block, Block)
        assert lines[block.number - 1][block.offset :].startswith(block.text)


def test_a_zip_of_something_else_named_xlsx_is_refused_with_the_kinds_that_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gop-y.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(UnreadFormat):
        read_comment_file(path, root=tmp_path)
