"""A letter of several agencies: each of them is heard, none is one more."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from drafter.analyses.agencies import responses
from drafter.analyses.comments import letters
from drafter.jobs.filters import named_agencies
from drafter.language.joint import jointly, names_alone
from drafter.model import AnswerState, Asked, Letter
from tests.inputs import read_comment_file

BOTH = ("Sở Tài chính", "Sở Tư pháp")
BODY = "Số: 12/LN\nHà Tĩnh, ngày 3 tháng 12 năm 2020\nV/v góp ý dự thảo\n\n1. Đề nghị bỏ khoản 3 mục II.\n"


def read(folder: Path, text: str) -> tuple[Letter, ...]:
    (folder / "a.txt").write_text(text, "utf-8")
    return letters(read_comment_file(folder / "a.txt", root=folder))


def heard(found: tuple[Letter, ...]) -> dict[str, AnswerState]:
    asked = [Asked(name, due=date(2021, 1, 1)) for name in (*BOTH, "Sở Nội vụ")]
    return {each.agency.name: each.state for each in responses(asked, found, today=date(2021, 3, 1))}


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("SỞ TÀI CHÍNH - SỞ TƯ PHÁP", "Sở Tài chính - Sở Tư pháp"),
        ("SỞ TÀI CHÍNH-SỞ TƯ PHÁP", "Sở Tài chính - Sở Tư pháp"),
        ("SỞ TÀI CHÍNH\nSỞ TƯ PHÁP", "Sở Tài chính - Sở Tư pháp"),
        ("SỞ TÀI CHÍNH VÀ SỞ TƯ PHÁP", "Sở Tài chính và Sở Tư pháp"),
        ("LIÊN SỞ TÀI CHÍNH - TƯ PHÁP", "Liên sở Tài chính - Tư pháp"),
        ("LIÊN SỞ: TÀI CHÍNH - TƯ PHÁP", "Liên sở Tài chính - Tư pháp"),
        ("UBND TỈNH HÀ TĨNH\nLIÊN NGÀNH TÀI CHÍNH - TƯ PHÁP", "Liên ngành Tài chính - Tư pháp"),
        ("LIÊN NGÀNH\nSỞ TÀI CHÍNH\nSỞ TƯ PHÁP", "Liên ngành Sở Tài chính - Sở Tư pháp"),
        ("SỞ TÀI CHÍNH - SỞ TƯ PHÁP\nLIÊN NGÀNH", "Liên ngành Sở Tài chính - Sở Tư pháp"),
    ],
)
def test_who_wrote_with_others_is_heard_and_the_joint_name_is_as_printed(
    tmp_path: Path, head: str, printed: str
) -> None:
    found = read(tmp_path, f"{head}\n{BODY}")
    assert [(each.agency, len(each.comments)) for each in found] == [(printed, 1)]
    answered = dict.fromkeys(BOTH, AnswerState.ANSWERED)
    assert heard(found) == answered | {"Sở Nội vụ": AnswerState.SILENT}


@pytest.mark.parametrize(
    "name", ["Sở Tài chính và Sở Tư pháp", "Liên sở Tài chính - Tư pháp", "Sở Tài chính, Sở Tư pháp"]
)
@pytest.mark.parametrize(
    "text", ["BIÊN BẢN\n1. Đại diện {} đề nghị bỏ khoản 3 mục II.\n2. Sở Y tế: nhất trí.\n",
             "TỔNG HỢP Ý KIẾN\n1. {}\nĐề nghị bỏ khoản 3 mục II.\n2. Sở Y tế\nNhất trí.\n",
             "{} góp ý dự thảo lần 1\n\n1. Đề nghị bỏ khoản 3 mục II."],
)  # fmt: skip
def test_several_speak_together_in_minutes_and_collations(tmp_path: Path, text: str, name: str) -> None:
    found = read(tmp_path, text.format(name))
    assert found[0].agency == name
    assert {heard(found)[each] for each in BOTH} == {AnswerState.ANSWERED}


def test_a_long_joint_name_stands_alone_above_what_it_says(tmp_path: Path) -> None:
    name = "Sở Lao động - Thương binh và Xã hội và Sở Văn hóa, Thể thao và Du lịch"
    found = read(tmp_path, f"TỔNG HỢP Ý KIẾN\n1. {name}\nBỏ khoản 3 mục II.\n2. Sở Y tế\nNhất trí.\n")
    assert [each.agency for each in found] == [name, "Sở Y tế"]
    assert read(tmp_path, f"{name.upper()}\n{BODY}")[0].agency == name


def test_the_names_of_a_cell_stand_in_lines(tmp_path: Path) -> None:
    rows = [
        ("Cơ quan", "Nội dung góp ý"),
        ("\n".join(BOTH), "Bỏ khoản 3."),
        ("Sở Kế hoạch và\nĐầu tư", "Bỏ mục II."),
    ]
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    found = letters(read_comment_file(tmp_path / "a.csv", root=tmp_path))
    assert [each.agency for each in found] == ["Sở Tài chính - Sở Tư pháp", "Sở Kế hoạch và Đầu tư"]
    assert {heard(found)[each] for each in BOTH} == {AnswerState.ANSWERED}


@pytest.mark.parametrize(
    "name",
    [
        "Sở Văn hóa, Thể thao và Du lịch", "Sở LĐTB&XH", "Ban Kinh tế - Ngân sách", "Văn phòng - Sở Nội vụ",
        "Ngân hàng Nhà nước - Chi nhánh tỉnh Hà Tĩnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "Trung tâm Y tế - Bệnh viện đa khoa huyện Lộc Hà", "Bảo hiểm xã hội tỉnh Bà Rịa - Vũng Tàu",
    ],
)  # fmt: skip
def test_a_name_with_a_dash_or_comma_may_be_of_one_agency(name: str) -> None:
    assert jointly(name) == ()


def test_the_place_behind_the_last_name_is_that_of_all() -> None:
    assert jointly("ĐẢNG ỦY - HĐND XÃ TÂN SƠN") == ("Đảng ủy xã Tân Sơn", "Hội đồng nhân dân xã Tân Sơn")
    assert jointly("LIÊN SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI - Y TẾ") == (
        "Sở Lao động - Thương binh và Xã hội", "Sở Y tế",
    )  # fmt: skip
    assert names_alone("Sở Y tế và Sở Tư pháp") and not names_alone("Sở Y tế đề nghị Sở Tư pháp")


def test_what_several_said_is_found_by_the_name_of_each() -> None:
    names = ("Sở Tài chính - Sở Tư pháp", "Sở Tài chính", "Sở Y tế")
    assert named_agencies(["Sở Tài chính"], names) == set(names[:2])


def test_the_committees_of_several_districts_are_one_each() -> None:
    assert jointly("UBND các huyện: Lộc Hà, Thạch Hà và Can Lộc") == (
        "Ủy ban nhân dân huyện Lộc Hà",
        "Ủy ban nhân dân huyện Thạch Hà",
        "Ủy ban nhân dân huyện Can Lộc",
    )
    assert jointly("UBND các huyện, thị xã") == ()
