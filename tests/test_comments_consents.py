"""Several agencies that agree may stand in one line: each of them is heard, and needs no reminder."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import Letter, Stance
from tests.inputs import read_comment_file

ASKS = "1. Sở Tài chính: đề nghị bỏ khoản 3 mục II.\n"


def read(folder: Path, text: str) -> tuple[Letter, ...]:
    (folder / "a.txt").write_text(f"TỔNG HỢP Ý KIẾN\n{text}", "utf-8")
    return letters(read_comment_file(folder / "a.txt", root=folder))


@pytest.mark.parametrize(
    "line",
    [
        "2. Các đơn vị nhất trí: Sở Nội vụ, Sở Xây dựng.",
        "II. Các cơ quan thống nhất, không có ý kiến: Sở Nội vụ, Sở Xây dựng.",
        "2. Các đơn vị không có ý kiến: Sở Nội vụ và Sở Xây dựng.",
        "2. Có 02 đơn vị thống nhất với dự thảo (Sở Nội vụ, Sở Xây dựng).",
        "- Các cơ quan nhất trí hoàn toàn gồm Sở Nội vụ; Sở Xây dựng.",
        "B. CÁC ĐƠN VỊ NHẤT TRÍ\n1. Sở Nội vụ\n2. Sở Xây dựng",
        "2. Các đơn vị không có ý kiến góp ý:\n- Sở Nội vụ;\n- Sở Xây dựng.",
    ],
)
def test_each_that_agrees_in_a_list_is_heard(tmp_path: Path, line: str) -> None:
    made = read(tmp_path, f"{ASKS}{line}\n3. Sở Công Thương: đề nghị bổ sung khoản 4 mục II.\n")
    found = {each.agency: each.stance for each in made}
    agreeing = dict.fromkeys(("Sở Nội vụ", "Sở Xây dựng"), Stance.AGREEMENT)
    asking = dict.fromkeys(("Sở Tài chính", "Sở Công Thương"), Stance.REQUEST)
    assert found == agreeing | asking and made[0].words.closes


@pytest.mark.parametrize(
    "line",
    ["Các đơn vị thống nhất: bổ sung Sở Y tế vào khoản 2.", "Đồng ý với Sở Y tế.", "Giao các sở: Sở Y tế."],
)
def test_who_is_named_otherwise_has_not_agreed(tmp_path: Path, line: str) -> None:
    made = read(tmp_path, f"{ASKS}{line}\n3. Sở Công Thương: đề nghị bổ sung khoản 4 mục II.\n")
    assert "Sở Y tế" not in {each.agency for each in made}


def test_a_dash_may_stand_behind_who_speaks(tmp_path: Path) -> None:
    made = read(tmp_path, "Sở Tài chính - đề nghị bỏ khoản 3.\nSở Nội vụ – nhất trí.\nSở Y tế - chưa gửi.\n")
    assert [each.agency for each in made] == ["Sở Tài chính", "Sở Nội vụ"]
    assert made[0].comments[0].text == "đề nghị bỏ khoản 3."


def test_what_several_say_at_a_place_without_a_verb_of_asking_is_theirs(tmp_path: Path) -> None:
    line = "2. Sở Giao thông vận tải, Sở Y tế: khoản 1 Điều 7 giảm còn 6 tháng.\n"
    said = [(c.agency, c.text, c.review) for letter in read(tmp_path, ASKS + line) for c in letter.comments]
    assert said[1:] == [("Sở Giao thông vận tải, Sở Y tế", "khoản 1 Điều 7 giảm còn 6 tháng.", True)]
