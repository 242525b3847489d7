"""Persons who speak by name in minutes, and who writes a mail that passes on what others say."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import Letter
from tests.inputs import read_comment_file

HEAD = "BIÊN BẢN HỌP\nLấy ý kiến dự thảo lần 1\n\n"


def read(folder: Path, text: str, name: str = "ghi-chep.txt") -> tuple[Letter, ...]:
    (folder / name).write_text(text, "utf-8")
    made = letters(read_comment_file(folder / name, root=folder))
    assert made[0].words.closes
    return made


def said(made: tuple[Letter, ...]) -> dict[str, list[str]]:
    return {letter.agency: [comment.text for comment in letter.comments] for letter in made}


@pytest.mark.parametrize(
    "present",
    [
        "Thành phần: Sở Tài chính (ông A), Sở Y tế (bà B), Sở Công Thương (vắng).",
        "Thành phần:\n- Ông A, Phó Giám đốc Sở Tài chính;\n- Bà B, Trưởng phòng, Sở Y tế.",
    ],
)
def test_the_list_of_those_present_tells_whose_a_speaker_is(tmp_path: Path, present: str) -> None:
    spoken = "Ông A: đề nghị bỏ khoản 2 Điều 9.\nBà B (lần 2): khoản 4 Điều 6 nên là 10 ngày.\n"
    made = read(tmp_path, f"{HEAD}{present}\n\n{spoken}")
    assert said(made) == {
        "Sở Tài chính": ["đề nghị bỏ khoản 2 Điều 9."],
        "Sở Y tế": ["khoản 4 Điều 6 nên là 10 ngày."],
    }


def test_the_words_of_an_unknown_person_are_no_other_agencys(tmp_path: Path) -> None:
    spoken = "Sở Y tế: đề nghị bỏ Điều 8.\nÔng D: đề nghị bỏ khoản 2 Điều 9.\n"
    made = read(tmp_path, f"{HEAD}Thành phần: Sở Tài chính (ông A).\n\n{spoken}")
    assert said(made) == {"Sở Y tế": ["đề nghị bỏ Điều 8."], "ghi-chep": ["đề nghị bỏ khoản 2 Điều 9."]}
    assert [notice.code for notice in made[0].notices if "unnamed" in notice.code] == ["unnamed-agency"]


def test_an_agency_in_brackets_is_that_of_the_person(tmp_path: Path) -> None:
    asked = (
        "4. Bà Phạm Thị G (Sở Nội vụ) đồng ý như ý kiến của Sở Tài chính, đề nghị bổ sung chế độ cho cán bộ."
    )
    made = read(tmp_path, f"{HEAD}1. Sở Tài chính: đề nghị bỏ Điều 8.\n{asked}\n")
    assert list(said(made)) == ["Sở Tài chính", "Sở Nội vụ"]


def test_whom_a_speaker_agrees_with_does_not_speak(tmp_path: Path) -> None:
    asked = "Bà B nhất trí với Sở Tài chính, đề nghị bỏ Điều 9."
    made = read(tmp_path, f"{HEAD}Thành phần: Sở Y tế (bà B).\n\nSở Tài chính: đề nghị bỏ Điều 8.\n{asked}\n")
    assert list(said(made)) == ["Sở Tài chính", "Sở Y tế"]


def test_the_writers_own_words_in_a_mail_are_no_other_agencys(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        "Từ: Lê Thị B <b@example.vn>\nTới: a@example.vn\nChủ đề: Fwd: góp ý của Sở Công Thương và Sở Y tế\n\n"
        "Em chuyển ý kiến của hai sở nhé.\nSở Công Thương: đề nghị bỏ Điều 8.\nSở Y tế: đề nghị bỏ Điều 9.\n"
        "Riêng Sở Xây dựng thì chưa thấy trả lời.\nCá nhân em thấy chỉ tiêu 70% hơi cao, đề nghị để 60%.\n"
        "Thân,\nB.\n",
    )
    assert said(made) == {
        "Sở Công Thương": ["đề nghị bỏ Điều 8."],
        "Sở Y tế": ["đề nghị bỏ Điều 9."],
        "ghi-chep": ["Cá nhân em thấy chỉ tiêu 70% hơi cao, đề nghị để 60%."],
    }
    assert {notice.code for notice in made[0].notices} >= {"unanswered", "unnamed-agency"}


def test_what_the_chair_settles_beside_the_errands_is_not_lost(tmp_path: Path) -> None:
    top = "Chủ trì: Ông C, Phó Chủ tịch UBND tỉnh\n\n1. Sở Y tế: đề nghị bỏ Điều 8.\n"
    end = "Kết luận: Chủ trì giao Sở Nội vụ tiếp thu, riêng chỉ tiêu 20% GRDP giữ nguyên.\n"
    made = said(read(tmp_path, f"{HEAD}{top}{end}"))
    assert made.pop("Sở Y tế") == ["đề nghị bỏ Điều 8."]
    assert [text for texts in made.values() for text in texts] == ["riêng chỉ tiêu 20% GRDP giữ nguyên"]
