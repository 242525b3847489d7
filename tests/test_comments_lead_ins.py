"""Requests that stand where a letter only opens, addresses or ends: they are comments all the same."""

from pathlib import Path

import pytest

from drafter.model import Comment

from .docx_builder import docx, p
from .form_files import read

HEAD = ("SỞ Y TẾ", "Số: 12/SYT-VP", "Kính gửi: Sở Thông tin và Truyền thông")


def letter(folder: Path, suffix: str, *lines: str) -> Path:
    path = folder / f"thu{suffix}"
    if suffix == ".docx":
        return docx(path, *map(p, lines))
    path.write_text(("\n\n" if suffix == ".md" else "\n").join(lines), encoding="utf-8")
    return path


def comments(path: Path) -> list[Comment]:
    found = read(path)
    assert found[0].words.closes
    return [comment for letter in found for comment in letter.comments]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
@pytest.mark.parametrize(
    "lead",
    [
        "Sau khi nghiên cứu dự thảo, Sở Y tế đề nghị bổ sung nguồn kinh phí thực hiện, cụ thể như sau:",
        "Theo Công văn số 12/STTTT, Sở Y tế thống nhất với dự thảo và đề nghị làm rõ cơ quan chủ trì tại "
        "khoản 2, đồng thời có một số ý kiến như sau:",
        "Nghiên cứu dự thảo Nghị quyết, Sở Y tế nhận thấy dự thảo quá dài, trùng lặp và có ý kiến như sau:",
    ],
)
def test_a_lead_in_that_names_what_it_asks_for_is_a_comment_for_a_person(
    tmp_path: Path, suffix: str, lead: str
) -> None:
    first, second = comments(letter(tmp_path, suffix, *HEAD, lead, "1. Bỏ khoản 3.", "Trân trọng./."))
    assert (first.text, first.review) == (lead, True)
    assert (second.text, second.review) == ("Bỏ khoản 3.", False)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (
            "Kính gửi: Sở Thông tin và Truyền thông, đề nghị bổ sung chỉ tiêu khám bệnh từ xa vào khoản 2.",
            "đề nghị bổ sung chỉ tiêu khám bệnh từ xa vào khoản 2.",
        ),
        (
            "Nơi nhận: Như trên; Lưu VT. Đề nghị bổ sung thời hạn tại khoản 5.",
            "Đề nghị bổ sung thời hạn tại khoản 5.",
        ),
        ("Kính gửi: Sở Thông tin và Truyền thông (đề nghị tổng hợp)", None),
        ("Nơi nhận: Như trên; Lưu VT; Sở Tài chính (đề nghị phối hợp)", None),
    ],
)
def test_a_request_typed_behind_an_address_is_a_comment(
    tmp_path: Path, suffix: str, line: str, asked: str | None
) -> None:
    lines = (
        (*HEAD[:2], line, "1. Bỏ khoản 3.") if line.startswith("Kính") else (*HEAD, "1. Bỏ khoản 3.", line)
    )
    found = comments(letter(tmp_path, suffix, *lines))
    assert {c.text for c in found} - {"Bỏ khoản 3."} == ({asked} if asked else set())
    assert all(c.review == (c.text == asked) for c in found)


def test_a_request_below_the_recipients_hangs_below_no_comment_of_the_letter(tmp_path: Path) -> None:
    lines = ("1. Bỏ khoản 3.", "Nơi nhận:", "- Như trên;", "- Đề nghị bổ sung Sở Nội vụ vào khoản 4;")
    assert [c.cited for c in comments(letter(tmp_path, ".txt", *HEAD, *lines))] == ["", ""]
