"""What a request says behind its new words, and what tells its object from others of the kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Verdict
from tests.redrafted import Edits, verdicts
from tests.test_evidence_beyond import MARKETS, POOR

FINE = (("5%", "10%"),)
HALF = (("30%", "50%"),)
WARD = "Khoản 2 Điều 2: đề nghị bổ sung trách nhiệm của Ủy ban nhân dân cấp xã."
DISTRICT = "Ủy ban nhân dân cấp huyện phối hợp thực hiện."


@pytest.mark.parametrize(
    ("request_", "edits"),
    [
        ("Khoản 4 Điều 2: mức phạt 5% quá thấp, nên nâng lên 10% hoặc 15% đối với tái phạm.", FINE),
        ("Khoản 2 Điều 2: đề nghị nâng mức giảm từ 30% lên 50% và không yêu cầu giấy xác nhận.", HALF),
        ("Khoản 2 Điều 2: đề nghị sửa “30%” thành “50%” và không áp dụng cho chợ hạng 1.", HALF),
    ],
)
def test_of_a_wish_of_two_parts_one_that_came_is_a_part(tmp_path: Path, request_: str, edits: Edits) -> None:
    assert verdicts(tmp_path, request_, edits, MARKETS) == {Verdict.PARTLY}


@pytest.mark.parametrize(
    "request_",
    [
        "Khoản 2 Điều 2: đề nghị sửa “30%” thành “50%” để phù hợp với thực tế và không gây khó khăn.",
        "Khoản 2 Điều 2: đề nghị nâng mức giảm từ 30% lên 50% vì mức 30% hoặc 40% là quá thấp.",
    ],
)
def test_the_reasons_of_a_wish_are_no_part_of_it(tmp_path: Path, request_: str) -> None:
    assert verdicts(tmp_path, request_, HALF, MARKETS) == {Verdict.ADDRESSED}


def test_what_is_not_to_be_asked_for_and_came_makes_nothing_done(tmp_path: Path) -> None:
    said = "Khoản 2 Điều 2: đề nghị nâng mức giảm từ 30% lên 50% và không yêu cầu giấy xác nhận."
    edits = ((POOR, "Hộ nghèo được giảm 50% mức thu nếu có giấy xác nhận của cấp xã."),)
    assert verdicts(tmp_path, said, edits, MARKETS) == {Verdict.UNCLEAR}


@pytest.mark.parametrize("edits", [(), ((DISTRICT, f"{DISTRICT} Hằng năm báo cáo."),)])
def test_words_about_another_of_the_kind_do_not_say_already_what_is_asked_for(
    tmp_path: Path, edits: Edits
) -> None:
    text = MARKETS.replace(POOR, DISTRICT)
    found = verdicts(tmp_path, WARD, edits, text)
    assert found and found.isdisjoint({Verdict.ALREADY, Verdict.ADDRESSED, Verdict.PARTLY})


def test_words_about_another_of_the_kind_that_came_are_not_what_was_asked_for(tmp_path: Path) -> None:
    found = verdicts(tmp_path, WARD, ((POOR, f"{POOR} {DISTRICT}"),), MARKETS)
    assert found and found.isdisjoint({Verdict.ADDRESSED, Verdict.PARTLY})
