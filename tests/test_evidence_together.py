"""What is named together, agencies or pairs of words: each is looked for by itself."""

from __future__ import annotations

import pytest

from drafter.model import Op, Verdict
from tests.made_verdicts import comment, evidence_on

PARTNERS = "Khoản 1 Điều 2: bổ sung Sở Y tế, Sở Giáo dục và Đào tạo phối hợp."
LEADS = "Khoản 1 Điều 2: đề nghị giao Sở Y tế và Sở Tài chính chủ trì."
ONE = "Khoản 1 Điều 2: đề nghị giao Sở Y tế hoặc Sở Tài chính chủ trì."
REPORTS = "Khoản 3 Điều 2: đề nghị quy định báo cáo hằng quý thay vì 6 tháng."
BESIDE, LED = "phối hợp với Công an tỉnh", "Sở Nội vụ chủ trì"
PAIRS = "Khoản 1 Điều 2: “năm 2022” sửa thành “năm 2023”, “Công an tỉnh” sửa thành “Sở Y tế”."
HALFWAY = "Khoản 1 Điều 2: đề nghị bổ sung sơ kết giữa kỳ năm 2021."


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
        (PAIRS, [("năm 2022", "năm 2023"), ("Công an tỉnh", "Sở Y tế")], Verdict.ADDRESSED),
        (PAIRS, [("năm 2022", "năm 2023")], Verdict.PARTLY),
        (HALFWAY, [("hoàn thành trong năm 2022", "hoàn thành trong năm 2021")], Verdict.NOT_YET),
        (HALFWAY, [("cán bộ;", "cán bộ, sơ kết giữa kỳ năm 2021;")], Verdict.ADDRESSED),
        (REPORTS, [("6 tháng", "3 tháng")], Verdict.UNCLEAR),
        (REPORTS, [], Verdict.NOT_YET),
    ],
)
def test_of_what_is_named_together_each_is_looked_for(
    asked: str, edits: list[tuple[str, str]], verdict: Verdict
) -> None:
    assert evidence_on(asked, *edits).verdict is verdict


@pytest.mark.parametrize(
    "said",
    ["“A” sửa thành “B”, “C” sửa thành “D”.", "“A” → “B”; “C” → “D”.", "Sửa “A” thành “B” và “C” thành “D”."],
)
def test_each_of_several_pairs_is_read_with_its_own_words(said: str) -> None:
    found = [(ask.op, ask.old, ask.new) for ask in comment(said).asks]
    assert found == [(Op.REPLACE, "A", "B"), (Op.REPLACE, "C", "D")]
