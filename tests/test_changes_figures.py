"""Changed figures are called out with unit and whole; names, citations and noise are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.analyses.changes.figures import figure_changes
from drafter.analyses.changes.rows import row_figures
from drafter.language.quantities import quantities
from drafter.model import Clause, Kind
from tests.redrafting import clause


def told(old: str, new: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(one.old, one.new, one.unit, one.of) for one in figure_changes(old, new)]


@pytest.mark.parametrize(
    "old, new, wanted",
    [
        ("đạt tối thiểu 25% GDP", "đạt tối thiểu 30% GDP", [("25", "30", "%", "GDP")]),
        ("đạt 7,5 %/năm", "đạt 8 %/năm", [("7,5", "8", "%/năm", None)]),
        ("10 người trên một vạn dân", "12 người trên một vạn dân", [("10", "12", "người/vạn dân", None)]),
        ("có từ 40 - 50 tổ chức", "có từ 40 - 60 tổ chức", [("50", "60", "tổ chức", None)]),
        ("có 3-5 đô thị", "có 2-3 đô thị", [("3", "2", "đô thị", None), ("5", "3", "đô thị", None)]),
        ("hoàn thành đến năm 2025", "hoàn thành đến năm 2026", [("2025", "2026", "năm", None)]),
        ("giai đoạn 2021-2025", "giai đoạn 2021-2030", [("2025", "2030", "năm", None)]),
        ("trước ngày 30/6/2025", "trước ngày 31/12/2025", [("30/6/2025", "31/12/2025", "ngày", None)]),
        ("trong quý II/2025", "trong quý IV/2025", [("II/2025", "IV/2025", "quý", None)]),
        ("bố trí 5 triệu đồng", "bố trí 5 tỷ đồng", [("5 triệu đồng", "5 tỷ đồng", None, None)]),
        ("định kỳ 6 tháng báo cáo", "định kỳ 3 tháng báo cáo", [("6", "3", "tháng", None)]),
        ("đạt 80%.", "đạt 80% và có 3 đô thị thông minh.", [(None, "3", "đô thị thông minh", None)]),
        ("đạt 80% và có 3 đô thị thông minh.", "đạt 80%.", [("3", None, "đô thị thông minh", None)]),
    ],
)
def test_a_changed_figure_is_told_with_its_unit(
    old: str, new: str, wanted: list[tuple[str | None, str | None, str | None, str | None]]
) -> None:
    assert told(old, new) == wanted


@pytest.mark.parametrize(
    "old, new",
    [
        ("theo khoản 2 Điều 5 Nghị quyết này", "theo khoản 3 Điều 6 Nghị quyết này"),
        ("Nghị định số 47/2020/NĐ-CP ngày 09/4/2020", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020"),
        ("Nghị quyết số 52-NQ/TW", "Nghị quyết số 57-NQ/TW"),
        ("phủ sóng 4G", "phủ sóng 5G"),
        ("công nghiệp 4.0", "công nghiệp 5.0"),
        ("dịch vụ công mức độ 3", "dịch vụ công mức độ 4"),
        ("thu 95000 tỷ đồng", "thu 95.000 tỷ đồng"),
        ("đạt 7,5 %", "đạt 7,5%"),
        ("huyện đạt 90%, xã đạt 80%", "xã đạt 80%, huyện đạt 90%"),
        ("xây dựng 10 nhà máy", "xây dựng 10 nhà xưởng"),
        ("hỗ trợ 5 xã đặc biệt", "giúp đỡ 5 thôn vùng cao"),
        ("đạt 50% số hộ vào năm 2025", "vào năm 2025, đạt 50% số hộ"),
    ],
)
def test_citations_names_noise_and_figures_that_only_moved_are_no_changes(old: str, new: str) -> None:
    assert told(old, new) == []


def test_a_row_without_units_in_its_cells_takes_the_one_of_its_column() -> None:
    found = figure_changes("Kinh tế số | 20 | 30", "Kinh tế số | 20 | 35", unit="% GRDP")
    assert [(one.old, one.new, one.unit) for one in found] == [("30", "35", "% GRDP")]


def test_offsets_of_quantities_point_at_the_printed_figure() -> None:
    text = "Quy mô đạt 25% GDP, tăng trung bình 16 - 18%/năm, có 95.000 hộ đến năm 2030."
    assert [text[one.start : one.end] for one in quantities(text)] == ["25", "16", "18", "95.000", "2030"]


def row(columns: str, cells: str) -> Clause:
    """A table row from headers and cells, each joined by ` | `."""
    read = clause("pl-I.t1r1", cells.partition(" | ")[2], kind=Kind.TABLE_ROW)
    return replace(read, columns=tuple(columns.split(" | ")), cells=tuple(cells.split(" | ")))


def test_a_row_pairs_its_figures_by_column() -> None:
    old = row("STT | Chỉ tiêu | Đơn vị | 2024 | 2025", "1 | Kinh tế số | % GRDP | 15 | 20")
    new = row(
        "STT | Chỉ tiêu | Đơn vị | Năm 2023 | Năm 2024 | Năm 2025", "3 | Kinh tế số | % GRDP | 12 | 16 | 20"
    )
    found = [(one.old, one.new, one.unit) for one in row_figures(old, new)]
    assert found == [("15", "16", "% GRDP"), (None, "12", "% GRDP")]


def test_one_result_column_goes_on_in_the_last_of_the_years() -> None:
    old = row("STT | Chỉ tiêu | Đơn vị | Kết quả", "11 | Trường học số | % | 100")
    new = row("STT | Chỉ tiêu | Đơn vị | 2023 | 2024 | 2025", "11 | Trường học số | % | 65 | 80 | 90")
    found = [(one.old, one.new) for one in row_figures(old, new)]
    assert found == [("100", "90"), (None, "65"), (None, "80")]


def test_an_agency_under_don_vi_is_no_unit() -> None:
    old = row("STT | Nhiệm vụ | Đơn vị | Số lượng", "1 | Đào tạo | Sở Nội vụ | 10")
    new = row("STT | Nhiệm vụ | Đơn vị | Số lượng", "1 | Đào tạo | Sở Nội vụ | 12")
    assert [(one.old, one.new, one.unit) for one in row_figures(old, new)] == [("10", "12", None)]


@pytest.mark.parametrize(
    ("unit", "before", "after", "told"),
    [
        ("%", "65 hộ gia đình", "70 hộ gia đình", ("65", "70", "%", "hộ gia đình")),
        ("%", "> 80 hộ gia đình; 90 xã", "> 80 hộ gia đình; 100 xã", ("90", "100", "%", "xã")),
        ("%", "100% (15 xã)", "100% (12 xã)", ("15", "12", "xã", None)),
        ("%", "trong 6 tháng", "trong 9 tháng", ("6", "9", "tháng", None)),
        ("Hộ", "65 xã", "70 xã", ("65", "70", "xã", None)),
    ],
)
def test_what_a_figure_counts_is_what_the_share_of_its_row_is_of(
    unit: str, before: str, after: str, told: tuple[str | None, ...]
) -> None:
    old, new = (
        row("STT | Chỉ tiêu | Đơn vị | 2025", f"1 | Hạ tầng | {unit} | {cell}") for cell in (before, after)
    )
    assert [(one.old, one.new, one.unit, one.of) for one in row_figures(old, new)] == [told]
