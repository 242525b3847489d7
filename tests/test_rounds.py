"""Rounds of consultation: the order of drafts, and which one a letter is about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.rounds import in_order, number_in_name, same_numbers
from drafter.language.natural import natural
from drafter.model import Alignment, Draft, Match, Rounds


def draft(path: str, number: int | None = None, dated: date | None = None) -> Draft:
    return Draft(path, path, "", number, dated, None, None, ())


def rounds(drafts: list[Draft]) -> Rounds:
    return Rounds(tuple(drafts))


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
    assert rounds(drafts).about(1, date(2099, 1, 1)) is drafts[0]


def test_a_letter_that_names_no_draft_is_about_the_newest_that_was_out_by_then() -> None:
    drafts = [
        draft("a", 1, date(2021, 2, 1)),
        draft("b", 2, date(2021, 3, 1)),
        draft("c", 3, date(2021, 4, 1)),
    ]
    assert rounds(drafts).about(None, date(2021, 3, 1)) is drafts[1]
    assert rounds(drafts).about(None, date(2021, 2, 28)) is drafts[0]


def test_a_letter_without_number_or_date_is_about_the_newest_draft() -> None:
    drafts = [draft("a", 1), draft("b", 2)]
    assert rounds(drafts).about(None, None) is drafts[1]
    assert rounds(drafts).about(None, date(2000, 1, 1)) is drafts[1]
    assert rounds(drafts).about(7, None) is drafts[1]


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


def steps(*pairs: dict[str, tuple[str, ...]]) -> Rounds:
    """Drafts 1, 2, … with what each clause continues in from one to the next."""
    drafts = [draft(str(number)) for number in range(1, len(pairs) + 2)]
    asked = [
        Alignment(tuple(Match((old,), new, 1.0) for old, new in pair.items() if new) + _gone(pair))
        for pair in pairs
    ]
    return Rounds(tuple(drafts), lambda old, new: asked[int(old.path) - 1])


def _gone(pair: dict[str, tuple[str, ...]]) -> tuple[Match, ...]:
    return tuple(Match((old,), (), 0.0) for old, new in pair.items() if not new)


def test_a_clause_is_followed_through_all_drafts_by_what_continues_it() -> None:
    made = steps({"1": ("2",), "2": ("3", "4")}, {"2": ("a",), "3": ("b",), "4": ("b",)})
    first, second, third = made.drafts
    assert made.follow(["1"], first, second) == ("2",)
    assert made.follow(["1", "2"], first, third) == ("a", "b")
    assert made.follow(["b"], third, first) == ("2",)
    assert made.follow(["2", "1"], first, first) == ("2", "1")


def test_a_deleted_clause_is_followed_to_nothing() -> None:
    made = steps({"1": (), "2": ("1",)})
    assert made.follow(["1"], *made.drafts) == ()


def test_a_step_is_aligned_when_a_clause_is_followed_over_it_and_only_once() -> None:
    aligned: list[str] = []

    def align(old: Draft, new: Draft) -> Alignment:
        aligned.append(f"{old.path} {new.path}")
        return Alignment((Match(("1",), ("1",), 1.0),))

    made = Rounds(tuple(draft(name) for name in "abc"), align)
    assert made.draft("b") is made.drafts[1] and made.draft("x") is made.draft(None) is None
    assert made.about(None, None) is made.newest
    assert made.later(made.drafts[0]) == made.drafts[1:]
    assert aligned == []
    made.follow(["1"], made.drafts[1], made.drafts[2])
    made.follow(["1"], made.drafts[1], made.drafts[2])
    assert aligned == ["b c"]


def test_a_draft_of_another_resolution_is_refused() -> None:
    with pytest.raises(KeyError):
        steps({}).follow([], draft("1"), draft("elsewhere"))
