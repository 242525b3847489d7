"""Answers that people typed, held against the newest draft: only what is surely otherwise is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.readiness import ReadinessFacts, readiness
from drafter.model import (
    CheckCode,
    CheckFinding,
    Decision,
    Disposition,
    Evidence,
    Rounds,
    Row,
    Severity,
    Verdict,
)
from drafter.wording.answers import answer_words
from drafter.wording.check import check_words
from tests.commands import workspace
from tests.made_verdicts import DRAFT, comment, edited, typed

AT = "2021-03-01T08:00:00+07:00"
NEWEST = edited(
    DRAFT,
    [("đạt 60%", "đạt 90%"), ("trong năm 2022", "trong năm 2023"), ("6 tháng.", "6 tháng và hằng năm.")],
)
ROUNDS = Rounds((typed(DRAFT), typed(NEWEST, 2)), align)
TAKEN, EXPLAINED = Disposition.ACCEPTED, Disposition.EXPLAINED


def found(
    answer: str,
    *clauses: str,
    disposition: Disposition = TAKEN,
    where: str = "",
    rounds: Rounds = ROUNDS,
) -> list[CheckFinding]:
    """What is found of an answer to a comment about clauses of the newest draft, by their locators."""
    said = replace(comment("Đề nghị sửa."), key="a")
    by_locator = {clause.locator: clause.id for clause in rounds.newest.clauses}
    ids = tuple(by_locator[each] for each in clauses)
    decided = Decision(disposition, response=answer, where=where, decided_by="A", decided_at=AT)
    facts = ReadinessFacts(
        rounds=rounds, today=None,  # type: ignore[arg-type]
        rows=[Row(1, None, "", (), (said.agency,), (said.id,), said.text, "1")],
        comments={said.id: said},
        decisions={"a": decided},
        evidence=[Evidence(said.id, "2", Verdict.ADDRESSED, clauses=ids)],
    )  # fmt: skip
    return [each for each in readiness(facts) if each.code is CheckCode.UNTRUE]


RATE, TASK, REPORTS = "điểm a, khoản 3, Điều 1", "khoản 1, Điều 2", "khoản 3, Điều 2"


@pytest.mark.parametrize(
    ("answer", "place", "said", "has"),
    [
        ("Tiếp thu, đã nâng chỉ tiêu từ 60% lên 95%.", RATE, "95%", ("90%", "30%")),
        ("Tiếp thu, đã sửa “60%” thành “95%”.", RATE, "95%", ("90%", "30%")),
        ("Tiếp thu. Tỷ lệ trong dự thảo là 95 %.", RATE, "95 %", ("90%", "30%")),
        ("Tiếp thu, bổ sung cụm từ “và hằng quý”.", REPORTS, "và hằng quý", ()),
        ("Tiếp thu, sửa “6 tháng” thành “hằng quý”.", REPORTS, "hằng quý", ()),
        ("Tiếp thu, chỉnh sửa như sau: “Báo cáo hằng quý”.", REPORTS, "Báo cáo hằng quý", ()),
        ("Tiếp thu, đã thay cụm từ “6 tháng” bằng cụm từ “hằng quý”.", REPORTS, "hằng quý", ()),
        ("Theo đề nghị của Sở Y tế, đã nâng lên 95%.", RATE, "95%", ("90%", "30%")),
        ("Tiếp thu, bỏ cụm từ “theo quy định”.", REPORTS, "theo quy định", ("theo quy định",)),
        ("Tiếp thu, đã lùi thời hạn từ năm 2022 sang năm 2024.", TASK, "2024", ("2023",)),
        ("Tiếp thu, thời hạn hoàn thành là quý II/2024.", TASK, "2024-Q2", ("2023",)),
        (
            "Tiếp thu, đã nâng lên 90 doanh nghiệp tại điểm a khoản 3 Điều 1.",
            RATE,
            "90 doanh nghiệp",
            ("90%",),
        ),
        ("Tiếp thu, đã sửa thành 120 doanh nghiệp tại khoản 2 Điều 1.", RATE, "120 doanh nghiệp", ()),
        ("Tiếp thu, đã sửa tại Điều 99.", RATE, "Điều 99", ()),
        (
            "Tiếp thu một phần: đã bổ sung “hằng quý”; không bổ sung “A” vì trùng.",
            REPORTS,
            "hằng quý",
            (),
        ),
    ],
)
def test_what_an_answer_says_and_the_draft_does_not_have_is_told_with_both(
    answer: str, place: str, said: str, has: tuple[str, ...]
) -> None:
    (finding,) = found(answer, place)
    assert (finding.facts["said"], finding.facts["has"]) == (said, has)
    assert finding.severity is Severity.ERROR


def test_an_explanation_is_held_against_the_draft_where_it_speaks_of_it() -> None:
    (finding,) = found("Giải trình: dự thảo đã quy định tỷ lệ đạt 95%.", RATE, disposition=EXPLAINED)
    words = check_words(finding, ROUNDS.drafts, "vi")
    assert "“95%”" in words and "90%" in words and "Điểm a khoản 3 Điều 1" in words


@pytest.mark.parametrize(
    ("answer", "said", "has"),
    [
        ("Giải trình: giữ nguyên “95%” để bảo đảm tính khả thi.", "95%", ("90%", "30%")),
        ("Giải trình: giữ nguyên “90” như dự thảo.", "90", None),
        ("Giữ nguyên “300”.", "300", ()),
        ("Không tiếp thu, vẫn giữ mức 95% như dự thảo.", "95%", ("90%", "30%")),
        ("Giải trình: đề nghị của Sở A chưa phù hợp, giữ nguyên cụm từ “báo cáo hằng quý”.",
         "báo cáo hằng quý", ()),
    ],
)  # fmt: skip
def test_what_is_said_to_be_kept_is_held_against_the_draft(
    answer: str, said: str, has: tuple[str, ...] | None
) -> None:
    findings = [
        (each.facts["said"], each.facts["has"]) for each in found(answer, RATE, disposition=EXPLAINED)
    ]
    assert findings == ([] if has is None else [(said, has)])


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("Tiếp thu, đã nâng chỉ tiêu từ 60% lên 90%.", RATE),
        ("Tiếp thu, sửa “60%” thành “90%” tại điểm a khoản 3 Điều 1 (dự thảo lần 2).", RATE),
        ("Tiếp thu, đã sửa thành “tỷ lệ hồ sơ trực tuyến đạt 90%”.", RATE),
        ("Tiếp thu, đã bổ sung “và hằng năm” sau “định kỳ 6 tháng”.", REPORTS),
        ("Tiếp thu, bổ sung “Các cơ quan … và hằng năm”.", REPORTS),
        ("Tiếp thu, đã lùi thời hạn từ năm 2022 sang năm 2023 theo Công văn số 12 ngày 5/3/2020.", TASK),
        ("Không tiếp thu đề nghị nâng lên 95%, giữ 90% vì chưa đủ nguồn lực.", RATE),
        ("Tiếp thu một phần: đã nâng lên 90%, chưa nâng lên 95% như đề nghị.", RATE),
        ("Tiếp thu ý kiến đề nghị bổ sung “và hằng quý”, đã sửa tại khoản 3 Điều 2.", REPORTS),
        ("Tiếp thu, không bổ sung “và hằng quý” vì trùng.", REPORTS),
        ("Tiếp thu, thay cho quy định cũ “hoàn toàn khác”.", REPORTS),
        ("Tiếp thu, sẽ bổ sung “và hằng quý” ở dự thảo sau.", REPORTS),
        ("Tiếp thu, đã nâng lên 95% (dự thảo lần 1).", RATE),
        ("Tiếp thu, bỏ cụm từ “trong năm 2022”.", TASK),
        ("Tiếp thu theo quy định tại Nghị định số 47/2020/NĐ-CP (tỷ lệ 75%).", RATE),
        ("Tiếp thu, đã sửa khoản 3 Điều 1 và 02 nội dung khác.", RATE),
        ("Tiếp thu, đã sửa thành 120 doanh nghiệp tại điểm b khoản 3 Điều 1.", RATE),
        ("Tiếp thu, đã bổ sung “và hằng quý” vào Tờ trình.", REPORTS),
        ("Tiếp thu, đã bổ sung “và hằng quý” trong kế hoạch triển khai.", REPORTS),
        ("Giải trình: giữ nguyên “90%” như dự thảo.", RATE),
        ("Giải trình: giữ nguyên chỉ tiêu 90% vì chưa đủ nguồn lực.", RATE),
        ("Giải trình: Sở A đề nghị giữ nguyên “95%”.", RATE),
        ("Giải trình: nếu giữ nguyên “95%” thì không khả thi.", RATE),
        ("Giải trình: giữ nguyên “95%” là không khả thi.", RATE),
        ("Tiếp thu, không giữ nguyên “95%”.", RATE),
        ("Ghi nhận.", RATE),
        ("Tiếp thu, [nội dung] đã sửa “[…]”.", RATE),
        ("Tiếp thu, đã bổ sung tại khoản 3 Điều 2, nâng lên 90%.", RATE),
        ("Tiếp thu, đã bỏ nội dung theo khoản 9 Điều 99.", RATE),
    ],
)
def test_answers_that_are_true_or_say_nothing_of_the_draft_are_left_alone(answer: str, place: str) -> None:
    assert found(answer, place) == []


def test_a_place_beside_an_answer_is_held_against_the_drafts() -> None:
    (none,) = found("Tiếp thu.", RATE, where="Điều 99")
    assert (none.facts["said"], "Điều 99" in check_words(none, ROUNDS.drafts, "vi")) == ("Điều 99", True)
    (other,) = found("Tiếp thu, đã nâng lên 90%.", RATE, where="khoản 3 Điều 2")
    assert "khoản 3 Điều 2" in check_words(other, ROUNDS.drafts, "vi").lower().replace("điều", "Điều")
    assert found("Tiếp thu, đã nâng lên 90%.", RATE, where="điểm a khoản 3 Điều 1") == []


@pytest.mark.parametrize(
    ("answer", "untrue"),
    [
        ("Dự thảo đã quy định mức tối đa 3 triệu đồng.", True),
        ("Dự thảo đã quy định mức tối thiểu 5 triệu đồng.", True),
        ("Dự thảo đã quy định mức tối đa 5 triệu đồng.", False),
        ("Dự thảo đã quy định mức tối thiểu 3 triệu đồng.", False),
    ],
)
def test_the_most_is_not_the_least_of_a_range(answer: str, untrue: bool) -> None:
    fined = DRAFT.replace("Xử lý vi phạm theo quy định", "Phạt từ 3 triệu đồng đến 5 triệu đồng")
    rounds = Rounds((typed(fined), typed(fined, 2)), align)
    assert bool(found(answer, REPORTS, disposition=EXPLAINED, rounds=rounds)) is untrue


@pytest.mark.slow
def test_no_proposal_of_the_sample_is_untrue_of_its_newest_draft() -> None:
    from drafter.jobs.board import board

    made = board(workspace())
    assert made.table is not None
    decisions = {
        key: Decision(
            row.answer.proposes, response=answer_words(row.answer, "vi"), decided_by="A", decided_at=AT
        )
        for row in made.table.rows
        if row.answer is not None
        for key in row.keys
    }
    facts = ReadinessFacts(
        rounds=made.workspace.rounds,
        today=None,  # type: ignore[arg-type]
        rows=made.table.rows,
        comments=made.comments,
        decisions=decisions,
        evidence=tuple(each for about in made.evidence.values() for each in about),
    )
    assert [each.facts for each in readiness(facts) if each.code is CheckCode.UNTRUE] == []
