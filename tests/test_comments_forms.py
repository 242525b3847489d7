"""Files as offices of other places make them: tables without lines, several sheets, boxes, margins."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.analyses.comments import letters
from drafter.language.file_senders import from_file_name
from drafter.language.requests import operation
from drafter.model import Comment, Stance
from tests.inputs import read_comment_file

from .docx_builder import cell, docx, p, row, t, table

HEAD = (p("SỞ DU LỊCH"), p("Số: 12/SDL-VP"), p("Kính gửi: Sở Thông tin và Truyền thông"))


def comments(path: Path) -> list[Comment]:
    return [c for letter in letters(read_comment_file(path, root=path.parent)) for c in letter.comments]


def said(path: Path) -> list[str]:
    return [comment.text for comment in comments(path)]


def text(folder: Path, *lines: str) -> Path:
    path = folder / "thu.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_table_without_lines_and_with_a_header_of_two_rows_is_a_form(tmp_path: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    below = (
        ("Mục III.5", "phủ trên 80% hộ gia đình", "Đề nghị nâng lên 90%.", "1"),
        ("Phụ lục II", "STT 10", "Bổ sung Sở Y tế tham gia.", "2"),
    )
    form = table(
        row(cell(p("Vị trí"), tcpr=down), cell(p("Nội dung"), tcpr=wide), cell(p("STT"), tcpr=down)),
        row(cell(tcpr=on), cell(p("Dự thảo")), cell(p("Đề nghị của đơn vị")), cell(tcpr=on)),
        *(row(*(cell(p(words)) for words in each)) for each in below),
    )
    found = comments(docx(tmp_path / "a.docx", *HEAD, p("Góp ý dự thảo như sau:"), form))
    assert [c.text for c in found] == ["Đề nghị nâng lên 90%.", "Bổ sung Sở Y tế tham gia."]
    assert "Mục III.5" in found[0].cited
    assert "STT 10" in found[1].cited
    assert not found[1].quote


def test_each_sheet_speaks_for_the_agency_named_above_its_table(tmp_path: Path) -> None:
    book = Workbook()
    for at, agency in enumerate(("Sở Y tế", "Sở Nội vụ")):
        sheet = book.active if at == 0 else book.create_sheet("Tờ 2")
        sheet.append([f"Đơn vị góp ý: {agency}"])
        sheet.append(["STT", "Vị trí", "Ý kiến"])
        sheet.append([1, f"Khoản {at + 1} mục III", "Đề nghị bổ sung lộ trình."])
    book.save(tmp_path / "phieu.xlsx")
    assert [c.agency for c in comments(tmp_path / "phieu.xlsx")] == ["Sở Y tế", "Sở Nội vụ"]


def test_a_comment_in_a_text_box_is_read(tmp_path: Path) -> None:
    words = t("1. Đề nghị bỏ khoản 2 mục III.")
    box = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>{words}</w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert said(docx(tmp_path / "a.docx", *HEAD, p("Góp ý như sau:", box))) == ["Đề nghị bỏ khoản 2 mục III."]


def test_comments_in_the_margin_of_a_letter_are_reported_not_counted(tmp_path: Path) -> None:
    note = f'<w:comment w:id="0" w:author="Chuyên viên"><w:p><w:r>{t("xem lại")}</w:r></w:p></w:comment>'
    words = t("1. Đề nghị bỏ khoản 2 mục III.")
    run = f'<w:commentRangeStart w:id="0"/><w:r>{words}</w:r><w:commentRangeEnd w:id="0"/>'
    path = docx(tmp_path / "a.docx", *HEAD, p("Góp ý như sau:"), p(run), comments=note)
    sheet = read_comment_file(path, root=tmp_path)
    assert [(n.code, n.detail) for n in sheet.notices] == [("letter-margin", "1")]
    assert said(path) == ["Đề nghị bỏ khoản 2 mục III."]


def test_closing_words_and_the_name_below_are_no_comment(tmp_path: Path) -> None:
    path = text(
        tmp_path, "Kính gửi: Văn phòng Tỉnh ủy", "Thứ nhất, đề nghị bỏ khoản 2 mục III.",
        "Cuối cùng, đề nghị bổ sung phụ lục về kinh phí.",
        "Trên đây là ý kiến góp ý của Ban Tuyên giáo Tỉnh ủy, kính gửi Ban cán sự đảng UBND tỉnh xem xét.",
        "Trân trọng!", "BAN TUYÊN GIÁO TỈNH ỦY",
    )  # fmt: skip
    assert said(path) == ["đề nghị bỏ khoản 2 mục III.", "đề nghị bổ sung phụ lục về kinh phí."]


def test_a_title_names_the_agency_where_no_letterhead_does(tmp_path: Path) -> None:
    path = tmp_path / "gop-y.md"
    path.write_text(
        "# Góp ý của Hội Liên hiệp Phụ nữ tỉnh\n\n**Về dự thảo lần 3**\n\n- Đề nghị bỏ khoản 2 mục III.\n",
        encoding="utf-8",
    )
    assert [c.agency for c in comments(path)] == ["Hội Liên hiệp Phụ nữ tỉnh"]


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("vnpt-ha-tinh", "VNPT Hà Tĩnh"),
        ("viettel-phu-lam-tinh", "Viettel Phu Lam Tinh"),
        ("hoi-lhpn", "Hội Liên hiệp Phụ nữ"),
        ("cong-an-tinh", "Công an tỉnh"),
    ],
)
def test_a_file_name_without_marks_invents_no_name(stem: str, name: str) -> None:
    assert from_file_name(stem) == name


@pytest.mark.parametrize(
    "comment",
    [
        "Quy định viết tắt cần có danh mục kèm theo để thống nhất.",
        "Cột cơ quan chủ trì nên ghi thống nhất tên cơ quan.",
    ],
)
def test_uniform_is_not_agreed(tmp_path: Path, comment: str) -> None:
    path = text(tmp_path, "Kính gửi: Sở Nội vụ", f"1. {comment}", "2. Đề nghị bỏ khoản 2 mục III.")
    assert comments(path)[0].stance is Stance.REQUEST


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Điểm c và điểm d khoản 5: nên nhập lại thành một điểm.", ("merge", None, None)),
        ("Nên ghi “Đảng ủy Quân sự” đầy đủ.", ("replace", None, "Đảng ủy Quân sự")),
        (
            "Đề nghị biên tập lại đoạn “hỗ trợ hộ kinh doanh” cho gọn.",
            ("shorten", "hỗ trợ hộ kinh doanh", None),
        ),
        ("Đề nghị viết lại câu “dữ liệu mở của tỉnh” cho dễ hiểu.", ("replace", "dữ liệu mở của tỉnh", None)),
        ("Chỉ tiêu 90% cơ sở giáo dục: nên giữ 100% như dự thảo lần 2.", ("replace", "90%", "100%")),
        ("Đề nghị chỉnh lý lại cho rõ người có thẩm quyền.", ("clarify", None, None)),
        ("Đề nghị rà soát khái niệm cho đúng Luật Giao dịch điện tử.", None),
    ],
)
def test_a_request_in_the_words_of_offices(
    said: str, asked: tuple[str, str | None, str | None] | None
) -> None:
    found = operation(said)
    assert (found and (str(found.op), found.old, found.new)) == asked


def test_a_column_of_agencies_that_propose_is_no_column_of_proposals(tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    path.write_text(
        "TT,Cơ quan đề xuất,Nội dung quy định tại dự thảo,Nội dung đề nghị sửa đổi\n"
        "1,Sở Công Thương,III.4.b,Bổ sung hỗ trợ doanh nghiệp lên sàn\n2,Sở Xây dựng,Toàn văn,Nhất trí\n",
        encoding="utf-8",
    )
    found = comments(path)
    assert [c.agency for c in found] == ["Sở Công Thương", "Sở Xây dựng"]
    assert [c.cited for c in found] == ["III.4.b", "Toàn văn"]
    assert [c.stance for c in found] == [Stance.REQUEST, Stance.AGREEMENT]


def test_a_heading_on_necessity_asks_for_nothing(tmp_path: Path) -> None:
    path = text(
        tmp_path, "Kính gửi: Sở Nội vụ", "I. VỀ SỰ CẦN THIẾT", "Thống nhất về sự cần thiết ban hành.",
        "II. VỀ NỘI DUNG", "1. Đề nghị bỏ khoản 2 mục III.",
    )  # fmt: skip
    assert said(path) == ["Thống nhất về sự cần thiết ban hành.", "Đề nghị bỏ khoản 2 mục III."]


def test_an_agency_is_named_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    """Names are kept between the rows of a form: the same row twice is the same name."""
    lines = "\n".join(f"{at};Sở TT&TT;Đề nghị bỏ khoản {at} mục III." for at in range(1, 4))
    path = tmp_path / "bang.csv"
    path.write_text(f"STT;Đơn vị;Ý kiến góp ý\n{lines}\n", encoding="utf-8")
    assert {c.agency for c in comments(path)} == {"Sở Thông tin và Truyền thông"}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Lý do", True),
        ("Lí do góp ý", True),
        ("Căn cứ, cơ sở đề xuất", True),
        ("Cơ sở", True),
        ("Lý do kiến nghị", True),
        ("Giải trình của đơn vị", True),
        ("Thuyết minh", True),
        ("Giải trình, tiếp thu", False),
        ("Lý do không tiếp thu", False),
    ],
)
def test_a_column_of_the_agencys_reasons_is_the_reason_of_the_comment(
    tmp_path: Path, title: str, told: bool
) -> None:
    path = tmp_path / "so-y-te.csv"
    path.write_text(
        f'STT;Ý kiến góp ý;"{title}"\n1;Đề nghị bỏ khoản 9 mục IV.;Đã có quy định khác.\n', encoding="utf-8"
    )
    (comment,) = [c for c in comments(path) if "khoản 9" in c.text]
    assert (comment.reason == "Đã có quy định khác.") is told
