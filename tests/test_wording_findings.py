"""Findings, reasons and answers: facts become sentences in the language asked for."""

import pytest

from drafter.model import Finding, Manner, Reason, Severity
from drafter.wording.findings import finding_words
from drafter.wording.reasons import detail


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("vi", "Chỉ tiêu “PCI” ghi từ hạng 20 trở lên, trong khi tại mục II ghi ≥ 7% GRDP; tăng 5%."),
        ("en", "The target “PCI” says rank 20 or better where mục II says ≥ 7% GRDP; up 5%."),
    ],
)
def test_measures_in_a_finding_have_signs_in_place_of_codes(lang: str, told: str) -> None:
    facts = {"indicator": "PCI", "place": "mục II", "value": "rank<= 20"}
    facts["first_value"] = ">= 7% GRDP; increase 5%"
    assert finding_words(Finding("contradiction", Severity.ERROR, "II", facts), lang) == told


@pytest.mark.parametrize(
    ("reason", "vi", "en"),
    [
        (
            Reason("reference", ("điểm b khoản 1",)),
            "đến “điểm b khoản 1”",
            "cites “điểm b khoản 1”",
        ),
        (
            Reason("quote", ("cáp quang",), Manner.NEAR, 91),
            "có đoạn gần giống “cáp quang” (91%)",
            "holds words like “cáp quang” (91%)",
        ),
        (
            Reason("text", ("cáp quang", "băng rộng")),
            "trùng từ ngữ: cáp quang, băng rộng",
            "shares the words: “cáp quang, băng rộng”",
        ),
    ],
)
def test_a_reason_is_told_in_the_language_asked_for(reason: Reason, vi: str, en: str) -> None:
    assert (detail(reason, "vi"), detail(reason, "en")) == (vi, en)
