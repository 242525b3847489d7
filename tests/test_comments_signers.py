"""Mails and files without letterhead: whose they are, and where their comments begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import Source
from drafter.readers.comments import read_comment_file
from tests.form_files import comments_by_agency

ASKED = "Khoản 2 Điều 1: giảm số mô hình từ 100 xuống 80."
MAIL = "Từ: {sender}\nTới: Ban Tuyên giáo Tỉnh ủy <b@example.vn>\nChủ đề: {subject}\n\n"


def mail(*lines: str, sender: str = "a@example.vn", subject: str = "Góp ý dự thảo") -> str:
    return "\n".join([MAIL.format(sender=sender, subject=subject), *lines])


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            mail("Kính gửi các anh chị,", "", "Sở Công Thương xin gửi một số ý kiến:", f"- {ASKED}"),
            "Sở Công Thương",
        ),
        (f"Kính gửi anh chị,\n\nSở Xây dựng gửi các ý kiến như sau:\n- {ASKED}\n", "Sở Xây dựng"),
        (mail("Kính gửi các anh chị,", f"- {ASKED}", "", "Trân trọng,", "Sở Du lịch"), "Sở Du lịch"),
        (mail(f"- {ASKED}", sender="Sở Ngoại vụ <a@example.vn>"), "Sở Ngoại vụ"),
        (mail(f"- {ASKED}", subject="Góp ý của Sở Y tế"), "Sở Y tế"),
        (mail(f"- {ASKED}", "", "Thay mặt Hội Nông dân tỉnh"), "Hội Nông dân tỉnh"),
    ],
)
def test_a_mail_is_of_the_agency_that_it_names_as_its_own(tmp_path: Path, text: str, agency: str) -> None:
    path = tmp_path / "thu-1.txt"
    path.write_text(text, encoding="utf-8")
    assert comments_by_agency(path) == [(agency, ASKED, False)]


def test_the_name_of_a_file_goes_before_whoever_signs_it(tmp_path: Path) -> None:
    path = tmp_path / "Sở Tư pháp.txt"
    path.write_text(mail(f"- {ASKED}", "", "Trân trọng,", "Sở Du lịch"), encoding="utf-8")
    assert [agency for agency, _, _ in comments_by_agency(path)] == ["Sở Tư pháp"]


def test_a_comment_right_below_the_address_is_no_addressee(tmp_path: Path) -> None:
    path = tmp_path / "so-y-te.txt"
    path.write_text(f"Kính gửi:\n- Ban Tuyên giáo Tỉnh ủy;\n- Sở Nội vụ.\n- {ASKED}\n", encoding="utf-8")
    assert [text for _, text, _ in comments_by_agency(path)] == [ASKED]


def test_a_letter_that_is_called_after_its_file_is_told() -> None:
    def codes(name: str) -> list[str]:
        (letter,) = letters(read_comment_file(Source(f"- {ASKED}\n".encode(), name, "0")))
        return [notice.code for notice in letter.notices]

    assert codes("gop-y-2.txt") == ["unnamed-agency"] and codes("so-y-te.txt") == []


@pytest.mark.parametrize(
    "named", ["lấy ý kiến của Sở Xây dựng, Sở Công Thương", "theo ý kiến của Sở Xây dựng"]
)
def test_whom_a_letter_only_names_has_not_written_it(tmp_path: Path, named: str) -> None:
    path = tmp_path / "gop-y-2.txt"
    text = f"Kính gửi: Sở Nội vụ\nSau khi {named}, chúng tôi có ý kiến:\n- {ASKED}\n"
    path.write_text(text, encoding="utf-8")
    assert comments_by_agency(path) == [("gop-y-2", ASKED, False)]
    path.write_text(
        f"{text}TL. GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\nCHÁNH VĂN PHÒNG\n", encoding="utf-8"
    )
    assert comments_by_agency(path) == [("Sở Văn hóa, Thể thao và Du lịch", ASKED, False)]
