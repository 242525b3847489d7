"""Locators, word for word as an official cites a place."""

import pytest

from drafter.language.locators import Step, write_locator
from drafter.model import Kind

from .outline_pages import draft

PAGE = """
{cb} PHẦN THỨ HAI
{cb} NỘI DUNG
I. MỤC TIÊU
Đoạn mở đầu.
1. Chung
2. Cụ thể
2.1. Đến năm 2025
a) Hạ tầng:
- Một;
- Hai:
+ Ba;
- Bốn.
Chương III
{cb} TỔ CHỨC
Mục 2. GIÁM SÁT
Điều 12. Trách nhiệm
7. Sở Nội vụ:
đ) Kiểm tra.
{cb} PHỤ LỤC II
{cb} DANH MỤC
|STT|Việc|Cơ quan|
|I|Nhóm việc|>|
|5.|Một|Sở|
||Không số|Sở|
"""


@pytest.mark.parametrize(
    ("id", "locator"),
    [
        ("phan-II", "phần II"),
        ("phan-II.I", "mục I, phần II"),
        ("phan-II.I.p1", "đoạn thứ 1, mục I, phần II"),
        ("phan-II.I.2.1", "khoản 2.1, mục I, phần II"),
        ("phan-II.I.2.1.a.-2", "gạch đầu dòng thứ 2, điểm a, khoản 2.1, mục I, phần II"),
        (
            "phan-II.I.2.1.a.-2.+1",
            "dấu cộng thứ 1, gạch đầu dòng thứ 2, điểm a, khoản 2.1, mục I, phần II",
        ),
        ("phan-II.chuong-III.muc-2.dieu-12.7.đ", "điểm đ, khoản 7, Điều 12, mục 2, Chương III, phần II"),
        ("pl-II.t1r1", "số thứ tự I, Phụ lục II"),
        ("pl-II.t1r2", "số thứ tự 5, Phụ lục II"),
    ],
)
def test_every_kind_of_clause_is_cited_in_its_words(id: str, locator: str) -> None:
    assert draft(PAGE).by_id[id].locator == locator


def test_a_row_without_number_is_cited_by_its_place() -> None:
    assert write_locator([Step(Kind.TABLE_ROW, "3", counted=True, table=2), Step(Kind.ANNEX, "I")]) == (
        "dòng thứ 3 của bảng thứ 2, Phụ lục I"
    )


def test_a_repeated_number_says_which_one_is_meant() -> None:
    assert write_locator([Step(Kind.POINT, "a", repeat=2), Step(Kind.PARAGRAPH, "1")]) == (
        "điểm a (số trùng, lần thứ 2), khoản 1"
    )
