"""Findings, reasons and answers: facts become sentences in the language asked for."""

import pytest

from drafter.model import Answer, Finding, Manner, Measured, Reason, Severity, Verdict
from drafter.wording.answers import answer_words
from drafter.wording.findings import finding_words
from drafter.wording.reasons import detail


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("vi", "Chỉ tiêu “PCI” ghi hạng ≤ 20, trong khi tại mục II ghi ≥ 7% GRDP; tăng 5%."),
        ("en", "The target “PCI” says rank ≤ 20 where mục II says ≥ 7% GRDP; up 5%."),
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
            "dẫn chiếu “điểm b khoản 1”",
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


PLACES = ("điểm a, mục III",)


@pytest.mark.parametrize(
    ("answer", "vi"),
    [
        (
            Answer(Verdict.ADDRESSED, 3, "", PLACES, edits=(("5 ngày", "7 ngày"),)),
            "Tiếp thu, chỉnh sửa tại điểm a, mục III, dự thảo lần 3: sửa “5 ngày” thành “7 ngày”.",
        ),
        (
            Answer(Verdict.PARTLY, 2, "", counted=(Measured("words", 5150, 4464, "words"),)),
            "Tiếp thu một phần, chỉnh sửa tại dự thảo lần 2: toàn văn: 5.150 → 4.464 từ.",
        ),
        (
            Answer(Verdict.ADDRESSED, 3, "", commented="Điểm c, mục II", gone=True),
            "Tiếp thu, bỏ nội dung tại điểm c, mục II; xem dự thảo lần 3.",
        ),
        (
            Answer(Verdict.ALREADY, 3, "", PLACES),
            "Nội dung này đã có tại điểm a, mục III, dự thảo lần 3.",
        ),
        (Answer(Verdict.NOT_YET, 3, "", PLACES, edits=(("5 ngày", "7 ngày"),)), ""),
    ],
)
def test_an_answer_says_what_was_done_and_where(answer: Answer, vi: str) -> None:
    assert answer_words(answer, "vi") == vi


def test_edits_too_many_to_be_read_in_a_cell_are_not_told() -> None:
    edits = tuple((f"{n} ngày", f"{n + 1} ngày") for n in range(5))
    told = answer_words(Answer(Verdict.ADDRESSED, 3, "", PLACES, edits=edits), "vi")
    assert told == "Tiếp thu, chỉnh sửa tại điểm a, mục III, dự thảo lần 3."
