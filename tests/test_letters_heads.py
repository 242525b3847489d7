"""Letterheads in one column, as PDFs and scans give them: whose letter it is, its number and day."""

from datetime import date

import pytest

from drafter.analyses.comments import letters
from drafter.intake import source_of
from drafter.readers.comments import read_comment_file

BODY = (
    "Kính gửi: Sở Thông tin và Truyền thông.\nSở Tài chính có ý kiến như sau:\n"
    "1. Đề nghị bỏ khoản 9 mục IV.\n2. Đề nghị bổ sung lộ trình thực hiện.\n"
)
OURS = ("UBND TỈNH HÀ TĨNH", "SỞ TÀI CHÍNH")
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DAY, SUBJECT = "Số: 612/STC-QLNS", "Hà Tĩnh, ngày 08 tháng 3 năm 2021", "V/v góp ý dự thảo Nghị quyết"
BROKEN = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập - Tự do -", "Hạnh phúc")
STAMP = ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "ĐẾN Số: 1234", "Ngày: 09/3/2021", "Chuyển: Phòng CNTT")
SIGNED = ("Ký bởi: Sở Tài chính", "Ngày ký: 08-03-2021 10:12:13 +07:00")

HEADS = {
    "one column after the other": (*OURS, NUMBER, SUBJECT, NATION, MOTTO, DAY),
    "the nation's name over two lines": (*OURS, NUMBER, SUBJECT, *BROKEN, DAY),
    "both columns in one line": (
        f"{OURS[0]} {NATION}", f"{OURS[1]} {MOTTO}", f"{NUMBER} {DAY}", SUBJECT,
    ),
    "both columns, other dashes": (
        f"{OURS[0]} {NATION.replace('HÒA', 'HOÀ')}", f"{OURS[1]} {MOTTO.replace('-', '—')}", NUMBER, DAY,
    ),
    "the nation first": (NATION, MOTTO, *OURS, NUMBER, DAY),
    "with the stamp of who took it in": (*OURS, NUMBER, *STAMP[1:], NATION, MOTTO, DAY),
    "with the stamp before its day": (*OURS, NUMBER, "ĐẾN", "Ngày: 09/3/2021", "Lưu hồ sơ số: ……", DAY),
    "with what a program signed": (*SIGNED, *OURS, NUMBER, NATION, MOTTO, DAY),
}  # fmt: skip


@pytest.mark.parametrize("how", sorted(HEADS))
def test_a_head_says_who_wrote_when_and_under_which_number_and_is_no_comment(how: str) -> None:
    text = "\n".join((*HEADS[how], BODY))
    (letter,) = letters(read_comment_file(source_of(text.encode(), "01.txt")))
    assert (letter.agency, letter.number, letter.date) == ("Sở Tài chính", "612/STC-QLNS", date(2021, 3, 8))
    assert [comment.text for comment in letter.comments] == [
        "Đề nghị bỏ khoản 9 mục IV.",
        "Đề nghị bổ sung lộ trình thực hiện.",
    ]
    assert letter.words.closes and not any(comment.review for comment in letter.comments)


@pytest.mark.parametrize(
    "asked",
    ["Chuyển: khoản 2 sang mục III, vì trùng nội dung.", "Việt Nam hóa các thuật ngữ tại khoản 2 mục III.",
     "Đến năm 2025, đề nghị đạt 40%."],
)  # fmt: skip
def test_a_request_that_begins_as_a_stamp_does_is_a_comment(asked: str) -> None:
    text = "\n".join((*HEADS["the nation first"], "Kính gửi: Ban soạn thảo.", asked, BODY.partition("\n")[2]))
    (letter,) = letters(read_comment_file(source_of(text.encode(), "01.txt")))
    assert any(asked.rstrip(".") in comment.text for comment in letter.comments) and letter.words.closes
