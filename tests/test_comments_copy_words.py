"""The count of a copy: every word by which it differs from the draft is in a comment or in named frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.comments import copies, letters
from drafter.analyses.comments.copy_counting import changed_words
from drafter.analyses.comments.copy_letters import letters_of_copy
from drafter.analyses.comments.returned import ReturnedCopy
from drafter.analyses.outline import outline
from drafter.model import (
    NOTHING_DECLARED,
    Ask,
    Draft,
    FrameKind,
    Letter,
    Op,
    Rounds,
    Sheet,
    WordCount,
    summed,
)
from tests.docx_builder import docx, p, r
from tests.inputs import read_comment_file, read_docx
from tests.properties import examples
from tests.test_comments_marked import BODY, STRIKE, gone, ins, mark, numbered

FRONT = ("ỦY BAN NHÂN DÂN TỈNH", "KẾ HOẠCH", "Chuyển đổi số của tỉnh đến năm 2025")
DRAFT = (*map(p, FRONT), *numbered(*BODY))


def sent(folder: Path, draft: Sequence[str] = DRAFT) -> Draft:
    return outline(read_docx(docx(folder / "out.docx", *draft)))


def back(folder: Path, copy: Sequence[str], **parts: str) -> Sheet:
    return read_comment_file(docx(folder / "so-y-te.docx", *copy, **parts), root=folder)


def edited(at: int, *line: str) -> list[str]:
    copy = [*DRAFT]
    copy[len(FRONT) + at] = p(*line)
    return copy


def read(folder: Path, copy: Sequence[str], draft: Sequence[str] = DRAFT, **parts: str) -> Letter:
    (letter,) = letters(back(folder, copy, **parts), Rounds((sent(folder, draft),)))
    return letter


# Each with how many words came or went, as typed.
EDITS = [
    ((2, "3. Ít nhất ", gone("80% dịch vụ"), ins("85%"), BODY[2].removeprefix("Ít nhất 80% dịch vụ")), 4),
    ((3, "4. Sở Nội vụ", ins(", Sở Y tế"), BODY[3].removeprefix("Sở Nội vụ")), 3),
    ((2, "3. Ít nhất 90% hồ sơ", BODY[2].removeprefix("Ít nhất 80% dịch vụ")), 6),
    ((2, r(f"3. {BODY[2]}", STRIKE)), 15),
    ((0, f"1. {BODY[0]}", " Người dân là chủ thể."), 5),
]


@pytest.mark.parametrize(("line", "changed"), EDITS)
def test_words_that_came_or_went_are_counted_once(
    tmp_path: Path, line: tuple[int, *tuple[str, ...]], changed: int
) -> None:
    assert read(tmp_path, edited(*line)).words == WordCount(changed, changed, 0, closes=True)


def test_paragraphs_that_came_went_and_moved_are_counted(tmp_path: Path) -> None:
    copy = [*DRAFT]
    copy.insert(4, p(ins("Ưu tiên vùng khó khăn về hạ tầng."), ppr=mark("ins")))
    copy.append(copy.pop(3))  # moved in silence: its words are the draft's
    said = read(tmp_path, copy)
    assert said.words.closes
    assert sorted(str(c.asks[0].op) for c in said.comments) == ["add", "move"]
    assert said.words.read >= 8


def test_spelling_dress_and_numbers_are_no_words_of_a_copy(tmp_path: Path) -> None:
    copy = edited(3, f"d) {BODY[3].replace('hóa', 'hoá')} ")
    copy[3] = p(f"1) {BODY[0]}".replace("Người", "Người "))
    copy[5] = p(f"3. {BODY[2]}", ins(" Đề nghị giữ nguyên."))
    said = read(tmp_path, copy)
    assert said.words == WordCount(4, 4, 0, closes=True)


@pytest.mark.parametrize("line", [line for line, _ in EDITS])
@pytest.mark.parametrize("fault", ["dropped", "twice", "other words"])
def test_an_edit_that_is_lost_doubled_or_told_otherwise_keeps_the_count_from_closing(
    tmp_path: Path, line: tuple[int, *tuple[str, ...]], fault: str
) -> None:
    sheet = back(tmp_path, edited(*line))
    assert sheet.manuscript is not None
    copy = ReturnedCopy(sheet.manuscript, sent(tmp_path))
    told = [each.edit for each in copies.comments_of(copy, sheet, agency=None) if each.edit]
    assert changed_words(copy, sheet, told, ()).closes
    wrong = {"dropped": told[1:], "twice": [*told, told[0]], "other words": [*told[1:], _other(told[0])]}
    assert not changed_words(copy, sheet, wrong[fault], ()).closes


def _other(ask: Ask) -> Ask:
    return replace(ask, old=f"{ask.old} và" if ask.op is not Op.ADD else ask.old, new=f"{ask.new or ''} thì")


@pytest.mark.parametrize("op", ["+", "-"])
def test_a_mark_that_the_reader_drops_keeps_the_count_from_closing(tmp_path: Path, op: str) -> None:
    sheet = back(tmp_path, edited(*EDITS[0][0]))
    assert sheet.manuscript is not None
    kept = tuple(each for each in sheet.manuscript.revisions if each.op != op)
    dropped = replace(sheet, manuscript=replace(sheet.manuscript, revisions=kept))
    assert not _count(dropped, sent(tmp_path)).closes


def test_a_line_that_the_reader_drops_keeps_the_count_from_closing(tmp_path: Path) -> None:
    sheet = back(tmp_path, edited(*EDITS[0][0]))
    assert not _count(replace(sheet, parts=sheet.parts[:-1]), sent(tmp_path)).closes


def _count(sheet: Sheet, draft: Draft) -> WordCount:
    found = letters_of_copy(sheet, None, replace(NOTHING_DECLARED, draft=draft))
    return summed(letter.words for letter in found)


# --- around the text ------------------------------------------------------------------------


def test_what_an_office_types_above_its_copy_is_letterhead(tmp_path: Path) -> None:
    copy = [p("SỞ Y TẾ"), p("Bản sửa của phòng nghiệp vụ"), *edited(*EDITS[0][0])]
    said = read(tmp_path, copy)
    assert [(piece.kind, piece.text) for piece in said.frame] == [
        (FrameKind.LETTERHEAD, "SỞ Y TẾ"),
        (FrameKind.LETTERHEAD, "Bản sửa của phòng nghiệp vụ"),
    ]
    assert said.words == WordCount(13, 4, 9, closes=True)


def test_an_edit_of_the_title_is_a_comment(tmp_path: Path) -> None:
    copy = [*DRAFT]
    copy[2] = p("Chuyển đổi số toàn diện của tỉnh đến năm 2030")
    said = read(tmp_path, copy)
    assert [(str(c.asks[0].op), c.asks[0].new) for c in said.comments] == [
        ("add", "toàn diện"),
        ("replace", "2030"),
    ]
    assert said.words.closes


def test_a_paragraph_added_before_the_first_that_stayed_is_a_comment(tmp_path: Path) -> None:
    copy = edited(0, "1. Người dân là trung tâm, là mục tiêu của chuyển đổi số quốc gia và của tỉnh.")
    copy.insert(len(FRONT), p("Kế hoạch này áp dụng với mọi cơ quan nhà nước của tỉnh."))
    said = read(tmp_path, copy)
    assert "Kế hoạch này áp dụng với mọi cơ quan nhà nước của tỉnh." in [c.asks[0].new for c in said.comments]
    assert said.words.closes and not said.frame


def test_the_edges_of_the_pages_are_frame_and_a_request_there_is_for_a_person(tmp_path: Path) -> None:
    asked = "Đề nghị bổ sung kinh phí tại khoản 2."
    said = read(tmp_path, edited(*EDITS[0][0]), header=p("Sở Y tế góp ý"), footer=p(asked))
    assert [(piece.kind, piece.text) for piece in said.frame] == [(FrameKind.LETTERHEAD, "Sở Y tế góp ý")]
    assert [c.text for c in said.comments if c.review] == [asked]
    assert said.words == WordCount(18, 13, 5, closes=True)


def test_the_marks_of_a_copy_of_a_draft_that_is_not_here_are_counted(tmp_path: Path) -> None:
    (said,) = letters(back(tmp_path, edited(*EDITS[0][0])))
    assert said.words == WordCount(4, 4, 0, closes=True)


# --- whatever is edited ---------------------------------------------------------------------

CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["typed", "tracked", "taken", "added", "moved", "split", "joined", "struck"]),
        st.integers(0, 6),
        st.sampled_from(["25%", "và Sở Y tế", "Dữ liệu", "3. Ưu tiên", "đến năm 2030"]),
    ),
    min_size=1,
    max_size=5,
)


def changed(lines: list[str], changes: list[tuple[str, int, str]]) -> list[str]:
    """Paragraphs of `lines` after all that was done to them, one thing after another, each by its place."""
    made = [(line, p(line)) for line in lines]
    for what, at, words in changes:
        at %= len(made)
        line, _ = made[at]
        half = line.find(" ", len(line) // 2)
        first, second = line[:half], line[half + 1 :]
        if what == "typed":
            made[at] = (f"{first} {words} {second}", p(f"{first} {words} {second}"))
        elif what == "tracked":
            made[at] = (line, p(f"{first} ", gone(second), ins(words)))
        elif what == "taken" and len(made) > 4:
            del made[at]
        elif what == "added":
            made.insert(at, (f"{words} {first}", p(f"{words} {first}")))
        elif what == "moved":
            made.append(made.pop(at))
        elif what == "split":
            made[at : at + 1] = [(first, p(first)), (second, p(second))]
        elif what == "joined" and len(made) > at + 1 > 4:
            whole = f"{line} {made[at + 1][0]}"
            made[at : at + 2] = [(whole, p(whole))]
        elif what == "struck":
            made[at] = (line, p(f"{first} ", r(second, STRIKE)))
    return [block for _, block in made]


LINES = [
    *BODY,
    "Ban hành kế hoạch sử dụng chung hạ tầng số; ưu tiên hạ tầng số cho vùng sâu, vùng xa, biên giới.",
    "Mỗi năm bố trí tối thiểu 1% chi ngân sách cho chuyển đổi số, có báo cáo kết quả trước ngày 15/12.",
    "Giao Sở Tài chính tham mưu kinh phí; Sở Kế hoạch và Đầu tư theo dõi, đôn đốc việc thực hiện.",
]


@examples(40)
@given(CHANGES)
def test_whatever_is_edited_in_a_copy_its_words_are_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("copy")
    draft = sent(folder, [*map(p, FRONT), *(p(f"{n}. {line}") for n, line in enumerate(LINES, 1))])
    sheet = back(folder, [*map(p, FRONT), *changed(LINES, changes)])
    assert _count(sheet, draft).closes


def test_a_note_of_the_draft_that_is_worded_wholly_anew_is_told(tmp_path: Path) -> None:
    def noted(text: str) -> dict[str, str]:
        return {"footnotes": f'<w:footnote w:id="2">{p(text)}</w:footnote>'}

    line = (f"1. {BODY[0]}", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    folder = tmp_path / "out"
    folder.mkdir()
    out = docx(folder / "out.docx", *edited(0, *line), **noted("Theo báo cáo năm 2020."))
    sheet = back(tmp_path, edited(0, *line), **noted("Số liệu của Cục Thống kê"))
    (said,) = letters(sheet, Rounds((outline(read_docx(out)),)))
    assert said.words.closes and said.words.read >= 10
