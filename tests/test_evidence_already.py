"""A draft has already what is asked for only where its words stand there in their order."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import evidence_on

RULES = """QUY ĐỊNH
Quy định tuyển dụng trên địa bàn tỉnh
Điều 1. Phụ cấp
Người hướng dẫn tập sự được hưởng phụ cấp hằng tháng bằng 0,3 mức lương cơ sở.
Điều 2. Hồ sơ
Hồ sơ gồm đơn, sơ yếu lý lịch, giấy khám sức khỏe.
Điều 3. Nơi cấp
Trung tâm Y tế huyện cấp giấy khám sức khỏe.
Điều 4. Báo cáo
Báo cáo được gửi trước ngày 15 tháng 12 hằng năm.
Điều 5. Hỗ trợ
Học sinh nghèo được hỗ trợ tiền ăn trưa.
Điều 6. Mức hỗ trợ
Hỗ trợ 2 lần, mỗi lần 5 triệu đồng.
Điều 7. Làm việc
Người tập sự không được bố trí làm việc ngoài giờ hành chính.
Điều 8. Khác
Sở Nội vụ kiểm tra.
"""
ELSEWHERE = ("kiểm tra", "thanh tra")


@pytest.mark.parametrize(
    "asked",
    [
        "Tại Điều 1, đề nghị tăng phụ cấp cho người hướng dẫn tập sự.",
        "Tại Điều 2, đề nghị quy định hồ sơ chỉ gồm đơn, giấy khám sức khỏe.",
        "Tại Điều 3, đề nghị quy định Trung tâm Y tế xã cấp giấy khám sức khỏe.",
        "Tại Điều 2, đề nghị bổ sung hồ sơ gồm đơn, sơ yếu lý lịch, giấy khai sinh.",
        "Tại Điều 5, đề nghị bổ sung học sinh giỏi được hỗ trợ tiền ăn trưa.",
        "Tại Điều 4, đề nghị quy định báo cáo được gửi sau ngày 15 tháng 12 hằng năm.",
        "Tại Điều 5, đề nghị bổ sung hỗ trợ tiền ăn trưa cho học sinh.",
        "Tại Điều 6, đề nghị hỗ trợ 5 lần, mỗi lần 5 triệu đồng.",
        "Tại Điều 7, đề nghị quy định người tập sự được bố trí làm việc ngoài giờ hành chính.",
    ],
)
def test_a_bag_of_the_words_asked_for_is_not_already_there(asked: str) -> None:
    assert evidence_on(asked, ELSEWHERE, of=RULES).verdict in {Verdict.UNCLEAR, Verdict.NOT_YET}


@pytest.mark.parametrize(
    "asked",
    [
        "Tại Điều 3, đề nghị quy định Trung tâm Y tế huyện cấp giấy khám sức khỏe.",
        "Tại Điều 4, đề nghị quy định báo cáo được gửi trước ngày 15 tháng 12 hằng năm.",
    ],
)
def test_the_words_in_their_order_are(asked: str) -> None:
    assert evidence_on(asked, ELSEWHERE, of=RULES).verdict is Verdict.ALREADY
