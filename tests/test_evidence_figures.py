"""A figure that was asked for is done where nothing else of its sentence changed; else a person looks."""

from __future__ import annotations

import pytest

from drafter.model import Op, Verdict
from tests.made_verdicts import comment, evidence_on

RULES = """QUY ĐỊNH
Quy định mức hỗ trợ trên địa bàn tỉnh
Điều 1. Mức hỗ trợ
1. Mức trợ cấp là 500.000 đồng/người/tháng.
2. Lãi suất cho vay là 6%/năm.
3. Diện tích được hỗ trợ là 5 ha.
4. Hỗ trợ 2 triệu đồng cho mỗi con bò.
5. Đến năm 2025, đạt 60% hộ dân.
Điều 2. Điều kiện
1. Trẻ em dưới 6 tuổi được miễn vé.
2. Thôn có từ 300 hộ trở lên được thành lập.
3. Ủy ban nhân dân cấp huyện tiếp nhận 10 hồ sơ mỗi ngày.
4. Mỗi xã bố trí 02 công chức văn hóa.
5. Trong thời hạn 30 ngày kể từ ngày nhận hồ sơ.
"""


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        (
            "Khoản 1 Điều 1: đề nghị nâng mức trợ cấp lên 700.000 đồng/người/tháng.",
            ("500.000 đồng/người/tháng", "700.000 đồng/hộ/tháng"),
        ),
        (
            "Khoản 1 Điều 1: đề nghị tăng mức trợ cấp lên 700.000 đồng.",
            ("500.000 đồng/người/tháng", "700.000 đồng/người/quý"),
        ),
        ("Khoản 2 Điều 1: đề nghị giảm lãi suất cho vay xuống 5%/năm.", ("6%/năm", "5%/tháng")),
        ("Khoản 3 Điều 1: đề nghị tăng diện tích lên 10 ha.", ("5 ha", "10 m2")),
        (
            "Khoản 4 Điều 1: đề nghị nâng mức hỗ trợ lên 3 triệu đồng.",
            ("2 triệu đồng cho mỗi con bò", "3 triệu đồng cho mỗi con trâu"),
        ),
        ("Khoản 5 Điều 1: đề nghị nâng tỷ lệ lên 70%.", ("60% hộ dân", "70% hộ nghèo")),
        ("Khoản 1 Điều 2: đề nghị nâng độ tuổi được miễn vé lên 10 tuổi.", ("dưới 6", "trên 10")),
        ("Khoản 2 Điều 2: đề nghị giảm số hộ xuống 200 hộ.", ("300 hộ trở lên", "200 hộ trở xuống")),
        (
            "Khoản 3 Điều 2: đề nghị nâng lên 20 hồ sơ mỗi ngày.",
            ("cấp huyện tiếp nhận 10", "cấp xã tiếp nhận 20"),
        ),
        (
            "Khoản 4 Điều 2: đề nghị tăng lên 03 công chức văn hóa mỗi xã.",
            ("Mỗi xã bố trí 02", "Mỗi phường bố trí 03"),
        ),
        (
            "Khoản 5 Điều 2: đề nghị giảm thời hạn xuống 15 ngày.",
            ("30 ngày kể từ ngày nhận hồ sơ", "15 ngày kể từ ngày nộp phí"),
        ),
    ],
)
def test_a_figure_that_came_with_another_unit_object_or_bound_is_not_called_done(
    asked: str, edit: tuple[str, str]
) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        ("Khoản 1 Điều 1: đề nghị nâng mức trợ cấp lên 700.000 đồng/người/tháng.", ("500.000", "700.000")),
        (
            "Khoản 1 Điều 1: đề nghị nâng mức trợ cấp lên 700.000 đồng/hộ/tháng.",
            ("500.000 đồng/người/tháng", "700.000 đồng/hộ/tháng"),
        ),
        ("Khoản 2 Điều 1: đề nghị giảm lãi suất cho vay xuống 5%/năm.", ("6%", "5%")),
        ("Khoản 4 Điều 1: đề nghị nâng mức hỗ trợ lên 3 triệu đồng.", ("2 triệu", "3 triệu")),
        ("Khoản 5 Điều 1: đề nghị nâng tỷ lệ lên tối thiểu 70%.", ("60%", "tối thiểu 70%")),
        ("Khoản 2 Điều 2: đề nghị giảm số hộ xuống 200 hộ.", ("300 hộ", "200 hộ")),
        ("Khoản 4 Điều 2: đề nghị tăng lên 03 công chức văn hóa mỗi xã.", ("02 công", "03 công")),
    ],
)
def test_one_that_came_alone_or_with_the_words_of_the_wish_is_done(asked: str, edit: tuple[str, str]) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict is Verdict.ADDRESSED


TIMES = """QUY ĐỊNH
Quy định tuyển dụng trên địa bàn tỉnh
Điều 6. Thi
1. Thi viết kiến thức chung, thời gian 120 phút.
2. Thời hạn nhận hồ sơ là 30 ngày.
Điều 7. Phụ cấp
1. Người tập sự được bố trí nơi làm việc.
2. Người hướng dẫn tập sự được hưởng phụ cấp hằng tháng bằng 0,3 mức lương cơ sở.
Điều 10. Hiệu lực
Quyết định này có hiệu lực từ ngày 01/7/2021.
"""


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        ("Khoản 1 Điều 6: đề nghị giảm thời gian thi viết xuống 90 phút.", ("120", "90")),
        ("Đề nghị tăng phụ cấp tại khoản 2 Điều 7 lên 0,5.", ("0,3", "0,5")),
        ("Tại khoản 1, 2 Điều 7, đề nghị tăng phụ cấp lên 0,5.", ("0,3", "0,5")),
        ("Riêng Điều 10 đề nghị lùi hiệu lực đến 01/9/2021.", ("01/7/2021", "01/9/2021")),
    ],
)
def test_a_number_of_a_citation_is_no_figure_to_be_replaced(asked: str, edit: tuple[str, str]) -> None:
    assert comment(asked).asks[0].old is None
    assert evidence_on(asked, edit, of=TIMES).verdict in {Verdict.ADDRESSED, Verdict.PARTLY}


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Khoản 2 Điều 6: đề nghị rút ngắn thời hạn nhận hồ sơ xuống 20 ngày.", Verdict.ADDRESSED),
        ("Khoản 2 Điều 6: đề nghị rút ngắn còn 20 ngày.", Verdict.ADDRESSED),
        ("Khoản 2 Điều 6: đề nghị rút ngắn thời hạn nhận hồ sơ.", Verdict.UNCLEAR),
    ],
)
def test_a_time_that_is_to_be_shorter_is_no_text_that_is_to_be(asked: str, verdict: Verdict) -> None:
    assert comment(asked).asks[0].op is Op.REPLACE
    assert comment("Phần bối cảnh nên rút ngắn.").asks[0].op is Op.SHORTEN
    assert evidence_on(asked, ("30 ngày", "20 ngày"), of=TIMES).verdict is verdict
