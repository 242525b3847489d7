"""Units that a letter gathers the words of: they are voices of that letter, its agency is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import Letter
from tests.inputs import read_comment_file

DISTRICT = "Ủy ban nhân dân huyện Hương Khê"
TO = "Hà Tĩnh, ngày 06 tháng 3 năm 2021\nV/v góp ý dự thảo lần 1\nKính gửi: Sở Nội vụ\n"


def read(folder: Path, text: str) -> tuple[Letter, ...]:
    (folder / "a.txt").write_text(text, "utf-8")
    made = letters(read_comment_file(folder / "a.txt", root=folder))
    assert made[0].words.closes
    return made


def said(made: tuple[Letter, ...]) -> dict[str, list[str]]:
    return {letter.agency: [comment.text for comment in letter.comments] for letter in made}


def test_the_units_and_communes_of_a_district_speak_in_its_letter(tmp_path: Path) -> None:
    own = "Quan điểm của UBND huyện: không nhất trí với đề nghị của Phòng Nội vụ."
    made = read(
        tmp_path,
        f"UBND HUYỆN HƯƠNG KHÊ\nSố: 77/UBND-NV\n{TO}UBND huyện tổng hợp ý kiến như sau:\n"
        "1. Phòng Tài chính: nhất trí.\n2. Phòng Nội vụ: đề nghị bỏ khoản 3 Điều 4.\n"
        f"3. UBND xã Tân Sơn: không gửi ý kiến.\n4. UBND thị trấn Đồng Lộc: đề nghị 45 ngày.\n{own}\n",
    )
    assert list(said(made)) == [DISTRICT]
    assert own in said(made)[DISTRICT] and "Phòng Nội vụ: đề nghị bỏ khoản 3 Điều 4." in said(made)[DISTRICT]
    assert not [notice for notice in made[0].notices if notice.code == "unanswered"]


@pytest.mark.parametrize(
    "unit",
    ["Phòng Quản lý thương mại", "Thanh tra Sở", "Văn phòng", "Chi cục Kiểm lâm", "Trung tâm Khuyến công"],
)
def test_a_unit_of_a_department_speaks_in_its_letter(tmp_path: Path, unit: str) -> None:
    items = f"- {unit}: đề nghị bỏ khoản 3 Điều 4.\n- Phòng Kế hoạch: đề nghị bỏ khoản 2 Điều 4.\n"
    made = read(tmp_path, f"SỞ CÔNG THƯƠNG\nSố: 2/SCT\n{TO}Các phòng thuộc Sở có ý kiến:\n{items}")
    assert said(made) == {
        "Sở Công Thương": [
            f"{unit}: đề nghị bỏ khoản 3 Điều 4.",
            "Phòng Kế hoạch: đề nghị bỏ khoản 2 Điều 4.",
        ]
    }


def test_names_of_units_alone_above_their_words_change_no_sender(tmp_path: Path) -> None:
    items = "Phòng Nội vụ\nÝ kiến: đề nghị bỏ Điều 4.\nPhòng Tư pháp\nÝ kiến: đề nghị bỏ Điều 5.\n"
    made = read(tmp_path, f"UBND HUYỆN HƯƠNG KHÊ\nSố: 77/UBND\n{TO}{items}")
    assert list(said(made)) == [DISTRICT]


def test_other_agencies_that_a_letter_quotes_are_no_units(tmp_path: Path) -> None:
    items = "Sở Tài chính\nÝ kiến: đề nghị bỏ Điều 4.\nPhòng Tư pháp\nÝ kiến: đề nghị bỏ Điều 5.\n"
    made = read(tmp_path, f"UBND HUYỆN HƯƠNG KHÊ\nSố: 77/UBND\n{TO}{items}")
    assert list(said(made)) == ["Sở Tài chính", DISTRICT]


@pytest.mark.parametrize(
    "head", ["BIÊN BẢN HỌP\n", "UBND HUYỆN HƯƠNG KHÊ\nSố: 7/BC\nTỔNG HỢP Ý KIẾN GÓP Ý\n"]
)
def test_units_are_agencies_in_minutes_and_collations(tmp_path: Path, head: str) -> None:
    made = read(
        tmp_path, f"{head}1. Phòng Nội vụ: đề nghị bỏ Điều 4.\n2. UBND xã Tân Sơn: đề nghị bỏ Điều 5.\n"
    )
    assert list(said(made)) == ["Phòng Nội vụ", "Ủy ban nhân dân xã Tân Sơn"]


def test_the_field_of_work_is_part_of_the_name_of_a_unit(tmp_path: Path) -> None:
    text = (
        "BIÊN BẢN HỌP\n1. Phòng Quản lý thương mại: đề nghị bỏ Điều 4.\n2. Phòng Nội vụ đề nghị: bỏ Điều 5.\n"
    )
    assert list(said(read(tmp_path, text))) == ["Phòng Quản lý thương mại", "Phòng Nội vụ"]


@pytest.mark.parametrize("word", ["Sở", "Cục", "UBND", "Hội", "Ban"])
def test_the_word_for_a_kind_of_agency_is_who_writes(tmp_path: Path, word: str) -> None:
    items = (
        "Sở Giáo dục và Đào tạo thống nhất với dự thảo, tuy nhiên khoản 2 Điều 4 chưa rõ.\n"
        f"{word} không đồng ý với điểm trúng tuyển tại khoản 3 Điều 6.\n"
    )
    made = read(tmp_path, f"SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 9/SGD\n{TO}{items}")
    assert list(said(made)) == ["Sở Giáo dục và Đào tạo"]


def test_whom_a_letter_is_for_does_not_speak_in_it(tmp_path: Path) -> None:
    items = "1. Sở Tài chính: đề nghị bỏ Điều 9.\n2. Sở Nội vụ: đề nghị bỏ khoản 2 Điều 8.\n"
    made = read(tmp_path, f"SỞ Y TẾ\nSố: 1/SYT\n{TO}Sở Y tế có ý kiến như sau:\n{items}")
    assert "Sở Nội vụ" not in said(made)
