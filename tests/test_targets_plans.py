"""Targets of whole documents: principles, reckoning, duties set none; the title gives the year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.analyses.targets import targets
from drafter.analyses.targets.places import year_of_title
from tests.bench.quality import target_plans
from tests.target_drafts import draft


@pytest.mark.slow
def test_the_labelled_documents_are_read_as_labelled() -> None:
    figures = target_plans.report()
    assert figures["plans: precision"] >= 0.97
    assert figures["plans: recall"] >= 0.97
    assert figures["plans: deadlines right"] >= 0.97


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("KẾ HOẠCH Cải cách hành chính năm 2022", 2022),
        ("KẾ HOẠCH Tuyên truyền giai đoạn 2025 – 2027", 2027),
        ("NGHỊ QUYẾT về chuyển đổi số đến năm 2025, định hướng đến năm 2030", 2025),
        ("NGHỊ QUYẾT về kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025", 2025),
        ("BÁO CÁO kết quả năm 2023 và phương hướng, nhiệm vụ năm 2024", 2024),
        ("CHƯƠNG TRÌNH thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024", None),
        ("KẾ HOẠCH thực hiện Nghị định số 73/2019/NĐ-CP ngày 05/9/2019", None),
        ("NGHỊ ĐỊNH về công tác văn thư", None),
    ],
)
def test_the_title_says_by_when(title: str, year: int | None) -> None:
    assert year_of_title(replace(draft("[targets] I. MỤC TIÊU"), title=title)) == year


@pytest.mark.parametrize(
    "heading",
    [
        "Nguyên tắc",
        "Các nguyên tắc thực hiện", "Yêu cầu", "Yêu cầu đối với báo cáo", "Phương châm", "Quan điểm",
        "Công tác chỉ đạo, điều hành", "Cách tính, nguồn số liệu", "Phương pháp tính", "Thông tin, báo cáo",
        "Đối tượng, phạm vi", "Tên gọi, khẩu hiệu", "Tổ chức thực hiện",
    ],
)  # fmt: skip
def test_parts_that_set_nothing_have_no_targets(heading: str) -> None:
    found = draft(
        f"""
[targets] I. MỤC TIÊU ĐẾN NĂM 2025
  1. Chỉ tiêu/
    - 95% hồ sơ được giải quyết đúng hạn.
  2. {heading}/
    - Lấy người dân, doanh nghiệp làm trung tâm.
    - Đúng hạn, rõ số liệu, nêu cả những việc chưa làm được.
"""
    )
    assert [target.clause for target in targets(found).targets] == ["I.1.-1"]


@pytest.mark.parametrize(
    "heading", ["Chính quyền số", "Về xã hội", "Thông tin và truyền thông", "Hạ tầng số"]
)
def test_fields_inside_the_section_keep_their_targets(heading: str) -> None:
    found = draft(
        f"""
[targets] I. MỤC TIÊU ĐẾN NĂM 2025
  1. {heading}/
    - 95% hồ sơ được giải quyết đúng hạn.
"""
    )
    assert [target.deadline for target in targets(found).targets] == [2025]


def test_viewpoints_and_goals_in_one_heading_hide_no_goals() -> None:
    found = draft(
        """
[targets] I. QUAN ĐIỂM, MỤC TIÊU
  1. Quan điểm/
    - Người gây ô nhiễm phải trả chi phí.
  2. Mục tiêu đến năm 2027/
    - Trồng 2 triệu cây xanh.
"""
    )
    assert [(target.clause, target.deadline) for target in targets(found).targets] == [("I.2.-1", 2027)]
