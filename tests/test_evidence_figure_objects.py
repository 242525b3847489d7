"""Of several figures of one unit in a clause that one decides which the wish speaks of."""

from __future__ import annotations

import pytest

from drafter.model import Op, Verdict
from tests.made_verdicts import comment, evidence_on

RULES = """QUY ĐỊNH
Chính sách hỗ trợ sản xuất nông nghiệp
Điều 1. Mức hỗ trợ
1. Hộ gia đình, cá nhân trực tiếp sản xuất nông nghiệp được hỗ trợ 50% chi phí, tối đa 100 triệu đồng/dự án:
a) Hỗ trợ giống vật nuôi cho hộ nuôi từ 20 con trở lên.
2. Thời gian hỗ trợ không quá 3 năm.
3. Hội đồng gồm 07 thành viên, có 02 thành viên là chuyên gia độc lập. Họp khi có ít nhất 05 thành viên dự.
4. Tỷ lệ hồ sơ đúng hạn đạt 85%; tỷ lệ hài lòng đạt 80%.
5. Kinh tế số chiếm 20% GRDP; tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 10%.
6. Thu gom 95% chất thải rắn đô thị; 80% chất thải rắn nông thôn.
7. Chợ hạng 1 có từ 400 sạp trở lên; chợ hạng 2 có đến dưới 300 sạp; mỗi sạp có diện tích tối thiểu 3 m2.
8. Các huyện gửi Sở Tài chính trước ngày 15 tháng 7 hằng năm.
"""
BOARD, RATES, DATE = "Khoản 3 Điều 1:", "Khoản 4 Điều 1:", "Khoản 8 Điều 1:"
QUOTED = f"{BOARD} “07 thành viên” → “09 thành viên”"
NINE = f"{BOARD} đề nghị tăng lên 09 thành viên."
HAS_NINE = f"{BOARD} đề nghị quy định Hội đồng có 09 thành viên."
EXPERTS = f"{BOARD} đề nghị Hội đồng có ít nhất 03 chuyên gia độc lập."
QUORUM = f"{BOARD} đề nghị quy định Hội đồng họp khi có trên 2/3 số thành viên tham dự."
BOTH = f"{RATES} đề nghị nâng cả hai tỷ lệ lên 90%."
LATER = f"{DATE} đề nghị lùi thời hạn đến ngày 30 tháng 9."
BRANCH = "Khoản 5 Điều 1: đề nghị nâng tỷ trọng kinh tế số trong từng ngành lên 15%."
RURAL = "Khoản 6 Điều 1: đề nghị nâng tỷ lệ thu gom chất thải rắn nông thôn lên 90%."
MARKET = "Khoản 7 Điều 1: đề nghị nâng tiêu chí chợ hạng 1 lên 500 sạp."
STALL = "Khoản 7 Điều 1: đề nghị nâng diện tích tối thiểu lên 4 m2."
MORE = "Khoản 1 Điều 1: đề nghị nâng mức hỗ trợ lên 70%, tối đa 200 triệu đồng/dự án."


@pytest.mark.parametrize(
    ("asked", "edits"),
    [
        (QUOTED, [("07 thành", "09 thành")]),
        (QUOTED, [("07 thành", "9 thành")]),
        (f"{BOARD} 07 thành viên -> 9 thành viên.", [("07 thành", "09 thành")]),
        (f"{RATES} 85% => 90%", [("85%", "90%")]),
        (f"{RATES} thay 80% bằng 85%.", [("80%", "85%")]),  # which stands elsewhere in the clause
        ("Khoản 2 Điều 1: sửa từ 3 năm thành 5 năm.", [("3 năm", "05 năm")]),
        (NINE, [("07 thành", "09 thành")]),
        (HAS_NINE, [("07 thành", "9 thành")]),
        (BOTH, [("85%", "90%"), ("80%", "90%")]),
        (LATER, [("15 tháng 7", "30 tháng 9")]),
        (BRANCH, [("10%.", "15%.")]),
        (RURAL, [("80% chất", "90% chất")]),
        (MARKET, [("400 sạp", "500 sạp")]),
        (STALL, [("3 m2", "4 m2")]),
        (MORE, [("50%", "70%"), ("100 triệu", "200 triệu")]),
        (
            f"{BOARD} sửa “07 thành viên” thành “từ 07 đến 09 thành viên”.",
            [("07 thành", "từ 07 đến 09 thành")],
        ),
    ],
)
def test_a_figure_that_came_in_its_place_is_done(asked: str, edits: list[tuple[str, str]]) -> None:
    assert evidence_on(asked, *edits, of=RULES).verdict is Verdict.ADDRESSED


@pytest.mark.parametrize(
    ("asked", "edits"),
    [
        (QUOTED, [("02 thành", "09 thành")]),
        (QUOTED, [("07 thành", "08 thành")]),
        (QUOTED, [("07 thành viên", "từ 07 đến 09 thành viên")]),
        (f"{RATES} thay 80% bằng 85%.", []),
        (f"{RATES} thay 80% bằng 85%.", [("85%", "90%")]),
        ("Khoản 2 Điều 1: sửa từ 3 năm thành 5 năm.", [("3 năm", "5 tháng")]),
        (NINE, [("02 thành", "09 thành")]),
        (HAS_NINE, [("02 thành", "09 thành")]),
        (EXPERTS, [("07 thành", "03 thành")]),
        (QUORUM, [("02 thành viên là", "trên 2/3 số thành viên là")]),
        (BOTH, [("85%", "90%")]),
        (LATER, [("trước ngày 15 tháng 7", "sau ngày 30 tháng 9")]),
        (BRANCH, [("20% GRDP", "15% GRDP")]),
        (RURAL, [("95%", "90%")]),
        (MARKET, [("300 sạp", "500 sạp")]),
        (STALL, [("tối thiểu 3 m2", "tối đa 4 m2")]),
        (MORE, [("50%", "70%")]),
    ],
)
def test_a_figure_of_something_else_half_of_them_or_an_end_of_a_range_is_not(
    asked: str, edits: list[tuple[str, str]]
) -> None:
    assert evidence_on(asked, *edits, of=RULES).verdict in {Verdict.UNCLEAR, Verdict.PARTLY, Verdict.NOT_YET}


def test_a_word_for_its_counterpart_is_not_there_already() -> None:
    asked = "Khoản 1 Điều 1: đề nghị bổ sung hộ gia đình, cá nhân trực tiếp sản xuất lâm nghiệp."
    assert evidence_on(asked, of=RULES).verdict is Verdict.UNCLEAR
    assert evidence_on(asked.replace("lâm", "nông"), of=RULES).verdict is Verdict.ALREADY


@pytest.mark.parametrize("text", ["“A” → “B”", "“A” => “B”.", "Khoản 2: “A” --> “B”"])
def test_an_arrow_between_words_asks_for_others(text: str) -> None:
    assert [(ask.op, ask.old, ask.new) for ask in comment(text).asks] == [(Op.REPLACE, "A", "B")]


def test_a_fraction_is_the_number_of_no_act() -> None:
    assert comment(QUORUM).asks[0].acts == ()
    assert comment("Đề nghị bổ sung căn cứ Quyết định số 12/2021/QĐ-UBND.").asks[0].acts == (
        "12/2021/QĐ-UBND",
    )
