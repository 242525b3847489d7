"""A comment that is against one thing and asks for another: where these stand apart each is judged."""

from __future__ import annotations

import pytest

from drafter.model import Op, Verdict
from tests.made_verdicts import comment, evidence_on

WHERE = "Tại khoản 3 Điều 2,"
ASKED, REFUSED = ("6 tháng", "6 tháng, hằng quý"), ("6 tháng", "6 tháng và hằng năm")
BOTH = ("6 tháng", "6 tháng, hằng quý và hằng năm")
OTHERWISE = ("6 tháng", "6 tháng, hằng quý, tổng kết hằng năm một lần")
WISH = "đề nghị bổ sung “hằng quý” sau “6 tháng”"
APART = [
    f"{WHERE} không đồng ý bổ sung “và hằng năm”. Đ{WISH[1:]}.",
    f"{WHERE} không nhất trí việc bổ sung “và hằng năm”; {WISH}.",
    f"{WHERE} không đồng ý bổ sung “và hằng năm”, {WISH}.",
    f"{WHERE} {WISH}. Đề nghị không bổ sung “và hằng năm”.",
    f"{WHERE} việc bổ sung “và hằng năm” là không phù hợp. Đ{WISH[1:]}.",
]


@pytest.mark.parametrize("text", APART)
def test_what_is_asked_for_apart_from_an_objection_is_its_own(text: str) -> None:
    asked = comment(text)
    assert asked.operation is not None
    assert (asked.operation.op, asked.operation.new) == (Op.ADD, "hằng quý")
    assert [ask.unwanted for ask in asked.asks if ask.contrary] == ["và hằng năm"]


@pytest.mark.parametrize("text", APART)
@pytest.mark.parametrize(
    ("edit", "verdict"),
    [(ASKED, Verdict.ADDRESSED), (BOTH, Verdict.PARTLY), (OTHERWISE, Verdict.PARTLY)],
)
def test_it_is_done_only_where_what_is_objected_to_did_not_come(
    text: str, edit: tuple[str, str], verdict: Verdict
) -> None:
    assert evidence_on(text, edit).verdict is verdict


@pytest.mark.parametrize("text", APART)
def test_what_was_objected_to_is_never_done_for_it(text: str) -> None:
    assert evidence_on(text, REFUSED).verdict in {Verdict.UNCLEAR, Verdict.NOT_YET}
    assert evidence_on(text).verdict is Verdict.NOT_YET


def test_words_that_were_to_stay_and_went_are_not_done() -> None:
    text = f"{WHERE} {WISH}. Không đồng ý bỏ cụm từ “theo quy định”."
    assert evidence_on(text, ASKED).verdict is Verdict.ADDRESSED
    assert evidence_on(text, ASKED, (" theo quy định", "")).verdict is Verdict.PARTLY


@pytest.mark.parametrize(
    "text",
    [
        f"{WHERE} Sở Tài chính đề nghị bổ sung “hằng quý”; Sở Y tế đề nghị không bổ sung.",
        f"{WHERE} có ý kiến đề nghị bổ sung “hằng quý”. Sở Y tế không đồng ý bổ sung “hằng quý”.",
        f"{WHERE} đề nghị bổ sung “hằng quý”. Không đồng ý bổ sung nội dung này.",
    ],
)
def test_where_one_may_be_what_the_other_is_against_all_is_left_to_a_person(text: str) -> None:
    assert evidence_on(text, ASKED).verdict is Verdict.UNCLEAR
