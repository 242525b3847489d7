"""Targets: where in a draft they stand, and which date holds there."""

from __future__ import annotations

import pytest

from drafter.analyses.targets import targets
from drafter.model import Target

from .target_drafts import draft


def found(outline: str) -> tuple[Target, ...]:
    return targets(draft(outline)).targets


def places(outline: str) -> list[tuple[str, int | None]]:
    return [(target.clause, target.deadline) for target in found(outline)]


def test_words_above_a_list_are_its_heading_even_without_a_colon() -> None:
    assert places("""
[targets] II. MỤC TIÊU ĐẾN NĂM 2025
  a) Phát triển chính quyền số, nâng cao hiệu quả hoạt động
    - Tối thiểu 80% dịch vụ công trực tuyến mức độ 4.
  b) Phát triển kinh tế số
    - Kinh tế số chiếm 20% GRDP.
""") == [("II.a.-1", 2025), ("II.b.-1", 2025)]


def test_lines_that_give_a_level_each_are_one_target() -> None:
    (target,) = found("""
[targets] II. CHỈ TIÊU ĐẾN NĂM 2025
  - Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng đạt:
    + Cấp tỉnh: 100%;
    + Cấp huyện: 90%;
    + Cấp xã: 80%.
""")
    assert target.clause == "II.-1"
    assert target.indicator == "Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng"
    assert [(m.value, m.deadline) for m in target.measures] == [(100, 2025), (90, 2025), (80, 2025)]
    assert [str(m.scope).lower() for m in target.measures] == ["cấp tỉnh", "cấp huyện", "cấp xã"]


def test_lines_with_indicators_of_their_own_stay_apart() -> None:
    assert (
        len(
            found("""
[targets] II. CHỈ TIÊU ĐẾN NĂM 2025
  - Phấn đấu đạt các chỉ tiêu sau:
    + Kinh tế số chiếm 20% GRDP;
    + Tỷ lệ hộ gia đình có cáp quang đạt 85%.
""")
        )
        == 2
    )


def test_a_target_section_of_prose_alone_counts_nothing() -> None:
    assert not found("""
[targets] I. MỤC TIÊU
  1. Tổ chức thực hiện đầy đủ các quan điểm, mục tiêu của Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024.
  2. Xác định nhiệm vụ cụ thể để các cơ quan, đơn vị xây dựng kế hoạch hành động.
""")


def test_of_two_dates_in_a_heading_the_first_holds() -> None:
    assert places("""
[targets] II. MỤC TIÊU ĐẾN NĂM 2025, TẦM NHÌN ĐẾN NĂM 2030
  - Kinh tế số chiếm 20% GRDP.
""") == [("II.-1", 2025)]


def test_the_sentence_that_opens_a_list_dates_it() -> None:
    assert places("""
[targets] II. MỤC TIÊU CỤ THỂ
  Đến năm 2025, phấn đấu:
  - Kinh tế số chiếm 20% GRDP.
  Đến năm 2030, phấn đấu:
  - Kinh tế số chiếm 30% GRDP.
""") == [("II.-1", 2025), ("II.-2", 2030)]


def test_a_date_in_the_bullet_wins_over_the_heading() -> None:
    assert places("""
[targets] II. MỤC TIÊU ĐẾN NĂM 2025
  - Trước năm 2023, hoàn thành trung tâm dữ liệu tỉnh; 100% xã có cáp quang.
  - Kinh tế số chiếm 20% GRDP.
""") == [("II.-1", 2023), ("II.-1", 2023), ("II.-2", 2025)]


def test_prose_beside_counted_targets_is_the_general_aim() -> None:
    assert places("""
[targets] II. MỤC TIÊU, CHỈ TIÊU
  1. Mục tiêu/
    - Hình thành chính quyền số, kinh tế số, xã hội số hiện đại.
  2. Chỉ tiêu đến năm 2025/
    - Kinh tế số chiếm 20% GRDP.
""") == [("II.2.-1", 2025)]


@pytest.mark.parametrize(
    ("role", "sentence", "count"),
    [
        ("context", "Đến nay, 100% xã có cáp quang, tỷ lệ hồ sơ trực tuyến đạt 45%.", 0),
        (
            "context",
            "Năm 2020, kinh tế số chiếm 8% GRDP; toàn tỉnh hiện có 250 doanh nghiệp công nghệ số.",
            0,
        ),
        ("context", "Phấn đấu đến năm 2025, kinh tế số chiếm 20% GRDP.", 1),
        ("viewpoint", "Phấn đấu đến năm 2025 có tối thiểu 80% hồ sơ được giải quyết trực tuyến.", 1),
        ("tasks", "Bố trí ít nhất 1% tổng chi ngân sách hằng năm cho chuyển đổi số.", 1),
        ("tasks", "Hiện có 30% xã chưa có cáp quang; tập trung hoàn thiện hạ tầng.", 0),
        (
            "tasks",
            "Thực hiện khoản 2 Điều 5 Nghị định 47/2020/NĐ-CP, mạng 5G; định kỳ 6 tháng báo cáo.",
            0,
        ),
        ("tasks", "Thu hút đầu tư trung tâm nghiên cứu với tỷ lệ 1% - 3% doanh thu.", 0),
        ("organisation", "Giao Sở Tài chính báo cáo trước ngày 15/12/2021.", 0),
    ],
)
def test_outside_the_target_section_only_a_commitment_counts(role: str, sentence: str, count: int) -> None:
    register = found(f"[{role}] III. NỘI DUNG\n  - {sentence}")
    assert len(register) == count
    assert all(target.scattered for target in register)


def test_columns_to_two_dates_are_two_targets_a_row() -> None:
    rows = found("""
[annex] PHỤ LỤC I DANH MỤC CHỈ TIÊU
  | STT | Tên chỉ tiêu | Đơn vị tính | Thực hiện 2020 | Mục tiêu 2025 | Mục tiêu đến năm 2030 | Ghi chú
  | 1 | Kinh tế số | % GRDP | 8 | ≥ 20 | ≥ 30 | |
  | 2 | Xếp hạng chuyển đổi số | Thứ hạng | 30 | 20 | 15 | |
  | 3 | Thuê bao băng rộng | Thuê bao/100 dân | 60 | 80 | | |
""")
    assert [(t.clause, t.deadline, str(t.measures[0].comparator), t.measures[0].value) for t in rows] == [
        ("pl-I.t1r1", 2025, ">=", 20),
        ("pl-I.t1r1", 2030, ">=", 30),
        ("pl-I.t1r2", 2025, "rank<=", 20),
        ("pl-I.t1r2", 2030, "rank<=", 15),
        ("pl-I.t1r3", 2025, "=", 80),
    ]
    assert (rows[0].measures[0].unit, rows[0].measures[0].of) == ("%", "GRDP")
    assert rows[4].measures[0].unit == "thuê bao/100 dân"


def test_group_rows_date_the_rows_below_them() -> None:
    assert [
        t.deadline
        for t in found("""
[annex] PHỤ LỤC I CHỈ TIÊU
  | TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi
  | I | Đến năm 2025 | | |
  | 1 | Kinh tế số | % GRDP | 20 | Sở Kế hoạch và Đầu tư
  | II | Đến năm 2030 | | |
  | 2 | Kinh tế số | % GRDP | 30 | Sở Kế hoạch và Đầu tư
""")
    ] == [2025, 2030]


def test_task_tables_hold_no_targets() -> None:
    assert not found("""
[annex] PHỤ LỤC II NHIỆM VỤ
  | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
  | 1 | Bố trí ít nhất 1% tổng chi ngân sách cho chuyển đổi số | Sở Tài chính | Hằng năm
""")


def test_levels_named_before_their_figures_are_joined_by_no_word_of_their_own() -> None:
    (target,) = found("""
[targets] II. CHỈ TIÊU ĐẾN NĂM 2025
  - Tỷ lệ hồ sơ trực tuyến: cấp tỉnh 80%, cấp huyện 60% và cấp xã 50%.
""")
    assert [(m.value, m.of, m.scope) for m in target.measures] == [
        (80, None, "cấp tỉnh"), (60, None, "cấp huyện"), (50, None, "cấp xã"),
    ]  # fmt: skip
