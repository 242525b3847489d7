"""Lines of print never end inside a place, a date or a figure with its unit."""

import pytest

from drafter.language.unbroken import unbroken, unbroken_name


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("tại điểm a khoản 2 mục III", "tại điểm_a khoản_2 mục_III"),
        ("Khoản 5 Điều 12 của dự thảo lần 2", "Khoản_5 Điều_12 của dự thảo lần_2"),
        ("ngày 05 tháng 3 năm 2021", "ngày_05 tháng_3 năm_2021"),
        ("đạt 7 % và 30 tỷ đồng", "đạt 7_% và 30_tỷ đồng"),
        ("Phụ lục I, số 12/STC", "Phụ lục_I, số_12/STC"),
        ("mục tiêu, phần mềm và điểm đến", "mục tiêu, phần mềm và điểm đến"),
        ("một số quy định, hằng năm, điều kiện", "một số quy định, hằng năm, điều kiện"),
    ],
)
def test_a_place_and_a_figure_stay_on_one_line(text: str, printed: str) -> None:
    assert unbroken(text) == printed.replace("_", "\u00a0")
    assert unbroken(text).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("ỦY BAN NHÂN DÂN HUYỆN VŨ QUANG", ["ỦY BAN NHÂN DÂN", "HUYỆN VŨ QUANG"]),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", ["SỞ", "THÔNG TIN", "VÀ TRUYỀN THÔNG"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TĨNH", ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ TĨNH"]),
        ("BAN TUYÊN GIÁO TỈNH ỦY", ["BAN TUYÊN GIÁO", "TỈNH ỦY"]),
        ("[Tên cơ quan soạn thảo]", ["[Tên", "cơ quan", "soạn", "thảo]"]),
    ],
)
def test_a_letterhead_breaks_a_name_only_between_its_parts(name: str, pieces: list[str]) -> None:
    assert [piece.replace("\u00a0", " ") for piece in unbroken_name(name).split(" ")] == pieces
