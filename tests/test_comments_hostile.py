"""Kinds of letters that were once misread: turns, headings that ask, tables without a header, names."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.analyses.comments import letters
from drafter.analyses.comments.reading import stance_of
from drafter.intake import source_of
from drafter.language.senders import agency_key
from drafter.language.sentences import sentences
from drafter.model import FrameKind, Letter, Stance
from drafter.readers.comments import read_comment_file


def read(text: str, name: str = "gop-y.txt") -> tuple[Letter, ...]:
    made = letters(read_comment_file(source_of(text.encode(), name)))
    assert made[0].words.closes
    return made


def said(made: tuple[Letter, ...]) -> dict[str, list[str]]:
    return {letter.agency: [comment.text for comment in letter.comments] for letter in made}


@pytest.mark.parametrize(
    "text",
    [
        "Cơ bản thống nhất với bố cục dự thảo, tuy nhiên khoản 1 mục II còn trùng lặp với khoản 3.",
        "Thống nhất, tuy nhiên chỉ tiêu 3 còn cao.",
        "Nhất trí với dự thảo nhưng khoản 2 trùng với khoản 4",
    ],
)
def test_a_fault_behind_an_agreement_is_no_agreement(text: str) -> None:
    assert stance_of(text) is Stance.REQUEST


@pytest.mark.parametrize("text", ["Thống nhất với dự thảo.", "Nhất trí, không có ý kiến gì thêm."])
def test_an_agreement_without_a_turn_is_one(text: str) -> None:
    assert stance_of(text) is Stance.AGREEMENT


@pytest.mark.parametrize("heading", ["C. KIẾN NGHỊ", "III. Đề xuất, kiến nghị", "3. Kiến nghị khác:"])
def test_a_heading_that_only_says_that_something_is_asked_is_no_comment(heading: str) -> None:
    (letter,) = read(f"SỞ TƯ PHÁP\n{heading}\n- Bỏ khoản 1 mục II.\n- Bổ sung lộ trình.\n")
    assert said((letter,)) == {"Sở Tư pháp": ["Bỏ khoản 1 mục II.", "Bổ sung lộ trình."]}
    assert FrameKind.HEADING in {piece.kind for piece in letter.frame} or heading.endswith(":")


def test_a_row_that_asks_at_a_place_is_no_header_of_a_table() -> None:
    text = "| Câu hỏi | Trả lời |\n|---|---|\n| Ý kiến khác | Bổ sung khoản 5 mục III về dữ liệu mở |\n"
    (letter,) = read(f"SỞ TƯ PHÁP\n\n{text}", "gop-y.md")
    assert said((letter,)) == {"Sở Tư pháp": ["Bổ sung khoản 5 mục III về dữ liệu mở"]}


@pytest.mark.parametrize("title", ["Ai góp ý", "Người cho ý kiến", "Bên tham gia ý kiến"])
def test_a_column_of_agencies_says_who_speaks_whatever_its_title(title: str, tmp_path: Path) -> None:
    book = Workbook()
    for cells in (
        ("Ý kiến", "STT", title),
        ("Đề nghị làm rõ khoản 1 mục II", 1, "Sở Tài chính"),
        ("Thống nhất", 2, "Sở Y tế"),
        ("Vì sao chỉ tiêu 3 giảm?", 3, "Sở Tài chính"),
    ):
        book.worksheets[0].append(cells)
    book.save(tmp_path / "a.xlsx")
    made = letters(read_comment_file(source_of((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")))
    assert said(made) == {
        "Sở Tài chính": ["Đề nghị làm rõ khoản 1 mục II", "Vì sao chỉ tiêu 3 giảm?"],
        "Sở Y tế": ["Thống nhất"],
    }


def test_the_rest_of_a_form_that_is_fine_is_no_comment_beside_others() -> None:
    rows = "| 1 | Khoản 1 mục II | Bỏ |\n| 2 | Các nội dung khác | Thống nhất |\n"
    head = "| TT | Nội dung dự thảo | Góp ý |\n|---|---|---|\n"
    (letter,) = read(f"SỞ TƯ PHÁP\n\n{head}{rows}", "gop-y.md")
    assert said((letter,)) == {"Sở Tư pháp": ["Bỏ"]}


@pytest.mark.parametrize(
    "name", ["SỞ NÔNG NGHIỆP VÀ PTNT", "Sở NN&PTNT", "Sở NN và PTNT", "Sở Nông nghiệp và PTNT"]
)
def test_short_forms_of_a_name_are_one_agency(name: str) -> None:
    assert agency_key(name) == agency_key("Sở Nông nghiệp và Phát triển nông thôn")


def test_fields_of_a_mail_in_plain_utf_8_are_read() -> None:
    mail = (
        "From: Sở Nội vụ <a@b.vn>\nSubject: Góp ý\nContent-Type: text/plain; charset=utf-8\n\nBỏ khoản 1.\n"
    )
    (letter,) = read(mail, "thu.eml")
    assert any("Sở Nội vụ" in piece.text for piece in letter.frame) and letter.agency == "Sở Nội vụ"


def test_a_column_of_agencies_that_have_something_to_do_names_no_speaker() -> None:
    head = "| STT | Nhiệm vụ | Cơ quan chủ trì | Góp ý |\n|---|---|---|---|\n"
    rows = "| 1 | Sàn số | Sở Công Thương | Bỏ |\n| 2 | Thanh toán | Sở Tài chính | Bổ sung kinh phí |\n"
    (letter,) = read(f"SỞ TƯ PHÁP\n\n{head}{rows}", "gop-y.md")
    assert said((letter,)) == {"Sở Tư pháp": ["Bỏ", "Bổ sung kinh phí"]}


def test_a_column_says_where_who_speaks_works() -> None:
    head = "| Thời gian | Họ và tên | Đơn vị công tác | Nội dung góp ý |\n|---|---|---|---|\n"
    rows = "| 1/2 | An | Sở Nội vụ | Bỏ khoản 1 mục II |\n| 2/2 | Bình | Sở Y tế | Không có ý kiến |\n"
    made = read(head + rows, "gop-y.md")
    assert said(made) == {"Sở Nội vụ": ["Bỏ khoản 1 mục II"], "Sở Y tế": ["Không có ý kiến"]}


@pytest.mark.parametrize(
    "text", ["Không ý kiến", "Không góp ý.", "Không đề nghị bổ sung gì thêm.", "Không có kiến nghị gì khác"]
)
def test_who_has_nothing_to_ask_agrees(text: str) -> None:
    assert stance_of(text) is Stance.AGREEMENT


@pytest.mark.parametrize(
    "text", ["Không đề nghị bổ sung khoản 8.", "Không có ý kiến gì thêm, đề nghị bỏ khoản 8."]
)
def test_who_asks_beside_it_does_not(text: str) -> None:
    assert stance_of(text) is not Stance.AGREEMENT


@pytest.mark.parametrize(
    "last", ["Đây là ý kiến của Sở Tư pháp.", "Thanks anh!", "Chân thành cảm ơn", "Xin cảm ơn!"]
)
def test_courtesy_behind_the_last_item_is_no_part_of_it(last: str) -> None:
    (letter,) = read(f"SỞ TƯ PHÁP\n1. Bỏ khoản 1 mục II.\n2. Kinh phí lấy từ đâu?\n{last}\n")
    assert said((letter,)) == {"Sở Tư pháp": ["Bỏ khoản 1 mục II.", "Kinh phí lấy từ đâu?"]}


def test_a_line_in_quotes_goes_on_with_no_name() -> None:
    text = "# Góp ý của Liên đoàn Lao động tỉnh\n\n> “Đào tạo lại” (khoản 7 mục III)\n\nĐề nghị bỏ.\n"
    (letter,) = read(text, "gop-y.md")
    assert letter.agency == "Liên đoàn Lao động tỉnh"


def test_what_is_not_agreed_to_may_stand_in_a_heading() -> None:
    (letter,) = read(
        "SỞ TƯ PHÁP\nI. NHỮNG NỘI DUNG CHƯA THỐNG NHẤT\n- Bỏ khoản 3 mục III.\n- Bỏ chỉ tiêu 5.\n"
    )
    assert said((letter,)) == {"Sở Tư pháp": ["Bỏ khoản 3 mục III.", "Bỏ chỉ tiêu 5."]}


def test_who_passes_on_what_an_agency_says_names_it() -> None:
    (letter,) = read(
        "Gửi anh,\nEm gửi góp ý của Sở Xây dựng nhé:\n1) Bỏ khoản 1 mục II.\n2) Thêm lộ trình.\n"
    )
    assert letter.agency == "Sở Xây dựng"


def test_each_column_of_comments_is_of_the_agency_in_its_title() -> None:
    head = "| STT | Điều khoản | Ý kiến của Sở Tài chính | Ý kiến của Sở Y tế |\n|---|---|---|---|\n"
    rows = "| 1 | Khoản 1 mục II | Bỏ | Nhất trí |\n| 2 | Khoản 2 mục II | | Bổ sung y tế số |\n"
    made = read(head + rows, "gop-y.md")
    assert said(made) == {"Sở Tài chính": ["Bỏ"], "Sở Y tế": ["Nhất trí", "Bổ sung y tế số"]}
    assert [comment.cited for letter in made for comment in letter.comments] == [
        "Khoản 1 mục II", "Khoản 1 mục II", "Khoản 2 mục II",
    ]  # fmt: skip


def test_the_value_of_a_label_may_stand_in_the_cell_beside_it(tmp_path: Path) -> None:
    book = Workbook()
    for cells in (
        ("Mẫu số 02", "", ""),
        ("PHIẾU GÓP Ý DỰ THẢO NGHỊ QUYẾT", "", ""),
        ("Tên đơn vị:", "Ban Dân tộc tỉnh", ""),
        ("TT", "Vị trí", "Nội dung góp ý"),
        (1, "Khoản 1 mục II", "Bỏ"),
    ):
        book.worksheets[0].append(cells)
    book.save(tmp_path / "a.xlsx")
    made = letters(read_comment_file(source_of((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")))
    assert said(made) == {"Ban Dân tộc tỉnh": ["Bỏ"]}


def test_wishes_numbered_in_one_sentence_take_no_place_from_each_other() -> None:
    (letter,) = read(
        "SỞ TƯ PHÁP\nSở đề nghị: (1) nâng chỉ tiêu 1 lên 50%; (2) bỏ chỉ tiêu 2; (3) bổ sung lộ trình.\n"
    )
    assert said((letter,))["Sở Tư pháp"][1:] == ["bỏ chỉ tiêu 2;", "bổ sung lộ trình."]


def test_a_target_is_no_turn_behind_an_agreement() -> None:
    (letter,) = read("SỞ TƯ PHÁP\nKhoản 2: đồng ý giảm chỉ tiêu nhưng phải có lộ trình.\nBỏ khoản 5.\n")
    assert not any(text.startswith("chỉ tiêu") for text in said((letter,))["Sở Tư pháp"])


@pytest.mark.parametrize("signs", ["...", "?!", "!!!!"])
def test_signs_in_a_row_end_one_sentence(signs: str) -> None:
    text = f"Bỏ v.v{signs} Bổ sung{signs} Hết"
    assert [text[start:end] for start, end in sentences(text)] == [f"Bỏ v.v{signs}", f"Bổ sung{signs}", "Hết"]


def test_a_row_of_signs_takes_time_in_proportion() -> None:
    assert sentences("!" * 200_000 + "a") == [(0, 200_001)]
