"""What is to be left out is gone where it went by itself, not where others much like it stand there now."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import evidence_on

TOLD = "Khuyến khích doanh nghiệp đầu tư theo hình thức đối tác công tư"
UNLESS = "khi được đơn vị quản lý chợ đồng ý"
RULES = f"""QUY ĐỊNH
Về chợ
Điều 1. Nguồn lực
1. Chi 1%. {TOLD}.
2. Được chuyển nhượng điểm kinh doanh {UNLESS}.
Điều 2. Hiệu lực
Từ năm 2022.
"""
SENTENCE, CONDITION = f"Khoản 1 Điều 1: đề nghị bỏ câu “{TOLD}”.", f"Khoản 2 Điều 1: đề nghị bỏ “{UNLESS}”."


@pytest.mark.parametrize(("asked", "edit"), [(SENTENCE, (f" {TOLD}.", "")), (CONDITION, (f" {UNLESS}", ""))])
def test_what_went_by_itself_is_done(asked: str, edit: tuple[str, str]) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict is Verdict.ADDRESSED


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        (SENTENCE, ("đối tác công tư", "xã hội hóa")),
        (CONDITION, ("đơn vị quản lý chợ", "Ủy ban nhân dân cấp xã")),
        (CONDITION, ("được đơn vị quản lý chợ", "đơn vị quản lý chợ")),
    ],
)
def test_what_others_much_like_it_stand_for_is_for_a_person(asked: str, edit: tuple[str, str]) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict is Verdict.UNCLEAR
