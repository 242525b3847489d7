"""Forms to tick: the title of the ticked column, or the words of the ticked box, are what the agency says."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import Comment, Stance
from tests.inputs import read_comment_file

from .form_files import SUFFIXES, Rows, form_file, read

CHOICES = ("Điều khoản", "Đồng ý", "Không đồng ý", "Ý kiến khác")


def _said(folder: Path, suffix: str, rows: Rows) -> list[tuple[str, str, Stance]]:
    made = read(form_file(folder / f"so-y-te{suffix}", rows))
    assert made[0].words.closes
    return [(c.cited, c.text, c.stance) for letter in made for c in letter.comments]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_tick_says_what_the_title_of_its_column_does_of_the_rows_place(tmp_path: Path, suffix: str) -> None:
    rows = (
        CHOICES,
        ("Khoản 1 Điều 4", "x", "", ""),
        ("Khoản 2 Điều 4", "", "✓", ""),
        ("Khoản 3 Điều 4", "", "", "Bỏ chứng chỉ"),
        ("Khoản 4 Điều 4", "", "[x]", "Giữ nguyên"),
        ("Khoản 5 Điều 4", "", "", ""),
        ("Khoản 6 Điều 4", "không", "X", ""),
    )
    assert _said(tmp_path, suffix, rows) == [
        ("Khoản 1 Điều 4", "Đồng ý", Stance.AGREEMENT),
        ("Khoản 2 Điều 4", "Không đồng ý", Stance.OBJECTION),
        ("Khoản 3 Điều 4", "Bỏ chứng chỉ", Stance.REQUEST),
        ("Khoản 4 Điều 4", "Không đồng ý, Giữ nguyên", Stance.OBJECTION),
        ("Khoản 6 Điều 4", "Không đồng ý", Stance.OBJECTION),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_a_form_asks_about_is_no_comment_and_a_reason_stands_beside_the_tick(
    tmp_path: Path, suffix: str
) -> None:
    rows = (
        ("TT", "Nội dung", "Nhất trí", "Không nhất trí", "Lý do"),
        ("1", "Điều 4", "", "X", ""),
        ("2", "Điều 5", "X", "", ""),
        ("3", "Điều 6", "", "X", "Thi quá dài"),
    )
    made = read(form_file(tmp_path / f"so-y-te{suffix}", rows))[0].comments
    assert [(c.cited, c.text, c.reason) for c in made] == [
        ("Điều 4", "Không nhất trí", ""),
        ("Điều 5", "Nhất trí", ""),
        ("Điều 6", "Không nhất trí", "Thi quá dài"),
    ]


def test_a_row_ticked_twice_or_agreed_to_beside_a_wish_is_for_a_person(tmp_path: Path) -> None:
    rows = (CHOICES, ("Khoản 1 Điều 4", "x", "x", ""), ("Khoản 2 Điều 4", "x", "", "Bỏ chứng chỉ"))
    made = read(form_file(tmp_path / "so-y-te.csv", rows))[0].comments
    assert [(c.text, c.review) for c in made] == [("Không đồng ý", True), ("Bỏ chứng chỉ", True)]


def _form(folder: Path, *lines: str) -> list[Comment]:
    text = "\n".join(("PHIẾU LẤY Ý KIẾN", "Cơ quan góp ý: Báo Hà Tĩnh", *lines))
    (folder / "a.txt").write_text(text, "utf-8")
    made = letters(read_comment_file(folder / "a.txt", root=folder))
    return [comment for letter in made for comment in letter.comments]


def test_the_ticked_box_answers_the_forms_question_about_its_place(tmp_path: Path) -> None:
    made = _form(
        tmp_path,
        "1. Ông/bà có đồng ý với khoản 1 Điều 4 không?",
        "☐ Đồng ý   ☒ Không đồng ý",
        "2. Ông/bà có đồng ý với khoản 2 Điều 4 không?",
        "[x] Đồng ý   [ ] Không đồng ý",
        "3. Ông/bà có đồng ý với khoản 3 Điều 4 không?",
        "☐ Đồng ý",
        "☐ Không đồng ý",
        "Ý kiến khác: bổ sung chế độ nhuận bút.",
    )
    assert [(c.text, c.stance, [r.text for r in c.beside]) for c in made] == [
        ("Không đồng ý", Stance.OBJECTION, ["khoản 1 Điều 4"]),
        ("Đồng ý", Stance.AGREEMENT, ["khoản 2 Điều 4"]),
        ("Ý kiến khác: bổ sung chế độ nhuận bút.", Stance.REQUEST, []),
    ]


def test_a_question_of_the_agency_without_boxes_stays_its_comment(tmp_path: Path) -> None:
    made = _form(tmp_path, "1. Vì sao khoản 1 Điều 4 quy định 40 tuổi?", "2. Đề nghị bỏ khoản 2 Điều 4.")
    assert [c.text for c in made] == ["Vì sao khoản 1 Điều 4 quy định 40 tuổi?", "Đề nghị bỏ khoản 2 Điều 4."]


@pytest.mark.parametrize(
    "lines",
    [
        ("☒ Nhất trí với dự thảo", "☐ Không nhất trí", "☐ Ý kiến khác:"),
        ("[x] Nhất trí với dự thảo [ ] Không nhất trí [ ] Đề nghị bổ sung, sửa đổi (ghi rõ): ......",),
        ("(x) Nhất trí với dự thảo   ( ) Không nhất trí, lý do: ...",),
        ("Nhất trí với dự thảo: ☒   Không nhất trí: ☐   Có ý kiến khác: ☐",),
        ("Ý kiến của đơn vị: ☒ Nhất trí với dự thảo; ☐ Không nhất trí",),
    ],
)
def test_an_open_box_is_said_by_nobody(tmp_path: Path, lines: tuple[str, ...]) -> None:
    (said,) = _form(tmp_path, *lines)
    assert (said.text.rstrip(";"), said.stance) == ("Nhất trí với dự thảo", Stance.AGREEMENT)


def test_what_is_written_behind_or_as_an_open_box_is_a_comment(tmp_path: Path) -> None:
    made = _form(
        tmp_path,
        "☐ Nhất trí",
        "☐ Không nhất trí",
        "☐ Ý kiến khác: đề nghị bổ sung chế độ nhuận bút.",
        "☐ Bổ sung quy định về kinh phí tại khoản 5 mục III.",
    )
    assert [c.text.lstrip("☐ ") for c in made] == [
        "Ý kiến khác: đề nghị bổ sung chế độ nhuận bút.",
        "Bổ sung quy định về kinh phí tại khoản 5 mục III.",
    ]


def test_a_tick_is_about_the_place_before_it_and_has_the_reason_below_it(tmp_path: Path) -> None:
    made = _form(
        tmp_path,
        "1. Về khoản 2 Điều 4: ☐ Đồng ý ☒ Không đồng ý",
        "Lý do: mức chi chưa phù hợp.",
        "2. Về khoản 3 Điều 4",
        "Đồng ý: ☐   Không đồng ý: ☒",
    )
    assert [(c.stance, c.reason, [r.text for r in c.beside]) for c in made] == [
        (Stance.OBJECTION, "mức chi chưa phù hợp.", ["khoản 2 Điều 4"]),
        (Stance.OBJECTION, "", ["khoản 3 Điều 4"]),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_boxes_in_a_cell_are_about_the_place_of_their_row(tmp_path: Path, suffix: str) -> None:
    rows = (
        ("STT", "Nội dung", "Ý kiến"),
        ("1", "Khoản 1 Điều 2", "☐ Đồng ý ☒ Không đồng ý"),
        ("2", "Khoản 2 Điều 2", "☐ Đồng ý ☐ Không đồng ý"),
        ("3", "Khoản 3 Điều 2", "☐ Đồng ý ☒ Ý kiến khác: đề nghị bỏ chứng chỉ"),
    )
    assert [(cited, text.lstrip("☒ ")) for cited, text, _ in _said(tmp_path, suffix, rows)] == [
        ("Khoản 1 Điều 2", "Không đồng ý"),
        ("Khoản 3 Điều 2", "Ý kiến khác: đề nghị bỏ chứng chỉ"),
    ]
