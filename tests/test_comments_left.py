"""What letters say in odd places: in the subject, in forms that lie on their side, between addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import FrameKind, Letter
from tests.form_files import form_file, read
from tests.inputs import read_comment_file


def letter(folder: Path, subject: str, *said: str) -> Letter:
    lines = ("SỞ Y TẾ", "Số: 12/SYT-VP", subject, "Kính gửi: Sở Thông tin và Truyền thông", *said)
    (folder / "so-y-te.txt").write_text("\n".join(lines), encoding="utf-8")
    (found,) = letters(read_comment_file(folder / "so-y-te.txt", root=folder))
    assert found.words.closes
    return found


@pytest.mark.parametrize(
    "subject",
    [
        "V/v đề nghị bổ sung kinh phí tại khoản 2 mục III dự thảo Nghị quyết",
        "V/v bổ sung “hồ sơ sức khỏe điện tử” vào dự thảo Nghị quyết",
        "Về việc bỏ điểm b khoản 4 mục III",
    ],
)
def test_a_subject_that_asks_for_an_edit_is_a_comment_for_a_person(tmp_path: Path, subject: str) -> None:
    for said in ("Sở Y tế thống nhất với dự thảo.", "1. Đề nghị làm rõ lộ trình tại mục II."):
        found = letter(tmp_path, subject, said)
        assert [(c.text, c.review) for c in found.comments] == [
            (subject, True),
            (said.removeprefix("1. "), False),
        ]


def test_a_subject_that_the_letter_says_again_is_no_second_comment(tmp_path: Path) -> None:
    found = letter(
        tmp_path, "V/v bỏ điểm b khoản 4 mục III", "1. Đề nghị bỏ điểm b khoản 4 mục III vì trùng."
    )
    assert [c.text for c in found.comments] == ["Đề nghị bỏ điểm b khoản 4 mục III vì trùng."]


@pytest.mark.parametrize(
    "subject",
    [
        "V/v góp ý dự thảo lần 2 Nghị quyết",
        "V/v góp ý dự thảo Quyết định sửa đổi, bổ sung khoản 2 Điều 5",
        "V/v tham gia ý kiến vào khoản 2 mục III của dự thảo",
        "V/v bổ sung, hoàn thiện dự thảo Nghị quyết",
        "V/v sửa đổi, bổ sung khoản 2 Điều 5 Nghị quyết số 12/2019/NQ-HĐND",
    ],
)
def test_a_subject_that_only_says_what_the_letter_is_about_is_frame(tmp_path: Path, subject: str) -> None:
    found = letter(tmp_path, subject, "1. Bỏ điểm b khoản 3 mục III.")
    assert [c.text for c in found.comments] == ["Bỏ điểm b khoản 3 mục III."]
    assert (FrameKind.REFERENCE, subject) in [(piece.kind, piece.text) for piece in found.frame]


ROWS = (
    ("STT", "1", "2"),
    ("Cơ quan góp ý", "Sở Y tế", "Sở Nội vụ"),
    ("Điều, khoản", "Khoản 2 mục III", "Khoản 3 mục III"),
    ("Nội dung góp ý", "Đề nghị bổ sung kinh phí.", "Đề nghị bỏ điểm b."),
    ("Lý do", "Chưa có nguồn.", "Trùng khoản 4."),
)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx", ".md"])
def test_a_form_on_its_side_reads_like_one_that_stands(tmp_path: Path, suffix: str) -> None:
    told = []
    for name, rows in (("side", ROWS), ("upright", tuple(zip(*ROWS, strict=True)))):
        (tmp_path / name).mkdir()
        made = read(form_file(tmp_path / name / f"phieu{suffix}", rows))
        assert made[0].words.closes
        told.append([(c.agency, c.text, c.cited, c.reason) for each in made for c in each.comments])
    assert told[0] == told[1]
    assert told[0][0] == ("Sở Y tế", "Đề nghị bổ sung kinh phí.", "Khoản 2 mục III", "Chưa có nguồn.")


def test_a_form_of_one_column_of_answers_is_one_comment(tmp_path: Path) -> None:
    rows = (
        ("Vị trí", "Khoản 2 mục III"),
        ("Góp ý", "Đề nghị bổ sung kinh phí."),
        ("Lý do", "Chưa có nguồn."),
    )
    (made,) = read(form_file(tmp_path / "so-y-te.csv", rows))
    assert [(c.text, c.cited, c.reason) for c in made.comments] == [
        ("Đề nghị bổ sung kinh phí.", "Khoản 2 mục III", "Chưa có nguồn.")
    ]


def test_addresses_do_not_make_a_short_text_unreadable(tmp_path: Path) -> None:
    asked = "Đề nghị bỏ khoản 2."
    where = "https://x.vn/chuyểnđổisố/tàiliệugópý/dựthảonghịquyết/lầnhaibảnsửa www.ýkiếnngườidân.vn"
    (tmp_path / "so-y-te.txt").write_text(f"{asked}\n{where}\n", encoding="utf-8")
    (found,) = letters(read_comment_file(tmp_path / "so-y-te.txt", root=tmp_path))
    assert asked in found.comments[0].text and found.words.closes
