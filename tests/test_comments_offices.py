"""Letters as provincial offices write them: whose they are, and what of them is no comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import FrameKind

from .form_files import read

ASKED = "Đề nghị bổ sung nguồn kinh phí tại khoản 2 mục III."
HEAD = "SỞ Y TẾ\nSố: 12/SYT-NV\nKính gửi: Sở Nội vụ\n"


def only(folder: Path, text: str, name: str = "thu.txt") -> tuple[str, list[str], dict[str, FrameKind]]:
    """Whose letter it is, its comments, and what each piece of its frame is."""
    (folder / name).write_text(text, "utf-8")
    (letter,) = read(folder / name)
    assert letter.words.closes
    return letter.agency, [c.text for c in letter.comments], {each.text: each.kind for each in letter.frame}


@pytest.mark.parametrize(
    ("sender", "signed", "agency"),
    [
        ("Sở Xây dựng <soxd@x.vn>", "", "Sở Xây dựng"),
        ("Phòng CNTT - Sở Y tế <cntt@x.vn>", "", "Sở Y tế"),
        ("So Xay dung <soxd@x.vn>", "", "Sở Xây dựng"),
        ('"Phong CNTT - So Y te" <cntt@x.vn>', "", "Sở Y tế"),
        ("Nguyễn Văn A (Sở Du lịch) <a@x.vn>", "", "Sở Du lịch"),
        ("Nguyen Van A <a@x.vn>", "Chuyên viên Sở Xây dựng", "Sở Xây dựng"),
        ("Nguyen Van A <a@x.vn>", "Văn phòng Sở Du lịch", "Sở Du lịch"),
        ("Nguyen Van A <a@x.vn>", "Phòng CNTT\nSở Y tế", "Sở Y tế"),
        ("Nguyen Van A <a@x.vn>", "Phòng Nội vụ, UBND huyện Kỳ Anh", "Ủy ban nhân dân huyện Kỳ Anh"),
        ("Phòng CNTT <cntt@x.vn>", "Phòng CNTT, Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_mail_is_of_the_agency_of_its_sender_else_of_who_signs(
    tmp_path: Path, sender: str, signed: str, agency: str
) -> None:
    fields = f"Từ: {sender}\nĐến: sotttt@x.vn\nNgày: 05/03/2021\nChủ đề: Góp ý\n"
    text = f"{fields}\nChào anh,\n{ASKED}\n\nTrân trọng,\nNguyễn Văn A\n{signed}\n"
    assert only(tmp_path, text)[:2] == (agency, [ASKED])


@pytest.mark.parametrize(
    "line",
    [
        "Em cảm ơn anh.",
        "Best regards,",
        "Thanks and best regards,",
        "Sở Y tế tham gia một số ý kiến (chi tiết tại Phụ lục kèm theo).",
        "Họ và tên: Nguyễn Văn A",
        "2. Chức vụ: Giám đốc",
        "Điện thoại: 0912 345 678",
        "(Ký, ghi rõ họ tên)",
        "THƯ KÝ                    CHỦ TRÌ",
        "THÀNH VIÊN UBND TỈNH\n(Ký tên, đóng dấu)",
    ],
)
def test_what_offices_put_around_comments_is_none(tmp_path: Path, line: str) -> None:
    assert only(tmp_path, f"{HEAD}1. {ASKED}\n2. Đề nghị làm rõ khoản 3.\n{line}\n")[1] == [
        ASKED,
        "Đề nghị làm rõ khoản 3.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Đề nghị bổ sung phụ lục kèm theo.",
        "Chức vụ: đề nghị bỏ cụm từ “Phó Giám đốc” tại khoản 3.",
        "Đề nghị ghi rõ họ tên người ký tại mẫu số 1.",
    ],
)
def test_wishes_in_the_same_words_are_comments(tmp_path: Path, line: str) -> None:
    assert only(tmp_path, f"{HEAD}1. {ASKED}\n2. {line}\n")[1] == [ASKED, line]


def test_a_form_is_of_the_agency_of_who_fills_it_in(tmp_path: Path) -> None:
    text = (
        "PHIẾU XIN Ý KIẾN THÀNH VIÊN UBND TỈNH\nKính gửi: Các đồng chí thành viên UBND tỉnh\n"
        f"1. Họ và tên: Nguyễn Văn A\n2. Chức vụ: Giám đốc Sở Công Thương\n3. Ý kiến cụ thể:\n{ASKED}\n"
    )
    assert only(tmp_path, text)[:2] == ("Sở Công Thương", [ASKED])


def test_the_title_of_the_only_column_of_comments_says_whose_they_are(tmp_path: Path) -> None:
    rows = f"Nội dung dự thảo,Ý kiến góp ý của Sở Tài chính\nKhoản 2. Nguồn lực,{ASKED}\n"
    assert only(tmp_path, rows, "bang.csv")[:2] == ("Sở Tài chính", [ASKED])


def test_the_chair_of_minutes_speaks_for_the_agency_told_of_him(tmp_path: Path) -> None:
    (tmp_path / "bb.txt").write_text(
        "BIÊN BẢN HỌP\nĐịa điểm: Sở Nội vụ\nI. THÀNH PHẦN\n1. Chủ trì: Đ/c A - Phó Chủ tịch UBND tỉnh\n"
        f"II. Ý KIẾN\n- Sở Y tế: {ASKED}\n- Sở Tài chính: nhất trí.\nKết luận: bỏ chỉ tiêu số 5.\n",
        "utf-8",
    )
    assert [letter.agency for letter in read(tmp_path / "bb.txt")][2:] == ["Ủy ban nhân dân tỉnh"]


def test_a_branch_goes_by_the_name_of_its_body(tmp_path: Path) -> None:
    head = "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nCHI NHÁNH TỈNH HÀ TĨNH\nSố: 77/HTI-TH\nKính gửi: Sở Nội vụ\n"
    assert only(tmp_path, f"{head}1. {ASKED}\n")[0] == "Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Hà Tĩnh"


def test_a_line_that_names_the_next_part_is_not_of_the_comment_above_it(tmp_path: Path) -> None:
    first, last = "Về phần mở đầu: đề nghị viết gọn.", "Về giải pháp: bổ sung kinh phí."
    lines = f"{first}\nVề mục tiêu:\n+ Chỉ tiêu 5: chưa rõ.\n{last}\n"
    (tmp_path / "thu.txt").write_text(HEAD + lines, "utf-8")
    (letter,) = read(tmp_path / "thu.txt")
    assert [(c.cited, c.text) for c in letter.comments] == [
        ("", first),
        ("Về mục tiêu:", "Chỉ tiêu 5: chưa rõ."),
        ("", last),
    ]


def test_points_counted_within_a_paragraph_are_a_comment_each(tmp_path: Path) -> None:
    said = (
        "Sở Y tế góp ý như sau: Thứ nhất, tại khoản 2 đề nghị làm rõ. Thứ hai, chỉ tiêu 5 không cần đưa vào."
    )
    assert only(tmp_path, f"{HEAD}{said}\n")[1] == [
        "tại khoản 2 đề nghị làm rõ.",
        "chỉ tiêu 5 không cần đưa vào.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Thư này chỉ dành cho người nhận. Vui lòng không chuyển tiếp.",
        "This e-mail and any attachments are confidential.",
    ],
)
def test_what_a_mail_system_adds_below_is_no_comment(tmp_path: Path, line: str) -> None:
    fields = "Từ: Sở Y tế <a@x.vn>\nĐến: b@x.vn\nNgày: 05/03/2021\nChủ đề: Góp ý\n"
    assert only(tmp_path, f"{fields}\n{ASKED}\n\nTrân trọng,\nNguyễn Văn A\n{line}\n")[1] == [ASKED]


def test_what_the_chair_settles_of_a_target_is_for_a_person(tmp_path: Path) -> None:
    (tmp_path / "bb.txt").write_text(
        "BIÊN BẢN HỌP\nÔng A - Phó Chủ tịch UBND tỉnh chủ trì.\n"
        "- Sở Y tế: nhất trí.\n- Sở Nội vụ: nhất trí.\n"
        "Kết luận: giao Sở Nội vụ tiếp thu; chỉ tiêu kinh tế số giữ 30%.\n",
        "utf-8",
    )
    (chair,) = read(tmp_path / "bb.txt")[2:]
    assert [(c.text, c.review) for c in chair.comments] == [("chỉ tiêu kinh tế số giữ 30%", True)]


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH HÀ TĨNH\n***\nSố: 77-CV/TĐTN",
            "Đoàn TNCS Hồ Chí Minh tỉnh Hà Tĩnh",
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ TĨNH\nBAN KINH TẾ - NGÂN SÁCH\nSố: 15/BC\nBÁO CÁO\nThẩm tra dự thảo",
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Hà Tĩnh",
        ),
    ],
)
def test_the_letterheads_of_youth_unions_and_of_councils_committees(
    tmp_path: Path, head: str, agency: str
) -> None:
    assert only(tmp_path, f"{head}\nKính gửi: Sở Nội vụ\n1. {ASKED}\n")[0] == agency


def test_a_form_names_who_votes_behind_comrade(tmp_path: Path) -> None:
    head = "PHIẾU BIỂU QUYẾT\nĐồng chí: Nguyễn Văn P - Giám đốc Sở Nội vụ\nÝ kiến:\n"
    assert only(tmp_path, f"{head}{ASKED}\nNgười cho ý kiến\n(Ký)\n")[:2] == ("Sở Nội vụ", [ASKED])


def test_what_a_unit_wrote_to_its_body_which_passes_it_on_is_of_the_body(tmp_path: Path) -> None:
    outer = "From: Sở Tài chính <stc@x.vn>\nTo: sotttt@x.vn\nSubject: FW: Góp ý\nDate: 9/3/2021\n"
    inner = "From: Phòng Ngân sách <ns@x.vn>\nDate: 8/3/2021\nSubject: Góp ý\nTo: Sở Tài chính <stc@x.vn>\n"
    text = f"{outer}\nChuyển anh tổng hợp.\n\n---------- Forwarded message ----------\n{inner}\n1. {ASKED}\n"
    assert only(tmp_path, text)[:2] == ("Sở Tài chính", [ASKED])


def test_wording_of_several_numbered_lines_in_one_quote_is_of_its_request(tmp_path: Path) -> None:
    quote = "Đề nghị bổ sung:\n“Khoản 8. Kinh phí\n1. Ngân sách tỉnh;\n2. Nguồn xã hội hóa.”"
    assert only(tmp_path, f"{HEAD}1. {quote}\n2. {ASKED}\n")[1] == [quote, ASKED]


def test_a_quote_that_nobody_closes_holds_no_other_item(tmp_path: Path) -> None:
    first = "Đề nghị bỏ cụm từ “từng bước."
    assert only(tmp_path, f"{HEAD}1. {first}\n2. Thay “a” bằng “b”.\n")[1] == [first, "Thay “a” bằng “b”."]


@pytest.mark.parametrize("mark", ["Câu {}.", "{}."])
def test_what_a_form_asks_above_an_answer_is_no_comment_but_its_place(tmp_path: Path, mark: str) -> None:
    one, two, three = map(mark.format, (1, 2, 3))
    (tmp_path / "phieu.txt").write_text(
        f"PHIẾU LẤY Ý KIẾN\nĐơn vị: Sở Y tế\n{one} Nhất trí với khoản 2 Điều 3 không?\nTrả lời: Nhất trí.\n"
        f"{two} Mục tiêu tại khoản 1 Điều 2 có phù hợp không?\nTrả lời: Cao, đề nghị giảm.\n"
        f"{three} Ý kiến khác?\nTrả lời: Không.\n",
        "utf-8",
    )
    (letter,) = read(tmp_path / "phieu.txt")
    assert letter.words.closes
    assert [(c.text, [each.text for each in c.beside]) for c in letter.comments] == [
        ("Trả lời: Nhất trí.", ["khoản 2 Điều 3"]),
        ("Trả lời: Cao, đề nghị giảm.", ["khoản 1 Điều 2"]),
    ]


def test_a_unit_in_a_cell_of_agencies_goes_by_the_body_named_with_it(tmp_path: Path) -> None:
    rows = f"STT,Đơn vị,Ý kiến\n1,Sở Nội vụ,{ASKED}\n2,Phòng CNTT - Sở Y tế,Nhất trí\n"
    (tmp_path / "bang.csv").write_text(rows, "utf-8")
    assert [letter.agency for letter in read(tmp_path / "bang.csv")] == ["Sở Nội vụ", "Sở Y tế"]


def test_what_was_left_blank_is_no_comment(tmp_path: Path) -> None:
    assert only(tmp_path, f"{HEAD}1. {ASKED}\n2. (bỏ trống)\n3. (Không điền)\n")[1] == [ASKED]
