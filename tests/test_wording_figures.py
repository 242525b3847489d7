"""Numbers and dates as the language prints them."""

from datetime import date
from decimal import Decimal

import pytest

from drafter.model import Comparator, Measure, Measured
from drafter.wording.figures import day, number, share, signed
from drafter.wording.measures import counted_words, measure_words


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (100, "100", "100"),
        (5150, "5.150", "5,150"),
        (7.5, "7,5", "7.5"),
        (0.78, "0,78", "0.78"),
        (Decimal("1234567.50"), "1.234.567,5", "1,234,567.5"),
    ],
)
def test_a_number_has_the_marks_of_its_language(value: Decimal | float, vi: str, en: str) -> None:
    assert (number(value, "vi"), number(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "vi"),
    [
        (date(2021, 3, 5), "05/3/2021"),
        (date(2021, 2, 10), "10/02/2021"),
        (date(2020, 1, 9), "09/01/2020"),
        (date(2020, 12, 31), "31/12/2020"),
    ],
)
def test_days_under_ten_and_the_first_two_months_have_a_zero_before_them(value: date, vi: str) -> None:
    assert day(value, "vi") == vi


def test_a_date_in_english_names_its_month() -> None:
    assert day(date(2021, 3, 5), "en") == "5 March 2021"


def test_a_difference_has_its_sign() -> None:
    assert [signed(value, "vi") for value in (-5150, 0, 7)] == ["−5.150", "0", "+7"]


def test_a_share_is_told_in_whole_per_cent() -> None:
    assert share(0.268, "vi") == "27%"


def test_a_sentence_prints_its_amounts_as_its_language_does() -> None:
    told = [counted_words(Measured("words", 4586, 3251, "words"), lang) for lang in ("vi", "en")]
    assert told == [
        "phần lời văn (không kể phụ lục): trước 4.586, nay 3.251 từ",
        "text without annexes: from 4,586 to 3,251 words",
    ]


def test_what_was_counted_rises_or_stays() -> None:
    told = [counted_words(Measured("new-words", 0, after, "places"), "vi") for after in (0, 16)]
    assert told == [
        "lời văn được đề nghị: trước và nay đều 0 chỗ",
        "lời văn được đề nghị: trước 0, nay 16 chỗ",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Năng suất lao động tăng tối thiểu 8%", "tăng tối thiểu 8%/năm"),
        ("Tỷ lệ hộ nghèo giảm tối thiểu 8%", "giảm tối thiểu 8%/năm"),
        ("Tăng thu, giảm chi tối thiểu 8%", "tăng hoặc giảm tối thiểu 8%/năm"),
    ],
)
def test_a_change_is_told_as_the_rise_or_fall_that_the_target_speaks_of(text: str, told: str) -> None:
    measure = Measure(Comparator.AT_LEAST, Decimal(8), unit="%/năm", of_change=True)
    assert measure_words(measure, "vi", text) == told


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (Measure(Comparator.AT_LEAST, Decimal(7), unit="%/năm"), "≥ 7%/năm"),
        (Measure(Comparator.EQUAL, Decimal(100), unit="%", of="cơ sở"), "100% (cơ sở)"),
        (Measure(Comparator.RANGE, Decimal("6.5"), Decimal(8), unit="%"), "từ 6,5 đến 8%"),
        (Measure(Comparator.MORE, Decimal(5150), unit="doanh nghiệp"), "> 5.150 doanh nghiệp"),
        (Measure(Comparator.RANK, Decimal(20), scope="cả nước"), "từ hạng 20 trở lên (cả nước)"),
        (Measure(Comparator.COMPLETE), "hoàn thành"),
    ],
)
def test_a_measure_is_told_in_a_few_words(measure: Measure, told: str) -> None:
    assert measure_words(measure, "vi") == told
