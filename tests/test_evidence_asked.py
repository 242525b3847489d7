"""What was asked for, told apart from what came beside it: figures of other indicators, agencies that lead
something else, wishes of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Verdict
from tests.redrafted import RESOLUTION, Edits, verdicts

DONE, SOME = {Verdict.ADDRESSED}, {Verdict.PARTLY}
OPEN = {Verdict.UNCLEAR, Verdict.NOT_YET}
NOT_ALL = OPEN | SOME
BOTH = "Tại khoản 1 Điều 1, đề nghị nâng kinh tế số lên 20% GRDP và tỷ lệ hộ gia đình có Internet lên 90%."
SAME = "Tại khoản 1 Điều 1, đề nghị nâng kinh tế số lên 90% và tỷ lệ hộ gia đình có Internet lên 90%."
SHARES = "Tại khoản 3 Điều 1, đề nghị"
TASK = "Tại khoản 1 Điều 2, đề nghị"
TWICE = RESOLUTION.replace("tăng 30%", "tăng 60%")
ONLINE, REWARD = ("đạt 60%", "đạt 70%"), ("tăng 60%", "tăng 70%")


@pytest.mark.parametrize(
    ("request_", "edits", "expected"),
    [
        (BOTH, (("15%", "20%"),), SOME),
        (BOTH, (("15%", "20%"), ("80%", "90%")), DONE),
        (BOTH, (("15%", "90%"),), NOT_ALL),
        (BOTH, (("15%", "90%"), ("80%", "20%")), NOT_ALL),
        (SAME, (("15%", "90%"),), SOME),
        (SAME, (("80%", "90%"),), SOME),
        (SAME, (("15%", "90%"), ("80%", "90%")), DONE),
        (f"{SHARES} tăng mức đãi ngộ chuyên gia lên 50%.", (("60%", "50%"),), NOT_ALL),
        ("Đề nghị điều chỉnh tỷ lệ hồ sơ trực tuyến lên 80%, mức đãi ngộ lên 60%.", (("60%", "80%"),), SOME),
        ("Đề nghị nâng tỷ lệ hồ sơ trực tuyến lên 80%.", (), OPEN),  # 80% is that of something else
        ("Tại Điều 1, đề nghị nâng tỷ lệ hồ sơ trực tuyến lên 90%.", (("80%", "90%"),), NOT_ALL),
    ],
)
def test_a_figure_is_done_where_it_came_for_its_own_indicator(
    tmp_path: Path, request_: str, edits: Edits, expected: set[Verdict]
) -> None:
    assert verdicts(tmp_path, request_, edits) <= expected


@pytest.mark.parametrize(
    ("request_", "edit", "expected"),
    [
        (f"{SHARES} nâng tỷ lệ hồ sơ trực tuyến từ 60% lên 70%.", ONLINE, DONE),
        (f"{SHARES} nâng tỷ lệ hồ sơ trực tuyến từ 60% lên 70%.", REWARD, NOT_ALL),
        (f"{SHARES} sửa mức đãi ngộ chuyên gia từ “60%” thành “70%”.", ONLINE, NOT_ALL),
        (f"{SHARES} đối với mức đãi ngộ chuyên gia, sửa “60%” thành “70%”.", REWARD, DONE),
    ],
)
def test_of_two_indicators_with_one_figure_that_which_is_named_is_followed(
    tmp_path: Path, request_: str, edit: tuple[str, str], expected: set[Verdict]
) -> None:
    assert verdicts(tmp_path, request_, (edit,), TWICE) <= expected


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        (f"{TASK} giao Công an tỉnh chủ trì.", ("2. Phát triển", "2. Công an tỉnh chủ trì phát triển")),
        (
            "Tại điểm a khoản 2 Điều 2, đề nghị giao Sở Thông tin và Truyền thông chủ trì.",
            ("b) Xây dựng", "b) Sở Thông tin và Truyền thông chủ trì xây dựng"),
        ),
        (f"{TASK} bỏ Công an tỉnh khỏi danh sách cơ quan phối hợp.", ("đào tạo", "bồi dưỡng")),
    ],
)
def test_an_agency_that_came_to_lead_another_task_does_not_lead_the_one_asked_about(
    tmp_path: Path, request_: str, edit: tuple[str, str]
) -> None:
    assert verdicts(tmp_path, request_, (edit,)) <= OPEN


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        (
            f"{TASK} giao Công an tỉnh chủ trì, Sở Nội vụ phối hợp.",
            (
                "Sở Nội vụ chủ trì, phối hợp với Công an tỉnh",
                "Công an tỉnh chủ trì, phối hợp với Sở Nội vụ",
            ),
        ),
        (f"{TASK} bỏ Công an tỉnh khỏi danh sách cơ quan phối hợp.", ("Công an tỉnh, Sở", "Sở")),
    ],
)
def test_an_agency_has_the_part_asked_for_or_is_gone(
    tmp_path: Path, request_: str, edit: tuple[str, str]
) -> None:
    assert verdicts(tmp_path, request_, (edit,)) == DONE


@pytest.mark.parametrize(
    "request_",
    [
        "Không đồng ý với đề nghị của Sở Tài chính sửa “60%” thành “70%” tại khoản 3 Điều 1.",
        "Không nhất trí với ý kiến Sở Tài chính đề nghị nâng từ 60% lên 70% tại khoản 3 Điều 1.",
        "Tại khoản 3 Điều 1, Sở Tài chính đề nghị nâng lên 70%; Sở Y tế đề nghị giữ nguyên 60%.",
        "Đề nghị không nâng tỷ lệ hồ sơ trực tuyến lên 70% như ý kiến của một số cơ quan.",
        "Sở Y tế xin rút ý kiến đề nghị sửa “60%” thành “70%” tại khoản 3 Điều 1.",
    ],
)
def test_what_another_agency_wanted_is_not_done_for_the_one_that_is_against_it(
    tmp_path: Path, request_: str
) -> None:
    assert verdicts(tmp_path, request_, (("60%", "70%"),)) <= OPEN


def test_the_wish_of_an_agency_behind_what_it_does_not_agree_with_is_its_own(tmp_path: Path) -> None:
    said = "Chưa thống nhất với mức của dự thảo tại khoản 3 Điều 1, đề nghị sửa “60%” thành “70%”."
    assert verdicts(tmp_path, said, (("60%", "70%"),)) == DONE


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        ("Tại ý thứ hai khoản 1 Điều 1, đề nghị bổ sung “băng rộng”.", ("số chiếm", "số băng rộng chiếm")),
        ("Tại dòng thứ hai khoản 1 Điều 2, đề nghị bổ sung “Sở Y tế”.", ("Sở Tài", "Sở Y tế, Sở Tài")),
        ("Vế đầu khoản 3 Điều 2 đề nghị bỏ cụm từ “theo quy định”.", ("phạm theo quy định", "phạm")),
    ],
)
def test_which_words_a_line_or_half_of_a_clause_has_is_for_a_person(
    tmp_path: Path, request_: str, edit: tuple[str, str]
) -> None:
    assert verdicts(tmp_path, request_, (edit,)) <= OPEN
