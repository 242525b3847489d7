"""A comment that leaves a choice: one way wholly done is done, half of one or another is for a person."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import evidence_on

RULES = """QUY ĐỊNH
Chính sách hỗ trợ sản xuất nông nghiệp
Điều 1. Mức hỗ trợ
1. Hỗ trợ chi phí mua giống:
a) Hỗ trợ giống cây trồng theo định mức.
b) Hỗ trợ giống vật nuôi cho hộ nuôi từ 20 con trở lên.
c) Hỗ trợ vật tư cho vùng chuyên canh.
2. Hỗ trợ lãi suất bằng 70% lãi suất vay của ngân hàng.
Điều 2. Tổ chức thực hiện
1. Sở Nội vụ chủ trì, phối hợp với Sở Y tế hướng dẫn thực hiện.
"""
POINT = "điểm b khoản 1 Điều 1"
GONE = [("b) Hỗ trợ giống vật nuôi cho hộ nuôi từ 20 con trở lên.\nc)", "b)")]
DUTY = "xác nhận quy mô chăn nuôi"
KEEP = f"Đề nghị bỏ {POINT} hoặc giữ nguyên nhưng ghi rõ trách nhiệm của cấp xã trong việc {DUTY}."
IF_KEPT = f"Đề nghị bỏ {POINT}, nếu giữ thì ghi rõ việc {DUTY} của cấp xã."
FEWER = f"Đề nghị bỏ {POINT} hoặc sửa “20 con” thành “10 con”."
OR_GONE = f"Đề nghị sửa “20 con” thành “10 con” và bổ sung “lợn thịt” tại {POINT}, hoặc bỏ điểm này."
LEAD = "Đề nghị giao Sở Tài chính hoặc Sở Công Thương chủ trì tại khoản 1 Điều 2."
RAISE = "Khoản 2 Điều 1: đề nghị hoặc nâng mức hỗ trợ lên 100%, hoặc mở rộng cho hộ nghèo."
ALL = [KEEP, IF_KEPT, FEWER, OR_GONE, LEAD, RAISE]


@pytest.mark.parametrize(
    ("asked", "edits"),
    [
        (KEEP, GONE),
        (IF_KEPT, GONE),
        (FEWER, [("20 con", "10 con")]),
        (LEAD, [("Sở Nội vụ chủ trì", "Sở Công Thương chủ trì")]),
        ("Khoản 2 Điều 1: đề nghị bỏ hay nâng mức hỗ trợ lên 100%.", [("70%", "100%")]),
    ],
)
def test_one_way_that_is_wholly_done_is_enough(asked: str, edits: list[tuple[str, str]]) -> None:
    assert evidence_on(asked, *edits, of=RULES).verdict is Verdict.ADDRESSED


@pytest.mark.parametrize(
    ("asked", "edits"),
    [
        (KEEP, [("20 con", "30 con")]),
        (KEEP, [("hướng dẫn thực hiện.", f"hướng dẫn thực hiện. Cấp xã có trách nhiệm {DUTY}.")]),
        (IF_KEPT, [("20 con trở lên", "20 con trở lên (cấp xã xác nhận)")]),
        (FEWER, [("20 con", "15 con")]),
        (OR_GONE, [("20 con", "10 con")]),
        (OR_GONE, GONE),
        (RAISE, [("lãi suất bằng", "lãi suất cho hộ nghèo bằng")]),
        (RAISE, [("70%", "80%")]),
        ("Đề nghị bỏ điểm b hoặc điểm c khoản 1 Điều 1.", GONE),
    ],
)
def test_half_of_a_way_or_another_one_is_for_a_person(asked: str, edits: list[tuple[str, str]]) -> None:
    found = evidence_on(asked, *edits, of=RULES)
    assert found.verdict is Verdict.UNCLEAR and "several-ways" in {one.name for one in found.measures}


@pytest.mark.parametrize("asked", ALL)
def test_where_nothing_came_none_of_the_ways_is_done(asked: str) -> None:
    assert evidence_on(asked, ("a) Hỗ trợ giống cây trồng", "a) Giống cây trồng"), of=RULES).verdict in {
        Verdict.NOT_YET,
        Verdict.UNCLEAR,
    }
    assert evidence_on(asked, of=RULES).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("asked", "edit", "verdict"),
    [
        ("hoàn thành trong năm 2022", "hoàn thành trong năm 2023", Verdict.ADDRESSED),
        ("hoàn thành trong năm 2022", "khởi công trong năm 2023", Verdict.UNCLEAR),
    ],
)
def test_a_day_of_something_else_than_is_spoken_of_is_for_a_person(
    asked: str, edit: str, verdict: Verdict
) -> None:
    wish = "Tại khoản 1 Điều 2, đề nghị lùi thời hạn hoàn thành sang năm 2023."
    assert evidence_on(wish, (asked, edit)).verdict is verdict


def test_two_figures_for_two_levels_that_both_came_are_done() -> None:
    rates = "1. Đạt 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã."
    of = f"KẾ HOẠCH\nNăm 2025\nI. MỤC TIÊU\n{rates}\nII. NHIỆM VỤ\n1. Tổ chức thực hiện.\n"
    asked = "Khoản 1 mục I: đề nghị giảm tỷ lệ hồ sơ cấp huyện xuống 70%, cấp xã xuống 50%."
    assert evidence_on(asked, ("80%", "70%"), ("60%", "50%"), of=of).verdict is Verdict.ADDRESSED
    assert evidence_on(asked, ("80%", "50%"), ("60%", "70%"), of=of).verdict is not Verdict.ADDRESSED
