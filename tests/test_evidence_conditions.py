"""Conditions, exceptions, halves: what holds for some cases only or came another way is not called done."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import evidence_on

RULES = """QUY ĐỊNH
Quy định quản lý dự án trên địa bàn tỉnh
Điều 1. Gia hạn
Dự án được gia hạn 12 tháng.
Điều 2. Tiến độ
Hoàn thành trong năm 2024.
Điều 3. Lấy ý kiến
Dự án phải lấy ý kiến cộng đồng.
Điều 4. Áp dụng
Áp dụng từ ngày 01/7/2021 đến ngày 31/12/2021.
Điều 5. Ban Chỉ đạo
Thành viên gồm Sở Y tế.
Điều 6. Khai thác
Cấm khai thác cát trên sông La.
Điều 7. Tham gia
Doanh nghiệp tự nguyện tham gia.
Điều 8. Mức thu
Phí vệ sinh thu theo hộ.
"""
HELD = ("12 tháng", "24 tháng")
ASKED_FRONT = ("ý kiến cộng đồng", "ý kiến cộng đồng và Mặt trận Tổ quốc")
LONGER = "Tại Điều 1, đề nghị cho phép gia hạn 24 tháng."
LATER = "Tại Điều 2, đề nghị sửa năm 2024 thành năm 2025."
UNTIL = "Tại Điều 4, đề nghị áp dụng đến ngày 01/10/2021."
DEPUTY = "Tại Điều 5, đề nghị thêm Sở Lao động làm Phó Trưởng ban."
RIVER = "Tại Điều 6, đề nghị bổ sung sông Lam vào khu vực cấm khai thác."


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        (LONGER, ("12 tháng", "24 tháng nếu được Bộ Xây dựng chấp thuận")),
        (LATER, ("Hoàn thành trong năm 2024", "Phấn đấu cơ bản hoàn thành trong năm 2025")),
        ("Tại Điều 3, trường hợp dự án nhóm A thì bổ sung lấy ý kiến Mặt trận Tổ quốc.", ASKED_FRONT),
        ("Tại Điều 3, trường hợp dự án nhóm A, đề nghị bổ sung lấy ý kiến Mặt trận Tổ quốc.", ASKED_FRONT),
        (
            "Bỏ Điều 6, nếu Bộ Nội vụ chưa có hướng dẫn thì giữ.",
            (RULES[RULES.index("Điều 6") : RULES.index("Điều 7")], ""),
        ),
        (UNTIL, ("từ ngày 01/7/2021", "từ ngày 01/10/2021")),
        (DEPUTY, ("Sở Y tế", "Sở Y tế, Sở Lao động")),
        (RIVER, ("sông La.", "sông Lam.")),
        (
            "Tại Điều 7, đề nghị bổ sung hợp tác xã được tự nguyện tham gia.",
            ("tự nguyện tham gia", "buộc phải tham gia, hợp tác xã tự nguyện tham gia"),
        ),
        ("Tại Điều 8, có nên sửa “theo hộ” thành “theo khẩu” không?", ("theo hộ", "theo khẩu")),
    ],
)
def test_what_is_bound_turned_or_half_of_the_wish_is_not_called_done(
    asked: str, edit: tuple[str, str]
) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict in {Verdict.UNCLEAR, Verdict.PARTLY}


@pytest.mark.parametrize(
    ("asked", "edit"),
    [
        (LONGER, HELD),
        (LATER, ("2024", "2025")),
        ("Tại Điều 3, đề nghị bổ sung lấy ý kiến Mặt trận Tổ quốc.", ASKED_FRONT),
        (UNTIL, ("đến ngày 31/12/2021", "đến ngày 01/10/2021")),
        (DEPUTY, ("Sở Y tế", "Sở Y tế, Sở Lao động làm Phó Trưởng ban")),
        (RIVER, ("sông La.", "sông La, sông Lam.")),
    ],
)
def test_the_same_wishes_met_as_they_were_made_are_done(asked: str, edit: tuple[str, str]) -> None:
    assert evidence_on(asked, edit, of=RULES).verdict is Verdict.ADDRESSED
