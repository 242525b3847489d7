"""Agreement but for something, or on a condition, is no agreement: it is a comment that a person answers."""

from __future__ import annotations

import pytest

from drafter.analyses.comments.reading import stance_of
from drafter.analyses.comments.sentences import agrees
from drafter.model import Stance


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tài chính chưa thể thống nhất với dự thảo.",
        "Nhất trí với dự thảo, trừ nội dung kinh phí tại khoản 3 mục III.",
        "Nhất trí với dự thảo, ngoại trừ khoản 3 mục III.",
        "Không có ý kiến khác (trừ khoản 3 mục III).",
        "Thống nhất với dự thảo nếu kinh phí không vượt 40 tỷ đồng.",
        "Thống nhất với dự thảo, với điều kiện bỏ điểm c khoản 1 mục III.",
        "Nhất trí với dự thảo sau khi chỉnh sửa thời hạn tại điểm a khoản 1 mục III.",
        "Không có ý kiến khác ngoài việc rà soát thể thức.",
    ],
)
def test_reserved_agreement_is_none(text: str) -> None:
    assert not agrees(text) and stance_of(text) is not Stance.AGREEMENT


@pytest.mark.parametrize(
    "text",
    [
        "Thống nhất cao với nội dung dự thảo.",
        "Nhất trí, không có ý kiến gì khác.",
        "Không có ý kiến gì thêm.",
    ],
)
def test_agreement_is_agreement(text: str) -> None:
    assert agrees(text) and stance_of(text) is Stance.AGREEMENT
