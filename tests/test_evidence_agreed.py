"""Agreement to a change asks for it, whoever wished for it first; what is to go may stand before the verb."""

from __future__ import annotations

import pytest

from drafter.analyses.comments.reading import stance_of
from drafter.model import Op, Stance, Verdict
from tests.made_verdicts import comment, evidence_on

POINT = "b) Số doanh nghiệp công nghệ số đạt 120 doanh nghiệp.\nc) Tổ chức"
GONE, OTHER = (POINT, "b) Tổ chức"), ("120 doanh nghiệp", "150 doanh nghiệp")
DROPS = [
    "Nhất trí bỏ điểm b khoản 3 Điều 1.",
    "Thống nhất đề nghị bỏ điểm b khoản 3 Điều 1.",
    "Nhất trí chủ trương bãi bỏ điểm b khoản 3 Điều 1.",
    "Nhất trí với ý kiến của Sở Tài chính về bỏ điểm b khoản 3 Điều 1.",
    "Đồng tình với ông A về việc bỏ điểm b khoản 3 Điều 1.",
    "Về điểm b khoản 3 Điều 1, Sở nhất trí lược bỏ.",
    "Điểm b khoản 3 Điều 1: đề nghị bỏ.",
    "Điểm b khoản 3 Điều 1 đề nghị xem xét bỏ vì trùng khoản 2.",
    "Đề nghị bỏ điểm b khoản 3 Điều 1 do đã quy định tại khoản 2.",
]


@pytest.mark.parametrize("asked", DROPS)
def test_what_is_agreed_to_is_asked_for_and_counted(asked: str) -> None:
    assert comment(asked).asks[0].op is Op.DELETE
    assert evidence_on(asked, GONE).verdict is Verdict.ADDRESSED
    assert evidence_on(asked, OTHER).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    "asked",
    [
        "Không nhất trí bỏ điểm b khoản 3 Điều 1.",
        "Chưa thống nhất với Sở Tài chính về việc bỏ điểm b khoản 3 Điều 1.",
        "Không đồng tình với ông A về việc bỏ điểm b khoản 3 Điều 1.",
        "Điểm b khoản 3 Điều 1: đề nghị không bỏ.",
        "Nhất trí với ý kiến của Sở Tài chính về điểm b khoản 3 Điều 1.",
    ],
)
def test_who_refuses_it_or_says_no_more_than_with_whom_asks_for_no_deletion(asked: str) -> None:
    assert Op.DELETE not in {ask.op for ask in comment(asked).asks}
    assert evidence_on(asked, GONE).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Nhất trí với ông Nguyễn Văn A.", Stance.REQUEST),
        ("Đồng tình với ý kiến của đồng chí B.", Stance.REQUEST),
        ("Thống nhất với đại diện các đơn vị.", Stance.AGREEMENT),
        ("Nhất trí bỏ khoản 3 như dự thảo.", Stance.AGREEMENT),
    ],
)
def test_agreement_with_a_person_is_that_persons_wish(said: str, stance: Stance) -> None:
    assert stance_of(said) is stance
