"""Agencies named together: each is looked for by itself; how often may be said in figures."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import evidence_on

PARTNERS = "Khoản 1 Điều 2: bổ sung Sở Y tế, Sở Giáo dục và Đào tạo phối hợp."
LEADS = "Khoản 1 Điều 2: đề nghị giao Sở Y tế và Sở Tài chính chủ trì."
ONE = "Khoản 1 Điều 2: đề nghị giao Sở Y tế hoặc Sở Tài chính chủ trì."
REPORTS = "Khoản 3 Điều 2: đề nghị quy định báo cáo hằng quý thay vì 6 tháng."
BESIDE, LED = "phối hợp với Công an tỉnh", "Sở Nội vụ chủ trì"


@pytest.mark.parametrize(
    ("asked", "edits", "verdict"),
    [
        (PARTNERS, [(BESIDE, f"{BESIDE}, Sở Y tế, Sở Giáo dục và Đào tạo")], Verdict.ADDRESSED),
        (PARTNERS, [(BESIDE, f"{BESIDE}, Sở Y tế")], Verdict.PARTLY),
        (PARTNERS, [(BESIDE, f"{BESIDE}, Sở Xây dựng")], Verdict.NOT_YET),
        (LEADS, [(LED, "Sở Y tế chủ trì")], Verdict.PARTLY),
        (LEADS, [(BESIDE, f"{BESIDE}, Sở Xây dựng")], Verdict.NOT_YET),
        (ONE, [(LED, "Sở Tài chính chủ trì")], Verdict.ADDRESSED),
        (ONE, [], Verdict.NOT_YET),
        (REPORTS, [("6 tháng", "3 tháng")], Verdict.UNCLEAR),
        (REPORTS, [], Verdict.NOT_YET),
    ],
)
def test_of_what_is_named_together_each_is_looked_for(
    asked: str, edits: list[tuple[str, str]], verdict: Verdict
) -> None:
    assert evidence_on(asked, *edits).verdict is verdict
