"""Places as officials cite them."""

import re

import pytest

from drafter.language.locators import as_cited
from drafter.wording.names import cited
from tests.commands import told


def test_the_first_of_its_kind_is_cited_in_words() -> None:
    assert cited(("đoạn thứ 1, khoản 1, mục I",), "vi") == "đoạn thứ nhất khoản 1 mục I"
    assert cited(("gạch đầu dòng thứ 12, mục I",), "vi") == "gạch đầu dòng thứ 12 mục I"


def test_places_are_cited_without_commas_but_for_those_of_titles() -> None:
    assert as_cited("điểm a, khoản 2, mục III") == "điểm a khoản 2 mục III"
    assert as_cited("đoạn thứ 1, mục I, phần II") == "đoạn thứ nhất mục I phần II"
    assert as_cited("khoản 1, phần “Mục tiêu, nhiệm vụ”") == "khoản 1 phần “Mục tiêu, nhiệm vụ”"
    assert as_cited("gạch đầu dòng thứ 3, đoạn thứ 11, phần “Lần thứ 2”") == (
        "gạch đầu dòng thứ ba đoạn thứ 11 phần “Lần thứ 2”"
    )
    assert as_cited("khoản 2 (số trùng, lần thứ 2), mục I") == "khoản 2 (số trùng, lần thứ hai) mục I"


def test_a_second_use_of_a_number_stays_one_unit() -> None:
    twice = ("khoản 2, mục I", "khoản 2 (số trùng, lần thứ 2), mục I")
    assert cited(twice, "vi") == "khoản 2 và khoản 2 (số trùng, lần thứ hai) mục I"


@pytest.mark.parametrize(
    "command", [["targets"], ["targets", "--ledger"], ["lint"], ["diff", "2", "3"]], ids=" ".join
)
def test_no_screen_cites_a_place_with_commas(command: list[str]) -> None:
    assert not re.search(r"thứ \d+, |điểm \w, khoản", told(*command).stdout)
