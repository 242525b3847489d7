"""Agencies that want opposite things of one place: who was followed is told so, the other why it was not."""

from __future__ import annotations

import pytest

from tests.made_verdicts import answers_on

RATE, REPORTS = "Tại điểm a khoản 3 Điều 1, đề nghị", "Tại khoản 3 Điều 2, đề nghị"
TASK = "Tại khoản 1 Điều 2, đề nghị"
SEVENTY = ("đạt 60%", "đạt 70%")
POLICE = ("Sở Nội vụ chủ trì, phối hợp với Công an tỉnh", "Công an tỉnh chủ trì, phối hợp với Sở Nội vụ")
FEES = ("đãi ngộ ", "")


@pytest.mark.parametrize(
    ("one", "other", "edit"),
    [
        (f"{RATE} sửa “60%” thành “70%”.", f"{RATE} giữ nguyên chỉ tiêu 60%.", SEVENTY),
        (f"{RATE} sửa “60%” thành “70%”.", f"{RATE} sửa “60%” thành “65%”.", SEVENTY),
        (
            f"{RATE} nâng tỷ lệ hồ sơ trực tuyến lên 70%.",
            f"{RATE} không nâng tỷ lệ hồ sơ trực tuyến, giữ 60%.",
            SEVENTY,
        ),
        (
            f"{RATE} nâng tỷ lệ hồ sơ trực tuyến lên 70%.",
            f"{RATE} giảm tỷ lệ hồ sơ trực tuyến xuống 50%.",
            SEVENTY,
        ),
        (f"{RATE} bỏ cụm từ “đãi ngộ”.", f"{RATE} giữ cụm từ “đãi ngộ”.", FEES),
        (
            f"{REPORTS} bổ sung “và hằng năm” sau “định kỳ 6 tháng”.",
            f"{REPORTS} giữ nguyên như dự thảo.",
            ("6 tháng", "6 tháng và hằng năm"),
        ),
        (f"{TASK} giao Công an tỉnh chủ trì.", f"{TASK} giữ Sở Nội vụ chủ trì.", POLICE),
        (f"{TASK} giao Công an tỉnh chủ trì.", f"{TASK} giao Sở Tài chính chủ trì.", POLICE),
    ],
)
def test_the_one_that_was_followed_is_accepted_and_the_other_refused_with_a_blank(
    one: str, other: str, edit: tuple[str, str]
) -> None:
    told = answers_on({"Sở Y tế": one, "Sở Tư pháp": other}, edit)
    assert told["Sở Y tế"].startswith("Tiếp thu, đã")
    assert "[" not in told["Sở Y tế"]
    assert told["Sở Tư pháp"].startswith("Giải trình: ")
    assert "theo đề nghị của Sở Y tế vì [lý do]." in told["Sở Tư pháp"]


def test_where_nothing_changed_the_one_that_wanted_that_was_followed() -> None:
    told = answers_on({"Sở Y tế": f"{RATE} sửa “60%” thành “70%”.", "Sở Tư pháp": f"{RATE} giữ nguyên 60%."})
    assert told["Sở Tư pháp"] == "Tiếp thu, giữ nguyên “60%” tại điểm a khoản 3 Điều 1 (dự thảo lần 2)."
    assert "quy định “60%” theo đề nghị của Sở Tư pháp vì [lý do]." in told["Sở Y tế"]


@pytest.mark.parametrize("edits", [(), (("đạt 60%", "đạt 68%"),)])
def test_where_none_was_followed_both_are_told_the_same(edits: tuple[tuple[str, str], ...]) -> None:
    wishes = {"Sở Y tế": f"{RATE} sửa “60%” thành “70%”.", "Sở Tư pháp": f"{RATE} sửa “60%” thành “65%”."}
    told = answers_on(wishes, *edits)
    assert told["Sở Y tế"] == told["Sở Tư pháp"]
    assert "[" in told["Sở Y tế"]
    assert "theo đề nghị của" not in told["Sở Y tế"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{RATE} nâng tỷ lệ hồ sơ trực tuyến lên 70%.", f"{RATE} nâng mức đãi ngộ chuyên gia lên 40%."),
        (f"{RATE} nâng tỷ lệ hồ sơ trực tuyến lên 70%.", f"{RATE} giữ mức đãi ngộ chuyên gia 30%."),
        (
            f"{TASK} giao Công an tỉnh chủ trì việc cấp chứng thư số cho cán bộ.",
            f"{TASK} giao Sở Tài chính chủ trì việc bố trí kinh phí đào tạo hằng năm.",
        ),
    ],
)
def test_wishes_for_different_things_of_one_clause_do_not_clash(one: str, other: str) -> None:
    told = answers_on({"Sở Y tế": one, "Sở Tư pháp": other})
    assert not any("Sở Y tế đề nghị" in each or "Sở Tư pháp đề nghị" in each for each in told.values())
