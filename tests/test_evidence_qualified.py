"""Words that came and hold for some only, or that a sentence beside them takes back, are not called done."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import evidence_on
from tests.redrafted import Edits

AID = """NGHỊ QUYẾT
Quy định chính sách hỗ trợ trên địa bàn tỉnh
Điều 1. Đối tượng
1. Chính sách áp dụng đối với doanh nghiệp có trụ sở tại tỉnh.
2. Người dân được tiếp cận dịch vụ công trực tuyến.
3. Cán bộ, công chức cấp xã được hưởng phụ cấp 20% lương cơ sở.
Điều 2. Mức hỗ trợ
1. Hỗ trợ kinh phí tập huấn cho thành viên, tối đa 10 triệu đồng mỗi lớp.
2. Hộ gia đình được vay vốn với lãi suất ưu đãi; thời hạn vay 3 năm.
3. Học viên được hỗ trợ tiền ăn 30.000 đồng mỗi ngày. Việc chi trả thực hiện một lần.
Điều 3. Tổ chức thực hiện
1. Sở Tài chính bố trí kinh phí.
2. Trưởng thôn lập danh sách học viên, niêm yết tại nhà văn hóa thôn.
"""

COOPERATIVES = "Khoản 1 Điều 1: đề nghị bổ sung “hợp tác xã” sau “doanh nghiệp”."
FIRMS = "Khoản 2 Điều 1: đề nghị sửa “Người dân” thành “Doanh nghiệp”."
BOTH = "Khoản 2 Điều 1: đề nghị thay “Người dân” bằng “Người dân, doanh nghiệp”."
POOR = "Khoản 2 Điều 2: đề nghị sửa “Hộ gia đình” thành “Hộ nghèo”."
LONGER = "Khoản 2 Điều 2: đề nghị sửa “3 năm” thành “5 năm”."
FREE = "Khoản 1 Điều 2: đề nghị bổ sung “Hộ nghèo được miễn phí”."
OLD = "Đề nghị bổ sung quy định miễn phí cho người cao tuổi tham gia tập huấn tại khoản 1 Điều 2."
MEALS = "Khoản 3 Điều 2: đề nghị nâng tiền ăn từ 30.000 đồng lên 50.000 đồng."
MONEY = "Khoản 1 Điều 3: đề nghị bổ sung “đầy đủ, kịp thời”."
ONLINE = "Khoản 2 Điều 3: đề nghị bổ sung “và trên mạng xã hội” sau “nhà văn hóa thôn”."
SHARE = "Khoản 3 Điều 1: đề nghị sửa “20%” thành “30%”."


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        (COOPERATIVES, ("doanh nghiệp có", "doanh nghiệp, hợp tác xã nông nghiệp có")),
        (COOPERATIVES, ("doanh nghiệp có", "doanh nghiệp, thành viên hợp tác xã có")),
        (COOPERATIVES, ("doanh nghiệp có", "doanh nghiệp, một số hợp tác xã có")),
        (FIRMS, ("Người dân", "Doanh nghiệp nhỏ và vừa")),
        (FIRMS, ("Người dân", "Một bộ phận doanh nghiệp")),
        (BOTH, ("Người dân", "Người dân, doanh nghiệp siêu nhỏ")),
        (POOR, ("Hộ gia đình", "Hộ nghèo có người khuyết tật")),
        (POOR, ("Hộ gia đình", "Hộ cận nghèo")),
        (FREE, ("mỗi lớp.", "mỗi lớp. Hộ cận nghèo được miễn phí.")),
        (FREE, ("mỗi lớp.", "mỗi lớp. Hộ nghèo ở vùng cao được miễn phí.")),
        (OLD, ("mỗi lớp.", "mỗi lớp; miễn phí cho người cao tuổi cô đơn tham gia tập huấn.")),
        (MEALS, ("viên được hỗ trợ tiền ăn 30.000", "viên nữ được hỗ trợ tiền ăn 50.000")),
        (MEALS, ("viên được hỗ trợ tiền ăn 30.000", "viên khuyết tật được hỗ trợ tiền ăn 50.000")),
        (MEALS, ("30.000 đồng mỗi ngày", "50.000 đồng mỗi tuần")),
        (MONEY, ("kinh phí.", "kinh phí đầy đủ, kịp thời trong phạm vi dự toán được giao.")),
        (MONEY, ("kinh phí.", "kinh phí đầy đủ, kịp thời theo khả năng cân đối ngân sách.")),
        (ONLINE, ("thôn.\n", "thôn và trên mạng xã hội nội bộ.\n")),
    ],
)
def test_words_that_came_for_some_only_are_not_called_done(request_: str, edit: tuple[str, str]) -> None:
    assert evidence_on(request_, edit, of=AID).verdict in {Verdict.UNCLEAR, Verdict.NOT_YET}


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        (COOPERATIVES, ("doanh nghiệp có", "doanh nghiệp, hợp tác xã có")),
        (COOPERATIVES, ("doanh nghiệp có", "doanh nghiệp, hợp tác xã và hộ kinh doanh có")),
        (FIRMS, ("Người dân", "Doanh nghiệp")),
        (BOTH, ("Người dân", "Người dân, doanh nghiệp")),
        (POOR, ("Hộ gia đình được", "Hộ nghèo cũng được")),
        (FREE, ("mỗi lớp.", "mỗi lớp. Hộ nghèo được miễn phí.")),
        (OLD, ("mỗi lớp.", "mỗi lớp; miễn phí cho người cao tuổi tham gia tập huấn.")),
        (MEALS, ("30.000 đồng mỗi ngày", "50.000 đồng mỗi ngày, tiền tài liệu")),
        (MONEY, ("kinh phí.", "kinh phí đầy đủ, kịp thời để tổ chức lớp học.")),
        (ONLINE, ("thôn.\n", "thôn và trên mạng xã hội.\n")),
    ],
)
def test_words_that_came_for_all_are_called_done(request_: str, edit: tuple[str, str]) -> None:
    assert evidence_on(request_, edit, of=AID).verdict is Verdict.ADDRESSED


CAME = ("doanh nghiệp có", "doanh nghiệp, hợp tác xã có")


@pytest.mark.parametrize(
    ("request_", "edits"),
    [
        *(
            (COOPERATIVES, (CAME, ("tại tỉnh.\n2", f"tại tỉnh{more}\n2")))
            for more in (
                ". Quy định này không áp dụng đối với hợp tác xã thành lập trước năm 2020.",
                ". Chưa thực hiện trong giai đoạn này.",
                "; trừ trường hợp hợp tác xã tạm ngừng hoạt động.",
                ". Bãi bỏ chính sách đối với hợp tác xã từ năm 2026.",
                ". Nội dung này thực hiện sau khi có hướng dẫn của Bộ.",
                ". Khuyến khích áp dụng.",
            )
        ),
        (SHARE, (("20% lương cơ sở.", "30% lương cơ sở. Chưa thực hiện trong giai đoạn 2026 - 2027."),)),
        (LONGER, (("3 năm.", "5 năm. Quy định tại khoản này hết hiệu lực từ ngày 01/01/2026."),)),
        (LONGER, (("3 năm.", "5 năm. Hộ đang có dư nợ không thuộc đối tượng."),)),
        (LONGER, (("3 năm.\n3.", "5 năm.\n3. Tạm dừng thực hiện khoản 2 Điều này.\n4."),)),
        (LONGER, (("3 năm.", "5 năm."), ("Điều 2. Mức hỗ trợ", "Điều 2. Mức hỗ trợ (chưa áp dụng)"))),
        (
            LONGER,
            (("3 năm.", "5 năm."), ("kinh phí.\n2", "kinh phí; khoản 2 Điều 2 không áp dụng năm 2026.\n2")),
        ),
        (
            COOPERATIVES,
            (CAME, ("kinh phí.\n2", "kinh phí; chưa hỗ trợ, chưa áp dụng với hợp tác xã.\n2")),
        ),
        (ONLINE, (("thôn.\n", "thôn và trên mạng xã hội. Trường hợp không có mạng thì thôi.\n"),)),
    ],
)
def test_words_that_came_and_were_taken_back_beside_are_not_called_done(request_: str, edits: Edits) -> None:
    assert evidence_on(request_, *edits, of=AID).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("request_", "edits"),
    [
        (COOPERATIVES, (CAME, ("tại tỉnh.\n2", "tại tỉnh. Danh sách được công khai hằng năm.\n2"))),
        (COOPERATIVES, (CAME, ("2. Người dân được", "2. Người dân không phải trả phí khi được"))),
        (LONGER, (("3 năm.", "5 năm."), ("một lần.", "một lần; không áp dụng đối với học viên cũ."))),
        (
            "Khoản 2 Điều 2: đề nghị sửa “3 năm” thành “5 năm, trừ trường hợp trả nợ trước hạn”.",
            (("3 năm.", "5 năm, trừ trường hợp trả nợ trước hạn."),),
        ),
    ],
)
def test_what_is_taken_back_elsewhere_or_as_asked_leaves_it_done(request_: str, edits: Edits) -> None:
    assert evidence_on(request_, *edits, of=AID).verdict is Verdict.ADDRESSED


def test_an_exception_that_stood_before_takes_nothing_back() -> None:
    stood = AID.replace("3 năm.", "3 năm. Không áp dụng đối với hộ đang có dư nợ.")
    assert evidence_on(LONGER, ("3 năm", "5 năm"), of=stood).verdict is Verdict.ADDRESSED
    again = ("3 năm. Không áp dụng đối với hộ", "5 năm. Không áp dụng đối với các hộ")
    assert evidence_on(LONGER, again, of=stood).verdict is Verdict.ADDRESSED
