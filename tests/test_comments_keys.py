"""The key of a comment: the same as long as its content is, whatever becomes of its file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.comments import letters, told_apart
from drafter.model import Annotation, Block, Comment, Grid, Manuscript, Paragraph, Rounds, Sheet
from tests.redrafting import clause, draft

AGENCIES = (
    ("SỞ TÀI CHÍNH", "Sở Tài chính"),
    ("UBND THÀNH PHỐ AN SƠN", "ỦY BAN NHÂN DÂN THÀNH PHỐ AN SƠN"),
    ("SỞ TT&TT", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
)
WISHES = (
    "Khoản 2 mục III: đề nghị thay “sao chép” bằng “giải mã”.",
    "Khoản 3 mục III: đề nghị bỏ cụm từ “nếu có”.",
    "Đề nghị làm rõ nguồn kinh phí hằng năm.",
    "Đề nghị hạ chỉ tiêu hoá đơn điện tử từ 80% xuống 70%.",
    "Phần bối cảnh còn dài, đề nghị rút gọn.",
    "Mục IV: đề nghị giao Sở Nội vụ chủ trì.",
)
LISTS = st.lists(st.sampled_from(WISHES), min_size=1, max_size=6)
AGENCY = st.sampled_from(AGENCIES)
NAMES = st.sampled_from(["thu.txt", "nam/thu.txt", "ban sao (2).txt", "a.txt"])


def letter(agency: str, wishes: Sequence[str], *, name: str = "thu.txt", lines: Sequence[str] = ()) -> Sheet:
    """A letter on draft 2 with a numbered list of wishes; `lines` stand right above it."""
    said = [
        agency,
        "Kính gửi: Ban soạn thảo",
        "Sau khi nghiên cứu dự thảo lần 2, cơ quan có ý kiến như sau:",
        *lines,
        *(f"{number}. {wish}" for number, wish in enumerate(wishes, 1)),
    ]
    return Sheet(name, "0", "line", tuple(Block(number, line) for number, line in enumerate(said, 1)))


def said(*sheets: Sheet, rounds: Rounds | None = None) -> list[Comment]:
    read = [one for sheet in sheets for one in letters(sheet, rounds)]
    return [comment for one in told_apart(read) for comment in one.comments]


def keys(*sheets: Sheet, rounds: Rounds | None = None) -> list[str]:
    return [comment.key for comment in said(*sheets, rounds=rounds)]


@given(AGENCY, LISTS, NAMES)
def test_a_renamed_file_keeps_the_keys(agency: tuple[str, str], wishes: list[str], name: str) -> None:
    assert keys(letter(agency[0], wishes, name=name)) == keys(letter(agency[0], wishes))


@pytest.mark.slow
@given(AGENCY, LISTS, st.integers(0, 6), st.sampled_from(WISHES))
def test_a_line_above_changes_no_key_of_the_others(
    agency: tuple[str, str], wishes: list[str], at: int, more: str
) -> None:
    """As a set: of equal comments it is all one which is which."""
    before, after = letter(agency[0], wishes), letter(agency[0], [*wishes[:at], more, *wishes[at:]])
    assert set(keys(before)) <= set(keys(after))
    assert len(keys(after)) == len(wishes) + 1


@pytest.mark.slow
@given(AGENCY, LISTS, st.sampled_from(["Cơ quan cơ bản thống nhất với dự thảo.", "Về nội dung cụ thể:"]))
def test_other_words_around_change_no_key(agency: tuple[str, str], wishes: list[str], line: str) -> None:
    assert set(keys(letter(agency[0], wishes))) <= set(keys(letter(agency[0], wishes, lines=[line])))


@given(AGENCY, LISTS)
def test_an_agency_spelled_otherwise_keeps_its_keys(agency: tuple[str, str], wishes: list[str]) -> None:
    first, second = agency
    assert keys(letter(first, wishes)) == keys(letter(second, wishes))


def test_an_agency_of_the_draft_s_own_province_keeps_its_keys_with_and_without_its_name() -> None:
    sent = replace(draft(clause("III", "Nhiệm vụ")), path="2", number=2, issuer="Tỉnh ủy An Bình")
    rounds = Rounds((sent,))
    written = keys(letter("CÔNG AN TỈNH AN BÌNH", WISHES), rounds=rounds)
    assert keys(letter("CÔNG AN TỈNH", WISHES), rounds=rounds) == written
    assert set(keys(letter("CÔNG AN TỈNH BẮC SƠN", WISHES), rounds=rounds)).isdisjoint(written)


@pytest.mark.slow
@given(AGENCY, LISTS)
def test_spelling_changes_no_key(agency: tuple[str, str], wishes: list[str]) -> None:
    written = keys(letter(agency[0], wishes))
    for spelled in (
        [unicodedata.normalize("NFD", wish) for wish in wishes],
        [wish.replace("hoá", "hóa") for wish in wishes],
        [wish.replace(" ", "  ") for wish in wishes],
        [wish.replace("“", '"').replace("”", '"') for wish in wishes],
        [wish.removesuffix(".") + ";" for wish in wishes],
    ):
        assert keys(letter(agency[0], spelled)) == written


@given(AGENCY, LISTS, st.data())
def test_comments_moved_between_files_keep_their_keys(
    agency: tuple[str, str], wishes: list[str], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, max(1, len(wishes) - 1)))
    parts = [part for part in (wishes[:cut], wishes[cut:]) if part]
    moved = [letter(agency[0], part, name=f"{number}.txt") for number, part in enumerate(parts)]
    assert sorted(keys(*moved)) == sorted(keys(letter(agency[0], wishes)))


@given(AGENCY, LISTS, st.data())
def test_the_keys_of_the_others_stay_when_one_of_them_goes(
    agency: tuple[str, str], wishes: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(wishes) - 1))
    rest = wishes[:gone] + wishes[gone + 1 :]
    if rest:
        assert set(keys(letter(agency[0], rest))) <= set(keys(letter(agency[0], wishes)))


@given(st.lists(st.tuples(AGENCY, LISTS), min_size=1, max_size=4))
def test_no_key_stands_twice(files: list[tuple[tuple[str, str], list[str]]]) -> None:
    found = keys(*(letter(agency[0], wishes) for agency, wishes in files))
    assert len(found) == len(set(found)) == sum(len(wishes) for _, wishes in files)


@given(st.sets(st.sampled_from(WISHES), min_size=2), AGENCY, AGENCY)
def test_other_words_and_other_agencies_have_other_keys(
    wishes: set[str], one: tuple[str, str], other: tuple[str, str]
) -> None:
    ordered = sorted(wishes)
    assert len(set(keys(letter(one[0], ordered)))) == len(ordered)
    if one != other:
        assert not set(keys(letter(one[0], ordered))) & set(keys(letter(other[0], ordered)))


def form(*rows: tuple[str, str]) -> Sheet:
    cells = [("Nội dung dự thảo", "Ý kiến góp ý"), *rows]
    grid = Grid(
        tuple(
            tuple((Block(number, cell, 100 * column),) for column, cell in enumerate(row))
            for number, row in enumerate(cells, 2)
        )
    )
    return Sheet("form.csv", "0", "row", (Block(1, "SỞ TÀI CHÍNH"), grid))


def test_equal_words_on_two_places_are_two_comments_and_one_may_go() -> None:
    """ "Đề nghị bỏ." in two rows: the place is part of the content, not the order."""
    both = said(form(("Khoản 2 mục III", "Đề nghị bỏ."), ("Khoản 3 mục III", "Đề nghị bỏ.")))
    (left,) = said(form(("Khoản 3 mục III", "Đề nghị bỏ.")))
    assert both[0].key != both[1].key
    assert left.key == both[1].key


@pytest.mark.slow
def test_very_many_equal_comments_are_told_apart_in_time_that_grows_with_their_number() -> None:
    (one,) = letters(letter("SỞ TÀI CHÍNH", WISHES[:1]))
    many = replace(one, comments=one.comments * 20_000)
    begun = process_time()
    (made,) = told_apart([many])
    assert len({comment.key for comment in made.comments}) == 20_000
    assert process_time() - begun < 10  # each was held against each in 50 s


@given(st.permutations(["Hạ tầng số", "Nhân lực số", "Thể chế"]), st.integers(0, 2))
def test_of_equal_words_under_several_headings_none_gets_the_key_of_another(
    heads: list[str], gone: int
) -> None:
    """Whichever goes, the others keep theirs; the last one left is nobody's that was there before."""

    def sent(*heads: str) -> list[str]:
        points = (
            line
            for letter, head in zip("abc", heads, strict=False)
            for line in (f"{letter}) {head}", "- Đề nghị bổ sung cơ quan chủ trì.")
        )
        lines = [
            "SỞ NỘI VỤ",
            "Sau khi nghiên cứu dự thảo lần 2, có ý kiến như sau:",
            "2. Tại mục III:",
            *points,
        ]
        blocks = tuple(Block(number, line) for number, line in enumerate(lines, 1))
        return keys(Sheet("thu.txt", "0", "line", blocks))

    three = sent(*heads)
    assert len(set(three)) == 3
    assert sent(*heads[:gone], *heads[gone + 1 :]) == three[:gone] + three[gone + 1 :]
    (alone,) = sent(heads[gone])
    assert alone not in three


def test_margin_comments_are_told_apart_by_the_words_that_they_stand_on() -> None:
    texts = ("Đạt 80% hồ sơ trực tuyến.", "Đạt 90% văn bản điện tử.")

    def copy(*noted: int) -> list[str]:
        notes = tuple(
            Annotation("Sở Nội vụ", None, "Đề nghị bỏ chỉ tiêu này.", texts[at][4:7], at, 4, at, 7, None)
            for at in noted
        )
        paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts))
        manuscript = Manuscript("copy.docx", "0", paragraphs, annotations=notes)
        return keys(Sheet("copy.docx", "0", "paragraph", (), manuscript=manuscript))

    first, second = copy(0, 1)
    assert first != second
    assert copy(1) == [second]


def test_a_letter_that_names_no_draft_keeps_its_keys_when_a_newer_draft_comes() -> None:
    lines = ["SỞ TÀI CHÍNH", "Kính gửi: Ban soạn thảo", f"1. {WISHES[0]}"]
    undated = Sheet("x.txt", "0", "line", tuple(Block(n, line) for n, line in enumerate(lines, 1)))
    made = [
        replace(draft(clause("III", "Nhiệm vụ")), path=str(n), number=n, date=date(2024, n, 1))
        for n in (1, 2)
    ]
    first, both = Rounds((made[0],)), Rounds(tuple(made))
    assert said(undated, rounds=first)[0].draft != said(undated, rounds=both)[0].draft
    assert keys(undated, rounds=first) == keys(undated, rounds=both)


def test_the_same_words_on_another_draft_are_another_comment() -> None:
    second = letter("SỞ TÀI CHÍNH", WISHES[:1])
    third = replace(
        second, parts=tuple(replace(p, text=p.text.replace("lần 2", "lần 3")) for p in second.parts)
    )
    assert keys(second) != keys(third)
