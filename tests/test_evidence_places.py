"""What was edited in another place than the comment names is not done for it, in whole or in part."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from tests.made_verdicts import DRAFT, evidence_on

OPEN = {Verdict.UNCLEAR, Verdict.NOT_YET}
POINT, REPORTS = "Tại điểm a khoản 3 Điều 1, đề nghị", "Tại khoản 3 Điều 2, đề nghị"
CITIZENS = "gửi phản ánh"
FINE = ("6 tháng.", "6 tháng, chậm thì chịu mức phạt 10 triệu đồng.")


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (
            f"{POINT} bổ sung “theo chuẩn của Chính phủ từng năm”.",
            ("120 doanh nghiệp", "120 doanh nghiệp theo chuẩn của Chính phủ từng năm"),
        ),
        (f"{POINT} bổ sung “từng năm”.", ("120 doanh nghiệp", "120 doanh nghiệp từng năm")),
        (f"{POINT} sửa “60%” thành “70%”.", ("120 doanh", "170 doanh")),
        ("Tại khoản 3 Điều 1, đề nghị nâng tỷ lệ hồ sơ trực tuyến lên 70%.", ("tăng 30%", "tăng 70%")),
    ],
)
def test_an_edit_of_another_point_is_no_part_of_what_was_asked(text: str, edit: tuple[str, str]) -> None:
    assert evidence_on(text, edit).verdict in OPEN


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (f"{POINT} sửa “60%” thành “70%”.", ("tăng 30%", "tăng 70%")),
        (
            f"{POINT} bổ sung “tối thiểu mỗi năm theo quy định” sau “trực tuyến đạt”.",
            ("chuyên gia tăng", "chuyên gia tối thiểu mỗi năm tăng"),
        ),
        (f"{REPORTS} bổ sung “và hằng năm” sau “6 tháng”.", (CITIZENS, f"{CITIZENS} và hằng năm")),
        (f"{REPORTS} thay “6 tháng” bằng “hằng quý”.", (CITIZENS, f"{CITIZENS} hằng quý")),
        (f"{REPORTS} sửa chế độ báo cáo thành “hằng quý”.", (CITIZENS, f"{CITIZENS} hằng quý")),
        (
            f"{REPORTS} bổ sung thời hạn gửi báo cáo là 10 ngày.",
            (CITIZENS, f"được trả lời trong 10 ngày khi {CITIZENS}"),
        ),
        (
            "Tại câu “Xử lý vi phạm theo quy định” khoản 3 Điều 2, đề nghị bổ sung “của pháp luật”.",
            (CITIZENS, f"{CITIZENS} theo yêu cầu của pháp luật"),
        ),
        (
            f"{REPORTS} giao Sở Nội vụ chủ trì báo cáo kết quả.",
            ("Người dân", "Sở Nội vụ chủ trì tiếp nhận đơn. Người dân"),
        ),
    ],
)
def test_an_edit_of_another_sentence_is_shown_and_left_to_a_person(text: str, edit: tuple[str, str]) -> None:
    found = evidence_on(text, edit)
    assert found.verdict in OPEN
    assert found.segments


@pytest.mark.parametrize(
    ("text", "edit", "verdict"),
    [
        (f"{POINT} sửa “60%” thành “70%”.", ("đạt 60%", "đạt 70%"), Verdict.ADDRESSED),
        (f"{REPORTS} sửa chế độ báo cáo thành “hằng quý”.", ("6 tháng", "hằng quý"), Verdict.ADDRESSED),
        (
            f"{REPORTS} bổ sung “và hằng năm” sau “6 tháng”.",
            ("6 tháng", "6 tháng và hằng năm"),
            Verdict.ADDRESSED,
        ),
        (f"{REPORTS} bổ sung “và hằng năm” sau “6 tháng”.", ("định", "và hằng năm định"), Verdict.PARTLY),
        (
            f"{REPORTS} giao Sở Nội vụ chủ trì.",
            ("6 tháng.", "6 tháng. Giao Sở Nội vụ chủ trì."),
            Verdict.ADDRESSED,
        ),
        (
            f"{REPORTS} giao Sở Nội vụ chủ trì báo cáo kết quả.",
            ("Các cơ quan", "Sở Nội vụ chủ trì cùng các cơ quan"),
            Verdict.ADDRESSED,
        ),
        (
            "Tại điểm a và điểm b khoản 3 Điều 1, đề nghị bổ sung “từng năm một”.",
            ("120 doanh nghiệp", "120 doanh nghiệp từng năm một"),
            Verdict.PARTLY,
        ),
    ],
)
def test_an_edit_at_the_place_that_is_named_counts(
    text: str, edit: tuple[str, str], verdict: Verdict
) -> None:
    assert evidence_on(text, edit).verdict is verdict


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("Tại câu thứ nhất khoản 3 Điều 2, đề nghị bổ sung “từng năm”.", ("quy định", "quy định từng năm")),
        ("Câu thứ hai khoản 3 Điều 2 đề nghị viết rõ mức phạt 10 triệu đồng.", FINE),
        ("Tại câu thứ hai khoản 3 Điều 2, đề nghị bổ sung quy định mức phạt 10 triệu đồng.", FINE),
        ("Tại câu cuối khoản 3 Điều 2, đề nghị bỏ cụm từ “theo quy định”.", (" theo quy định", "")),
        ("Đoạn thứ nhất khoản 3 Điều 2, đề nghị bổ sung “từng năm”.", ("quy định", "quy định từng năm")),
        ("Tại gạch đầu dòng thứ ba khoản 3 Điều 2, đề nghị bổ sung “từng năm”.", ("6 tháng", "từng năm")),
        ("Tại dấu gạch thứ hai khoản 3 Điều 1, đề nghị bổ sung “từng năm”.", ("tăng", "từng năm tăng")),
        ("Tại ý thứ ba khoản 3 Điều 1, đề nghị bổ sung “từng năm”.", ("tăng", "từng năm tăng")),
    ],
)
def test_of_a_sentence_or_line_that_is_named_nothing_is_done_by_an_edit_of_another(
    text: str, edit: tuple[str, str]
) -> None:
    assert evidence_on(text, edit).verdict in OPEN


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("Tại câu thứ hai khoản 3 Điều 2, đề nghị bổ sung “từng năm”.", ("quy định", "quy định từng năm")),
        ("Câu đầu khoản 3 Điều 2 đề nghị viết rõ mức phạt 10 triệu đồng.", FINE),
    ],
)
def test_of_a_sentence_that_is_named_its_own_edit_counts(text: str, edit: tuple[str, str]) -> None:
    assert evidence_on(text, edit).verdict is Verdict.ADDRESSED


DASHES = DRAFT.replace(
    "c) Tổ chức sơ kết hằng năm.",
    "c) Các nhiệm vụ:\n- Rà soát thủ tục hành chính.\n- Công khai kết quả giải quyết hồ sơ.",
)


def test_of_a_wider_place_and_a_line_in_it_the_line_is_meant() -> None:
    text = "Tại điểm c khoản 3 Điều 1, gạch đầu dòng thứ hai, đề nghị làm rõ hình thức công khai kết quả"
    came = "hình thức công khai kết quả giải quyết"
    other, own = (("hành chính", f"hành chính, {came}"), ("hồ sơ.", f"hồ sơ; {came} trên cổng."))
    assert evidence_on(f"{text} giải quyết hồ sơ.", other, of=DASHES).verdict in OPEN
    assert evidence_on(f"{text} giải quyết hồ sơ.", own, of=DASHES).verdict is Verdict.ADDRESSED
