"""Of a wish that says two things one is never the whole of it, nor is a choice or what is left out."""

from __future__ import annotations

import pytest

from drafter.model import Verdict
from drafter.wording.measures import counted_words
from tests.made_verdicts import evidence_on

Edit = tuple[str, str]
REPORTS, MODELS, LEADS = (
    "Tại khoản 3 Điều 2 đề nghị",
    "Tại khoản 2 Điều 1 đề nghị",
    "Tại khoản 1 Điều 2 đề nghị",
)
QUARTERLY, MORE = ("6 tháng", "hằng quý"), ("Xây dựng 100", "Xây dựng 120")
NOT_ALL = {Verdict.PARTLY, Verdict.UNCLEAR}


@pytest.mark.parametrize(
    ("text", "edit", "missing"),
    [
        (f"{REPORTS} thay “6 tháng” bằng “hằng quý” và báo cáo đột xuất.", QUARTERLY, "báo cáo đột xuất"),
        (
            f"{REPORTS} thay “6 tháng” bằng “hằng quý”, không áp dụng cho xã.",
            QUARTERLY,
            "không áp dụng cho xã",
        ),
        (f"{REPORTS} quy định báo cáo đột xuất và thay “6 tháng” bằng “hằng quý”.", QUARTERLY, "đột xuất"),
        (f"{REPORTS} bổ sung báo cáo đột xuất và “hằng quý”.", ("6 tháng", "hằng quý, 6 tháng"), "đột xuất"),
        (f"{MODELS} nâng lên 120 mô hình, trong đó có mô hình hữu cơ.", MORE, "mô hình hữu cơ"),
        (f"{MODELS} nâng lên 120 mô hình. Trong đó ngân sách tỉnh bảo đảm 40 tỷ đồng.", MORE, "ngân sách"),
        (f"{LEADS} bổ sung “Sở Y tế” và các sở liên quan.", ("Công an", "Sở Y tế, Công an"), "sở liên quan"),
        (
            f"{LEADS} giao Sở Y tế chủ trì và bố trí kinh phí thực hiện.",
            ("Sở Nội vụ chủ trì", "Sở Y tế chủ trì"),
            "bố trí kinh phí",
        ),
        (f"{REPORTS} thay “6 tháng” bằng “hằng quý”, riêng huyện đảo giữ 6 tháng.", QUARTERLY, "huyện đảo"),
        (
            "Tại khoản 3 Điều 2: riêng huyện đảo giữ nguyên, các nơi khác thay “6 tháng” bằng “hằng quý”.",
            QUARTERLY,
            "huyện đảo",
        ),
        (
            f"{REPORTS} thay “6 tháng” bằng “hằng quý” đối với cấp tỉnh; cấp xã giữ nguyên.",
            QUARTERLY,
            "cấp xã giữ nguyên",
        ),
        (
            f"{REPORTS} thay “6 tháng” bằng “hằng quý”; đối với huyện đảo thì giữ 6 tháng.",
            QUARTERLY,
            "huyện đảo",
        ),
        (f"{REPORTS} thay “6 tháng” bằng “hằng quý” (trừ huyện đảo).", QUARTERLY, "huyện đảo"),
        (
            f"{REPORTS} thay “6 tháng” bằng “hằng quý” nhưng giữ “6 tháng” cho huyện đảo.",
            QUARTERLY,
            "huyện đảo",
        ),
        (
            f"{REPORTS} thay “6 tháng” bằng “hằng quý”; mẫu báo cáo do Sở Nội vụ ban hành.",
            QUARTERLY,
            "mẫu báo cáo",
        ),
        (
            f"{REPORTS} thay “6 tháng” bằng “hằng quý”; tương tự tại khoản 1 Điều 2.",
            QUARTERLY,
            "khoản 1 Điều 2",
        ),
        (f"{MODELS} bổ sung mốc 2030 và nâng 100 lên 120.", MORE, "2030"),
        (f"{MODELS} nâng lên 120 mô hình; kinh phí mỗi mô hình 50 triệu đồng.", MORE, "50"),
        (f"{MODELS} (1) nâng lên 120 mô hình; (2) bổ sung mô hình hữu cơ.", MORE, "hữu cơ"),
        (f"{MODELS} sửa “100” thành “120” kèm theo danh mục mô hình.", MORE, "danh mục"),
        (
            f"{LEADS} lùi từ “năm 2022” sang “năm 2023”, riêng Công an tỉnh hoàn thành trong năm 2022.",
            ("năm 2022", "năm 2023"),
            "công an tỉnh",
        ),
        (
            f"{REPORTS} bỏ cụm từ “theo quy định” và nội dung về phản ánh của người dân.",
            (" theo quy định", ""),
            "phản ánh của người dân",
        ),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_of_a_wish_of_two_halves_that_which_did_not_come_is_told(
    text: str, edit: Edit, missing: str, lang: str
) -> None:
    found = evidence_on(text, edit)
    assert found.verdict in NOT_ALL
    assert any(missing in counted_words(one, lang) for one in found.measures)


@pytest.mark.parametrize(
    "text",
    [
        f"{REPORTS} chọn phương án 2: thay “6 tháng” bằng “hằng quý”.",
        f"{REPORTS} thay “6 tháng” bằng “hằng quý” (phương án 1) hoặc “hằng năm” (phương án 2).",
        f"{REPORTS} thay “6 tháng” bằng “hằng quý” hoặc giữ nguyên.",
    ],
)
def test_a_choice_among_several_ways_is_for_a_person(text: str) -> None:
    assert evidence_on(text, QUARTERLY).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (
            f"{REPORTS} thay “6 tháng” bằng “hằng quý” và báo cáo đột xuất.",
            ("6 tháng", "hằng quý và báo cáo đột xuất"),
        ),
        (f"{REPORTS} thay “6 tháng” bằng “hằng quý”, đây là nội dung quan trọng.", QUARTERLY),
        (f"{REPORTS} thay “6 tháng” bằng “hằng quý”, phù hợp với thực tế, đúng Luật Thống kê.", QUARTERLY),
        (
            f"{REPORTS} cân nhắc, xem xét sửa đổi, bổ sung cụm từ “hằng quý”.",
            ("6 tháng", "hằng quý, 6 tháng"),
        ),
        ("Riêng khoản 3 Điều 2 đề nghị thay “6 tháng” bằng “hằng quý”.", QUARTERLY),
        (
            "Đề nghị Sở Thông tin và Truyền thông thay “6 tháng” bằng “hằng quý” tại khoản 3 Điều 2.",
            QUARTERLY,
        ),
    ],
)
def test_reasons_and_who_is_asked_are_no_half_of_a_wish(text: str, edit: Edit) -> None:
    assert evidence_on(text, edit).verdict is Verdict.ADDRESSED
