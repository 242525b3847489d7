"""What an edit says besides what was asked for: where that may turn its sense, nothing is called done."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Verdict
from tests.redrafted import Edits, verdicts

MARKETS = """QUY ĐỊNH
Về quản lý chợ trên địa bàn tỉnh
Điều 2. Mức thu
1. Chợ hạng 1 thu 60.000 đồng/m2/tháng.
2. Hộ nghèo được giảm 30% mức thu.
3. Hộ tạm nghỉ không được giảm 20% mức thu.
4. Người nộp chậm bị phạt 5% số tiền.
Điều 3. Sở Công Thương
1. Sở Công Thương chủ trì, phối hợp với Sở Xây dựng kiểm tra chợ.
2. Báo cáo trước ngày 15 tháng 12.
3. Công khai kết quả trên cổng thông tin.
Điều 4. Cấp huyện
1. Phê duyệt nội quy chợ trong thời hạn 5 ngày.
2. Chủ đầu tư phải nộp báo cáo tác động môi trường."""

HALF = "Khoản 2 Điều 2: đề nghị sửa “30%” thành “50%”."
WEEK = "Khoản 1 Điều 4: đề nghị sửa “5” thành “7”."
PLEDGE = "Khoản 2 Điều 4: đề nghị bổ sung “cam kết giảm phát thải” vào hồ sơ chủ đầu tư phải nộp."
POOR = "Hộ nghèo được giảm 30% mức thu."


@pytest.mark.parametrize(
    ("request_", "edits"),
    [
        (HALF, ((POOR, "Hộ nghèo không được giảm 50% mức thu."),)),
        (HALF, ((POOR, "Hộ nghèo chưa được giảm 50% mức thu."),)),
        (HALF, ((POOR, "Hộ nghèo, trừ hộ mới thoát nghèo, được giảm 50% mức thu."),)),
        (HALF, ((POOR, "Hộ nghèo được giảm 50% mức thu, ngoại trừ chợ hạng 1."),)),
        (HALF, ((POOR, "Bãi bỏ quy định hộ nghèo được giảm 50% mức thu."),)),
        (HALF, ((POOR, "Hộ nghèo được giảm 50% mức thu nếu có giấy xác nhận."),)),
        (HALF, ((POOR, "Hộ nghèo được giảm tối đa 50% mức thu."),)),
        (HALF, ((POOR, "Hộ nghèo được giảm 50% tiền điện."),)),
        (HALF, ((POOR, "Hộ nghèo bị tăng 50% mức thu."),)),
        (HALF, ((POOR, "Hộ nghèo được giảm 50% mức thu; không áp dụng đối với hộ tạm trú."),)),
        ("Khoản 1 Điều 4: đề nghị sửa “5 ngày” thành “7 ngày”.", (("5 ngày", "7 ngày làm việc"),)),
        (
            "Khoản 2 Điều 4: đề nghị bổ sung “phương án phòng cháy”.",
            (("môi trường", "môi trường hoặc phương án phòng cháy"),),
        ),
        ("Khoản 3 Điều 2: đề nghị sửa “20%” thành “10%”.", (("không được giảm 20%", "được giảm 10%"),)),
        (WEEK, (("5 ngày", "7 tháng"),)),
        (WEEK, (("5 ngày", "7 giờ"),)),
        (
            "Khoản 2 Điều 3: đề nghị sửa ngày 15 tháng 12 thành ngày 20 tháng 12.",
            (("Báo cáo trước ngày 15", "Không phải báo cáo trước ngày 20"),),
        ),
        (
            PLEDGE,
            (
                (
                    "phải nộp báo cáo tác động môi trường",
                    "không phải nộp báo cáo tác động môi trường, trừ trường hợp có cam kết giảm phát thải",
                ),
            ),
        ),
        (
            "Khoản 1 Điều 2: đề nghị bổ sung mức thu “55.000 đồng/m2/tháng” đối với chợ hạng 1 ở miền núi.",
            (("/tháng.", "/tháng, riêng chợ hạng 2 thu 55.000 đồng/m2/tháng."),),
        ),
        (
            "Khoản 1 Điều 3: đề nghị thay “Sở Xây dựng” bằng “các cơ quan”.",
            (("Sở Xây dựng", "các cơ quan, trừ Sở Xây dựng,"),),
        ),
    ],
)
def test_words_that_came_with_what_turns_their_sense_are_not_called_done(
    tmp_path: Path, request_: str, edits: Edits
) -> None:
    found = verdicts(tmp_path, request_, edits, MARKETS)
    assert found and found.isdisjoint({Verdict.ADDRESSED, Verdict.PARTLY})


@pytest.mark.parametrize(
    ("request_", "edits"),
    [
        (HALF, (("30%", "50%"),)),
        (HALF, (("Hộ nghèo được giảm 30%", "Hộ nghèo và hộ cận nghèo được giảm 50%"),)),
        (HALF, (("30%", "50%"), ("bị phạt 5%", "không bị phạt 5%"))),
        ("Khoản 3 Điều 2: đề nghị sửa “20%” thành “10%”.", (("20%", "10%"),)),
        (WEEK, (("5 ngày", "7 ngày"),)),
        (WEEK, (("trong thời hạn 5 ngày", "trong 7 ngày"),)),
        (PLEDGE, (("tác động môi trường", "tác động môi trường và cam kết giảm phát thải"),)),
        (
            "Khoản 2 Điều 2: đề nghị sửa “30%” thành “50%, trừ hộ mới thoát nghèo”.",
            (("30%", "50%, trừ hộ mới thoát nghèo,"),),
        ),
        (
            "Khoản 2 Điều 2: đề nghị sửa “được giảm” thành “không được giảm”.",
            (("Hộ nghèo được giảm", "Hộ nghèo không được giảm"),),
        ),
    ],
)
def test_words_that_came_as_they_were_asked_for_are_called_done(
    tmp_path: Path, request_: str, edits: Edits
) -> None:
    assert verdicts(tmp_path, request_, edits, MARKETS) == {Verdict.ADDRESSED}
