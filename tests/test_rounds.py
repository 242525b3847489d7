"""Rounds of consultation: the order of drafts, and which one a letter is about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.rounds import draft_of, in_order, natural, number_in_name, same_numbers
from drafter.model import Draft


def draft(path: str, number: int | None = None, dated: date | None = None) -> Draft:
    return Draft(path, path, "", number, dated, None, None, ())


def test_drafts_are_ordered_by_the_number_on_the_page_whatever_their_file_names() -> None:
    drafts = [draft("z.docx", 1), draft("a.docx", 3), draft("m.docx", 2)]
    assert [one.number for one in in_order(drafts)] == [1, 2, 3]


def test_one_draft_without_a_number_makes_the_file_names_decide_in_natural_order() -> None:
    drafts = [draft("lần 10.docx"), draft("lần 9.docx", 9), draft("lần 2.docx", 2)]
    assert [one.path for one in in_order(drafts)] == ["lần 2.docx", "lần 9.docx", "lần 10.docx"]


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_file_names_can_be_put_in_natural_order(names: list[str]) -> None:
    assert sorted(sorted(names, key=natural)) == sorted(names)


def test_two_drafts_with_one_number_are_named_as_a_pair() -> None:
    first, second, third = draft("a", 2), draft("b", 2), draft("c", 3)
    assert same_numbers([first, second, third]) == ((first, second),)


def test_a_letter_is_about_the_draft_that_it_names() -> None:
    drafts = [draft("a", 1), draft("b", 2)]
    assert draft_of(1, date(2099, 1, 1), drafts) is drafts[0]


def test_a_letter_that_names_no_draft_is_about_the_newest_that_was_out_by_then() -> None:
    drafts = [
        draft("a", 1, date(2021, 2, 1)),
        draft("b", 2, date(2021, 3, 1)),
        draft("c", 3, date(2021, 4, 1)),
    ]
    assert draft_of(None, date(2021, 3, 1), drafts) is drafts[1]
    assert draft_of(None, date(2021, 2, 28), drafts) is drafts[0]


def test_a_letter_without_number_or_date_is_about_the_newest_draft() -> None:
    drafts = [draft("a", 1), draft("b", 2)]
    assert draft_of(None, None, drafts) is drafts[1]
    assert draft_of(None, date(2000, 1, 1), drafts) is drafts[1]
    assert draft_of(7, None, drafts) is drafts[1]


@pytest.mark.parametrize(
    ("stem", "number"),
    [
        ("Dự thảo lần 1", 1), ("Du-thao-lan-2 (gui cac so)", 2), ("Nghị quyết - Dự thảo lần thứ hai", 2),
        ("DT lần 3 (15.3.2021)", 3), ("NQ_lan4_final", 4), ("Dự thảo 12", 12),
        ("Nghị quyết chính quyền số", None), ("Báo cáo 2021", None), ("Dự thảo lần 2.1", 2),
    ],
)  # fmt: skip
def test_the_file_name_says_which_draft_it_is(stem: str, number: int | None) -> None:
    assert number_in_name(stem) == number
