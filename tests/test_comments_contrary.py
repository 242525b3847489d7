"""Comments against a change: what an agency does not want is never done for it."""

from __future__ import annotations

import pytest

from drafter.analyses.comments.reading import comment_of
from drafter.model import Comment, Position, Verdict
from tests.test_evidence_rules import OTHER, drafts, judged

BEFORE = "Xây dựng trung tâm dữ liệu, hoàn thành trong năm 2021; Sở Nội vụ phối hợp thực hiện."
AFTER = "Xây dựng trung tâm dữ liệu, hoàn thành trong năm 2022; hợp tác xã, Sở Nội vụ phối hợp thực hiện."


def comment(text: str) -> Comment:
    return comment_of(
        id="a.txt#1", agency="Sở Y tế", dated=None, draft="1", path="a.txt", position=Position(), text=text
    )


def verdict_on(said: Comment) -> Verdict:
    (found,) = judged(drafts([BEFORE, OTHER], [AFTER, OTHER]), said, "III.1")
    return found.verdict


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị không sửa “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị không bổ sung “hợp tác xã”.",
        "Không nhất trí việc bổ sung “hợp tác xã”.",
        "Không đồng ý thay “trong năm 2021” bằng “trong năm 2022”.",
        "Sở Y tế phản đối việc sửa “trong năm 2021” thành “trong năm 2022”.",
        "Chưa nên sửa “trong năm 2021” thành “trong năm 2022”.",
        "Không cần thiết bổ sung “hợp tác xã”.",
        "Cần hạn chế bổ sung “hợp tác xã” vì trùng nội dung.",
        "Việc sửa “trong năm 2021” thành “trong năm 2022” là không phù hợp.",
        "Đề nghị xem xét lại việc sửa “trong năm 2021” thành “trong năm 2022”.",
        "Sở Y tế đã đề nghị bổ sung “hợp tác xã” nhưng nay xin rút ý kiến này.",
        "Nếu Bộ Xây dựng đồng ý thì đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
    ],
)
def test_a_change_that_the_agency_is_against_is_not_done_for_it(text: str) -> None:
    said = comment(text)
    assert said.operation is None and any(ask.contrary for ask in said.asks)
    assert verdict_on(said) not in (Verdict.ADDRESSED, Verdict.PARTLY, Verdict.ALREADY)


@pytest.mark.parametrize(
    "text",
    [
        "Không thống nhất với nội dung này, đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
        "Thời hạn này không phù hợp, đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
        "Nếu để như dự thảo thì khó thực hiện, đề nghị sửa “trong năm 2021” thành “trong năm 2022”.",
        "Đề nghị bổ sung “hợp tác xã” để không bỏ sót đối tượng.",
    ],
)
def test_a_fault_found_before_a_request_does_not_turn_it_round(text: str) -> None:
    said = comment(text)
    assert said.operation is not None and not any(ask.contrary for ask in said.asks)
    assert verdict_on(said) is Verdict.ADDRESSED
