"""Properties of every outline: each paragraph once, unique ids, parents first, whatever the numbering."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.outline import outline
from drafter.language.markers import follows, read_automatic, read_marker
from drafter.language.numerals import POINT_LETTERS
from drafter.model import Cell, Draft, Manuscript, Note, Paragraph, Story
from tests.properties import examples

from .bench.quality.outline import coverage

MARKERS = [
    "", "", "", "I. ", "II- ", "III. ", "X. ", "1. ", "2. ", "3. ", "10. ", "1.1. ", "2.1 ", "1.2.3. ",
    "a) ", "b) ", "đ) ", "i) ", "ii) ", "- ", "– ", "• ", "+ ", "* ", "A. ", "B. ", "C. ",
    "Điều 1. ", "Điều 2. ", "Chương I ", "Chương II\n", "Phần thứ nhất ", "Mục 1. ",
    "PHỤ LỤC I ", "PHỤ LỤC ", "(1) ", "1) ", "2021 ", "5 ",
]  # fmt: skip
TEXTS = [
    "Nội dung một", "MỤC TIÊU", "Đến năm 2025 đạt 50%.", "Nhiệm vụ:", "Căn cứ Luật Tổ chức;",
    "NGHỊ QUYẾT", "Nghị quyết này có hiệu lực.", "Nơi nhận:", "T/M BAN THƯỜNG VỤ", "-----",
    "(Kèm theo Quyết định", "Số: 12/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Dự thảo lần 2",
    "Hà Tĩnh, ngày 3 tháng 2 năm 2021", "STT", "Bối cảnh", "một\nhai", "một\n- hai\n- ba",
    "", "  ", "\tĐoạn có tab\t",
]  # fmt: skip


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    """Any mixture of numbered and plain paragraphs, tables with lines or without, notes and soft breaks."""
    found: list[Paragraph] = []
    tables = 0
    for _ in range(draw(st.integers(0, 25))):
        if draw(st.integers(0, 6)) == 0:
            rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
            borders = draw(st.booleans())
            for row in range(rows):
                for column in range(columns):
                    cell = Cell(tables, row, column, borders=borders, header=draw(st.booleans()))
                    found.append(_paragraph(draw, len(found), cell))
            tables += 1
        else:
            found.append(_paragraph(draw, len(found), None))
    return Manuscript("du-thao.docx", "", tuple(found))


def _paragraph(draw: st.DrawFn, index: int, cell: Cell | None) -> Paragraph:
    text = draw(st.sampled_from(MARKERS)) + draw(st.sampled_from(TEXTS))
    automatic = draw(st.sampled_from([None, None, None, "1.", "2.", "a)", "-", "•", "I."]))
    note = Note(Story.TEXT_BOX, "ghi chú")
    return Paragraph(
        index,
        text,
        automatic,
        bold=draw(st.booleans()),
        centred=draw(st.booleans()),
        cell=cell,
        notes=(note,) if draw(st.integers(0, 9)) == 0 else (),
    )


@examples(100)
@given(manuscripts())
def test_every_paragraph_stands_in_exactly_one_place(source: Manuscript) -> None:
    found = outline(source)
    assert coverage(source, found) == 1.0
    claimed = Counter(
        (place.paragraph, at)
        for clause in found.clauses
        for place in clause.places
        for at in range(place.start, place.end)
    )
    assert not claimed or max(claimed.values()) == 1


@examples(100)
@given(manuscripts())
def test_ids_are_unique_and_parents_come_first(source: Manuscript) -> None:
    found = outline(source)
    seen: set[str] = set()
    for order, clause in enumerate(found.clauses):
        assert clause.id not in seen
        assert clause.parent is None or clause.parent in seen
        assert clause.order == order
        seen.add(clause.id)
    _assert_words_add_up(found)


def _assert_words_add_up(found: Draft) -> None:
    for clause in found.clauses:
        below = sum(child.words_all for child in found.children.get(clause.id, ()))
        assert clause.words_all == clause.words + below


@examples(60)
@given(manuscripts())
def test_every_note_is_kept_once(source: Manuscript) -> None:
    found = outline(source)
    kept = sum(len(clause.notes) for clause in found.clauses)
    outside = sum(text == "ghi chú" for part in (found.front, found.back, found.header) for text in part)
    assert kept + outside == sum(len(one.notes) for one in source.paragraphs)


@given(st.text(max_size=40))
def test_a_marker_never_reaches_beyond_its_line(text: str) -> None:
    for marker in read_marker(text):
        assert 0 < marker.end <= len(text)
        assert marker.label


@given(st.integers(1, 400), st.sampled_from([".", ")", "-", "/"]))
def test_numbers_follow_one_another(number: int, mark: str) -> None:
    one, two = read_marker(f"{number}{mark} Nội dung"), read_marker(f"{number + 1}{mark} Nội dung")
    assert follows(one[0], two[0])
    assert not follows(two[0], one[0])
    assert one[0].key == str(number)


def test_point_letters_follow_in_vietnamese_order() -> None:
    points = [read_automatic(f"{letter})")[0] for letter in POINT_LETTERS]
    assert all(follows(one, two) for one, two in pairwise(points))
