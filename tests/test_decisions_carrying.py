"""Carrying over: what is the same is kept, what changed is offered beside the old decision, never applied."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.decisions import apart, carried_over, known_answers, precedents
from drafter.model import (
    CarriedOver,
    Comment,
    Decision,
    Disposition,
    OfferWhy,
    Past,
    Position,
    Registered,
    Rounds,
)
from tests.redrafting import written

LINES = """
II Mục tiêu đến năm 2025 của tỉnh về chính quyền số
II.1 Tỷ lệ hồ sơ thủ tục hành chính được giải quyết trực tuyến đạt 30% vào năm 2025.
II.2 Tỷ lệ người dân được cấp định danh điện tử đạt 60%, có tài khoản thanh toán."""
ROUNDS = Rounds(tuple(replace(written(LINES, number), sha256=str(number)) for number in (1, 2)), align)
TAKEN = Decision(
    Disposition.ACCEPTED, response="Tiếp thu.", decided_at="2021-03-01T08:00:00+07:00", version=1
)
WORDS = (
    "Tại khoản 1 mục II đề nghị nâng tỷ lệ hồ sơ giải quyết trực tuyến từ 30% lên 40% cho phù hợp thực tế."
)


def comment(key: str, text: str = WORDS, agency: str = "Sở Nội vụ", draft: int = 1) -> Comment:
    return Comment(key, agency, None, f"lan-{draft}.docx", "a.docx", Position(), text, key=key)


def registered(one: Comment, no: int = 1) -> Registered:
    draft = ROUNDS.draft(one.draft)
    return Registered(no, one.key, one.agency, one.text, draft.number if draft else None, one.path)


def carried(
    old: list[Comment], new: list[Comment], clauses: dict[str, list[str]] | None = None
) -> CarriedOver:
    """Every old comment decided, then the comments of now."""
    known = [registered(one, no) for no, one in enumerate(old, 1)]
    decisions = {one.key: TAKEN for one in old}
    return carried_over(known, decisions, new, ROUNDS, clauses=clauses)


def test_a_comment_that_is_as_it_was_keeps_its_decision_and_is_offered_nothing() -> None:
    found = carried([comment("a")], [comment("a")])
    assert found == CarriedOver(kept=("a",))


def test_a_changed_comment_is_shown_beside_the_old_decision_and_the_old_one_is_listed_as_vanished() -> None:
    found = carried([comment("a")], [comment("b", WORDS.replace("40%", "45%"))])
    assert found.kept == ()
    (offer,), (gone,) = found.offers, found.vanished
    assert (offer.key, offer.past.registered.key, offer.why) == ("b", "a", OfferWhy.CHANGED)
    assert offer.past.decision == TAKEN and 0.8 < offer.alike < 1 and gone == offer.past


def test_another_agency_s_comment_and_one_in_other_words_are_offered_no_old_decision() -> None:
    other = comment("b", "Đề nghị bổ sung danh mục từ viết tắt và giải thích thuật ngữ.")
    elsewhere = replace(comment("b", agency="Sở Y tế"), path="b.docx")
    assert carried([comment("a")], [elsewhere, other]).offers == ()


def test_the_same_words_in_the_same_file_in_another_name_are_offered_what_was_decided_of_them() -> None:
    found = carried([comment("a")], [comment("b", agency="Sở Y tế")])
    assert [(one.key, one.past.registered.key, one.why) for one in found.offers] == [
        ("b", "a", OfferWhy.CHANGED)
    ]
    assert carried([comment("a")], [comment("a"), comment("b", agency="Sở Y tế")]).offers == ()


def test_an_agency_that_is_spelled_otherwise_is_the_same_agency() -> None:
    found = carried([comment("a", agency="Sở Nội vụ")], [comment("b", f"{WORDS} Xin cảm ơn.", "SỞ NỘI VỤ")])
    assert [one.why for one in found.offers] == [OfferWhy.CHANGED]


def test_round_two_knows_what_the_agency_was_answered_in_round_one() -> None:
    first, again = comment("a"), comment("b", WORDS.replace("khoản 1", "khoản 3"), draft=2)
    (offer,) = carried([first], [first, again]).offers
    assert (offer.why, offer.alike) == (OfferWhy.AGAIN, 1.0)


def test_round_two_is_shown_earlier_answers_on_the_same_clause_whatever_the_words() -> None:
    first = comment("a")
    other = comment("b", "Chỉ tiêu này khó khả thi trong điều kiện hiện nay.", draft=2)
    found = carried([first], [first, other], {"a": ["II.1"], "b": ["II.1"]})
    assert [(one.key, one.why) for one in found.offers] == [("b", OfferWhy.CLAUSE)]
    assert carried([first], [first, other], {"a": ["II.1"], "b": ["II.2"]}).offers == ()
    corrected = carried_over(
        [registered(first)], {"a": replace(TAKEN, clauses=("II.2",))}, [first, other], ROUNDS,
        clauses={"a": ["II.1"], "b": ["II.2"]},
    )  # fmt: skip
    assert [one.why for one in corrected.offers] == [OfferWhy.CLAUSE]


def test_what_was_never_decided_is_neither_vanished_nor_offered() -> None:
    known = [registered(comment("a"))]
    undecided = {"a": Decision(assignee="Phòng A", version=1)}
    assert carried_over(known, undecided, [comment("b")], ROUNDS) == CarriedOver()


def past(one: Comment, no: int, source: str = "", day: int = 1, answer: str = "Tiếp thu.") -> Past:
    decided = replace(TAKEN, response=answer, decided_at=f"2021-03-{day:02}T08:00:00+07:00")
    return Past(registered(one, no), decided, source)


def test_precedents_are_earlier_answers_to_like_comments_with_their_source_and_the_likest_first() -> None:
    asked = comment("x", agency="Sở Y tế")
    near = WORDS.replace("cho phù hợp thực tế", "để phù hợp với thực tế của địa phương hiện nay")
    known = known_answers(
        [
            past(comment("a", near), 1, day=2, answer="Giải trình: đã nêu."),
            past(comment("b"), 2, "ke-hoach-2020", day=3),
            past(comment("c", "Đề nghị bỏ câu này."), 3),
            past(comment("x", agency="Sở Y tế"), 4),  # its own
        ]
    )
    found = precedents(asked, known)
    assert [(one.past.registered.key, one.past.source) for one in found] == [
        ("b", "ke-hoach-2020"),
        ("a", ""),
    ]
    assert all(one.why is OfferWhy.LIKE and one.key == "x" for one in found)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Đề nghị bỏ quy định này", "Đề nghị giữ quy định này", ("bỏ", "giữ")),
        ("Đề nghị nâng mức hỗ trợ", "Đề nghị giảm mức hỗ trợ", ("nâng", "giảm")),
        ("Chuyển từ huyện cho xã", "Chuyển từ xã cho huyện", ("huyện", "xã")),
        ("Đề nghị giao Sở Nội vụ chủ trì", "Đề nghị giao Sở Tư pháp chủ trì", ("sở nội vụ", "sở tư pháp")),
        ("Giao việc này cho cấp xã", "Giao việc này cho cấp huyện", ("cấp xã", "cấp huyện")),
        ("Áp dụng trước ngày hiệu lực", "Áp dụng sau ngày hiệu lực", ("trước", "sau")),
        ("Đề nghị bỏ câu này, giữ câu sau", "Đề nghị bỏ câu này", ()),
    ],
)
def test_who_wished_for_the_opposite_is_no_precedent(one: str, other: str, words: tuple[str, ...]) -> None:
    ends = " về chế độ đối với cán bộ chuyên trách công nghệ thông tin"
    assert apart(one + ends, other + ends) == words
    known = known_answers([past(comment("a", other + ends), 1)])
    assert bool(precedents(comment("x", one + ends), known)) is not bool(words)


def test_equal_answers_are_one_precedent_and_there_are_five_at_most() -> None:
    same = known_answers([past(comment(str(no)), no, day=no) for no in range(1, 9)])
    (one,) = precedents(comment("x"), same)
    assert one.past.registered.key == "8"  # the last decided
    many = known_answers([past(comment(str(no)), no, answer=str(no)) for no in range(1, 9)])
    assert len(precedents(comment("x"), many)) == 5


def test_the_outcome_does_not_depend_on_the_order_of_the_decisions() -> None:
    old = [comment(str(no), f"{WORDS} Lần {no}.") for no in range(6)]
    new = [comment(f"n{no}", f"{WORDS} Mục {no}.") for no in range(6)]
    known = [registered(one, no) for no, one in enumerate(old, 1)]
    keys = [one.key for one in old]
    found = [carried_over(known, dict.fromkeys(order, TAKEN), new, ROUNDS) for order in (keys, keys[::-1])]
    assert found[0] == found[1]


@pytest.mark.slow
def test_five_thousand_comments_are_held_against_each_other_in_bounded_time() -> None:
    """Half of them changed; each with the words of all others and a few of its own."""
    count = 2500
    old = [comment(f"o{no}", f"{WORDS} Số {no} phương án {no % 7}.", f"Sở {no % 9}") for no in range(count)]
    new = [
        comment(f"n{no}", f"{WORDS} Số {no} phương án {no % 7} sửa.", f"Sở {no % 9}") for no in range(count)
    ]
    started = time.process_time()
    found = carried(old, new)
    assert time.process_time() - started < 20
    assert len(found.offers) == len(found.vanished) == count
