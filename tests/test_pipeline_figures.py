"""The pipeline: own words as tokens, figures and dates out of any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.dates import dues
from drafter.language.figures import Figure, figures
from drafter.language.normal import decoded
from drafter.language.pipeline import read
from drafter.language.words import spans
from tests.properties import examples

_PIECES = st.sampled_from(
    [
        "đạt ",
        "tối thiểu ",
        "80%",
        " 16 - 18%/năm",
        "; ",
        ", ",
        "năm 2025",
        "5G",
        "\n",
        "  ",
        "hồ sơ ",
        "(",
        ")",
        "từ ",
        "lên ",
        "1/3",
        "≥ ",
        "95.000",
        "7,5 ",
    ]
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join)).map(decoded)


def found(text: str) -> list[Figure]:
    return list(figures(read(text)))


@given(_TEXTS)
@examples(200)
def test_tokens_are_the_words_of_the_one_pattern_and_give_the_text_back(text: str) -> None:
    doc = read(text)
    assert doc.text == text
    assert [(t.idx, t.idx + len(t)) for t in doc if not t.is_space] == spans(text)


@given(_TEXTS)
@examples(200)
def test_figures_stand_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    last = 0
    for figure in found(text):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.left <= figure.start and figure.end <= figure.right <= len(text)
        last = figure.end


@given(st.integers(1, 99), st.sampled_from(["tối thiểu", "ít nhất", "không dưới", "≥"]))
@examples(30)
def test_every_way_to_say_at_least_is_the_same_comparator(value: int, words: str) -> None:
    (figure,) = found(f"Tỷ lệ hộ có internet đạt {words} {value}%")
    assert (figure.comparator, figure.value, figure.unit) == (">=", Decimal(value), "%")


@pytest.mark.parametrize(
    "text",
    [
        "mạng 5G, 6G và cách mạng công nghiệp 4.0",
        "Nghị định số 47/2020/NĐ-CP ngày 09/4/2020",
        "Nghị quyết số 57-NQ/TW, khoản 2 Điều 5, điểm a khoản 3",
        "định kỳ 6 tháng báo cáo kết quả",
        "Cách mạng công nghiệp lần thứ tư",
        "dịch vụ công trực tuyến mức độ 3, 4",
        "giai đoạn 2021 - 2025, tầm nhìn đến năm 2030",
        "phục vụ 24/7",
        "dịch COVID-19, giao thức IPv6",
        "người dân từ 15 tuổi trở lên",
        "dự thảo lần 2, phiên bản 3.0",
        "quý II năm 2021, ngày 15 tháng 6 năm 2021",
        "hội nghị lần thứ 5",
    ],
)
def test_years_citations_and_names_are_no_figures(text: str) -> None:
    assert found(decoded(text)) == []


@pytest.mark.parametrize(
    ("text", "comparator", "value", "value_max", "unit"),
    [
        ("đạt 7,5%/năm", None, "7.5", None, "%/năm"),
        ("khoảng 95.000 hộ", "=", "95000", None, "hộ"),
        ("có từ 40 - 50 tổ chức", None, "40", "50", "tổ chức"),
        ("16 – 18%", None, "16", "18", "%"),
        ("20% - 50%", None, "20", "50", "%"),
        ("từ 20 đến 30 mô hình", None, "20", "30", "mô hình"),
        ("12 người trên một vạn dân", None, "12", None, "người/vạn dân"),
        ("1 doanh nghiệp/1000 dân", None, "1", None, "doanh nghiệp/1000 dân"),
        ("từ 1.200 tỷ đồng trở lên", ">=", "1200", None, "tỷ đồng"),
        ("không quá 3%", "<=", "3", None, "%"),
        ("duy trì trên 0,7", ">", "0.7", None, None),
        ("xếp thứ 15 trở lên", ">=", "15", None, "thứ bậc"),
        ("đạt 85 triệu đồng/người/năm", None, "85", None, "triệu đồng/người/năm"),
        ("ít nhất hai mô hình", ">=", "2", None, "mô hình"),
    ],
)
def test_a_figure_is_read_with_its_unit(
    text: str, comparator: str | None, value: str, value_max: str | None, unit: str | None
) -> None:
    (figure,) = found(decoded(text))
    assert figure.comparator == comparator
    assert figure.value == Decimal(value)
    assert figure.value_max == (Decimal(value_max) if value_max else None)
    assert figure.unit == unit


def test_where_things_stand_is_left_out() -> None:
    assert [f.value for f in found("nâng tỷ lệ từ 45% năm 2020 lên 80%")] == [80]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("đến hết năm 2025", [2025]),
        ("giai đoạn 2021-2025, tầm nhìn đến năm 2030", [2025, 2030]),
        ("trước ngày 31/12/2025", [2025]),
        ("hoàn thành trong quý IV/2023", [2023]),
        ("12/2025", [2025]),
        ("gấp 2 lần so với năm 2020", []),
        ("nâng từ 45% năm 2020 lên 80% vào năm 2025", [2025]),
        ("Nghị định số 47/2020/NĐ-CP", []),
    ],
)
def test_dates_that_things_are_due_by(text: str, years: list[int]) -> None:
    assert [due.year for due in dues(read(decoded(text)))] == years
