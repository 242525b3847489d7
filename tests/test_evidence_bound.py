"""Of a wish that says more than its new words, no more is called done than the draft shows."""

from __future__ import annotations

import pytest

from drafter.model import Measured, Verdict
from drafter.wording.measures import counted_words
from tests.made_verdicts import evidence_on

RULES = """NGHỊ QUYẾT
Quy định chính sách hỗ trợ trên địa bàn tỉnh
Điều 1. Chính sách
1. Hồ sơ được giải quyết trong 15 ngày.
2. Hỗ trợ mỗi dự án 50 triệu đồng.
3. Đào tạo 800 cán bộ xã.
4. Xây dựng 05 trung tâm dữ liệu.
5. Trung tâm hành chính công tiếp nhận hồ sơ.
6. Người dân phải nộp bản sao có chứng thực.
Điều 2. Tổ chức thực hiện
1. Trung tâm hành chính công công khai kết quả.
"""

DAYS = ("15 ngày", "10 ngày")
AID = ("50 triệu", "70 triệu")


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        ("Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày”, tính theo ngày làm việc.", DAYS),
        ("Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày”, trừ hồ sơ đất đai.", DAYS),
        ("Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày” nếu nộp trực tuyến.", DAYS),
        (
            "Khoản 2 Điều 1: đề nghị sửa “50 triệu đồng” thành “70 triệu đồng” đối với doanh nghiệp "
            "và “90 triệu đồng” đối với hợp tác xã.",
            AID,
        ),
        ("Khoản 3 Điều 1: đề nghị nâng lên 1.000 cán bộ xã, 500 cán bộ huyện.", ("800", "1.000")),
        ("Khoản 4 Điều 1: đề nghị sửa 05 thành 07 trung tâm dữ liệu trước năm 2023.", ("05", "07")),
        (
            "Khoản 5 Điều 1: đề nghị sửa “Trung tâm hành chính công” thành “Trung tâm Phục vụ hành chính "
            "công” trong toàn bộ dự thảo.",
            ("5. Trung tâm hành chính", "5. Trung tâm Phục vụ hành chính"),
        ),
    ],
)
def test_a_wish_that_is_bound_or_goes_on_is_not_done_by_its_first_words(
    asked: str, edit: tuple[str, str]
) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict in (Verdict.UNCLEAR, Verdict.PARTLY)


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        ("Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày”.", DAYS),
        ("Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày” để phù hợp Nghị định số 61 năm 2018.", DAYS),
        ("Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày” như mục 2 phần III đã nêu.", DAYS),
        (
            "Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày”, tính theo ngày làm việc.",
            ("15 ngày", "10 ngày, tính theo ngày làm việc"),
        ),
        ("Khoản 4 Điều 1: đề nghị sửa 05 thành 07 trung tâm dữ liệu trước năm 2023.",
         ("05 trung tâm dữ liệu", "07 trung tâm dữ liệu trước năm 2023")),
    ],
)  # fmt: skip
def test_one_that_came_whole_is_done_and_reasons_bind_nothing(asked: str, edit: tuple[str, str]) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict is Verdict.ADDRESSED


def test_of_a_wish_that_its_office_took_back_a_person_says_what_became() -> None:
    asked = "Khoản 1 Điều 1: đề nghị sửa “15 ngày” thành “10 ngày”. Nội dung này Sở xin rút."
    assert evidence_on(asked, DAYS, of=RULES).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_which_parts_of_a_wish_are_open_is_told(lang: str) -> None:
    assert "500; 700" in counted_words(Measured("rest-of-the-wish", 2, 0, "places", "500; 700"), lang)
