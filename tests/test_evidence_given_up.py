"""What came as it was asked for is not called done where what was to stay beside it went."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import evidence_on

DRAFT = """NGHỊ QUYẾT
Quy định chính sách hỗ trợ trên địa bàn tỉnh
Điều 1. Kinh phí
1. Sở Tài chính bố trí kinh phí; Kho bạc Nhà nước tỉnh kiểm soát chi.
2. Hỗ trợ 50% chi phí, tối đa 30 triệu đồng cho mỗi hộ.
3. Báo cáo kết quả trước ngày 30 tháng 9 hằng năm.
4. Ủy ban nhân dân cấp xã công bố danh sách trước 7 ngày tại trụ sở.
5. Mỗi xã bố trí 01 cán bộ chuyên trách làm công tác giảm nghèo.
6. Hội đồng họp 02 lần một năm để xem xét hồ sơ.
7. Thời hạn thẩm định 20 ngày.
8. Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ thẩm định hồ sơ.
9. Ủy ban nhân dân huyện phối hợp kiểm tra việc thực hiện chính sách.
10. Sở Y tế cung cấp số liệu cho Sở Nội vụ định kỳ hằng quý.
11. Giao Ủy ban nhân dân cấp huyện kiểm tra, đôn đốc việc thực hiện.
12. Ủy ban nhân dân huyện Di Linh lập quy hoạch chi tiết.
"""

BUDGET = "Khoản 1 Điều 1: đề nghị giao Sở Tài chính bố trí kinh phí."
SHARE = "Khoản 2 Điều 1: đề nghị hỗ trợ 60% chi phí, tối đa 30 triệu đồng cho mỗi hộ."
DAY = "Khoản 3 Điều 1: đề nghị báo cáo trước ngày 15 tháng 9 hằng năm."
LIST = "Khoản 4 Điều 1: đề nghị công bố danh sách trước 10 ngày."
STAFF = "Khoản 5 Điều 1: đề nghị mỗi xã bố trí 02 cán bộ chuyên trách."
MEETINGS = "Khoản 6 Điều 1: đề nghị quy định Hội đồng họp 06 lần một năm."
STAYS = "Khoản 7 Điều 1: đề nghị giữ nguyên thời hạn thẩm định “20 ngày”."
LEAD = "Khoản 8 Điều 1: đề nghị giao Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ thẩm định hồ sơ."
CHECKS = "Khoản 9 Điều 1: đề nghị giao Ủy ban nhân dân huyện chủ trì kiểm tra việc thực hiện chính sách."
FIGURES = "Khoản 10 Điều 1: đề nghị giao Sở Y tế cung cấp số liệu cho Sở Nội vụ."
DISTRICTS = "Khoản 11 Điều 1: đề nghị giữ nguyên giao Ủy ban nhân dân cấp huyện kiểm tra, đôn đốc."
LAND = "Khoản 12 Điều 1: đề nghị bổ sung trách nhiệm giải phóng mặt bằng của Ủy ban nhân dân huyện Di Linh."
SWAPPED = (
    "Sở Tài chính bố trí kinh phí; Kho bạc Nhà nước tỉnh kiểm soát",
    "Kho bạc Nhà nước tỉnh bố trí kinh phí; Sở Tài chính kiểm soát",
)


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        (BUDGET, SWAPPED),
        (SHARE, ("50% chi phí, tối đa 30", "60% chi phí, tối đa 20")),
        (DAY, ("30 tháng 9", "15 tháng 10")),
        (LIST, ("trước 7 ngày", "sau 10 ngày")),
        (STAFF, ("01 cán bộ chuyên trách", "02 cán bộ kiêm nhiệm")),
        (MEETINGS, ("02 lần một năm", "06 tháng một lần")),
        (STAYS, ("thẩm định 20 ngày", "thẩm định 15 ngày; thời hạn bổ sung hồ sơ 20 ngày")),
        (
            LEAD,
            ("Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ", "Sở Nội vụ chủ trì, phối hợp với Sở Xây dựng"),
        ),
        (FIGURES, ("Sở Y tế cung cấp số liệu cho Sở Nội vụ", "Sở Nội vụ cung cấp số liệu cho Sở Y tế")),
        (DISTRICTS, ("cấp huyện", "cấp xã")),
        (LAND, ("chi tiết.", "chi tiết; Ủy ban nhân dân huyện Đam Rông giải phóng mặt bằng.")),
    ],
)
def test_what_came_beside_what_went_is_for_a_person(request_: str, edit: tuple[str, str]) -> None:
    assert evidence_on(request_, edit, of=DRAFT).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        (SHARE, ("50% chi phí", "60% chi phí")),
        (DAY, ("30 tháng 9", "15 tháng 9")),
        (LIST, ("trước 7 ngày", "trước 10 ngày")),
        (STAFF, ("01 cán bộ", "02 cán bộ")),
        (MEETINGS, ("02 lần", "06 lần")),
        (STAYS, ("thẩm định 20 ngày.", "thẩm định 20 ngày; bổ sung hồ sơ 10 ngày.")),
    ],
)
def test_what_came_with_all_that_was_to_stay_is_done(request_: str, edit: tuple[str, str]) -> None:
    assert evidence_on(request_, edit, of=DRAFT).verdict is Verdict.ADDRESSED


def test_who_is_to_lead_and_goes_with_others_does_not_lead() -> None:
    edit = ("phối hợp kiểm tra", "phối hợp kiểm tra, giám sát")
    assert evidence_on(CHECKS, edit, of=DRAFT).verdict is Verdict.NOT_YET
