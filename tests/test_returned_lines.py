"""Rows of a returned table that are answered line by line, and what people wrote beside their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import openpyxl
import pytest
from docx.oxml.ns import qn

from drafter.analyses.returned import returned
from drafter.analyses.settled import settled
from drafter.jobs.import_table import known_rows
from drafter.model import UNDECIDED, Decision, Extras, Layout, Returned, RowFate, RowNote, Table
from drafter.opc import open_package
from drafter.wording.decisions import decided_words
from tests.returned_tables import (
    AUTHOR,
    OFFICE,
    Edited,
    comments,
    decided,
    key,
    known,
    made,
    read,
    saved,
    taken,
    written,
)
from tests.test_returned_tables import DECIDED, out, touched

NOTED = decided("noted", "Ghi nhận.")
REFUSED = decided("explained", "Giải trình: giữ như dự thảo.")


def of_several(decisions: Mapping[str, Decision]) -> Table:
    """A table whose first row holds the first three comments, decided so."""
    table = made()
    said = comments()[:3]
    row = replace(
        table.rows[0],
        comments=tuple(each.id for each in said),
        keys=tuple(each.key for each in said),
        agencies=tuple(each.agency for each in said),
    )
    return settled(replace(table, rows=(row, *table.rows[3:])), comments(), decisions)


def answered(suffix: str, now: Mapping[str, Decision], answer: str, here: Mapping[str, Decision]) -> Returned:
    """What becomes of it where its first cell of answers was retyped, and these decisions stand here."""
    table = of_several(now)
    edited = Edited(written(table, suffix), suffix)
    edited.answer(0, answer)
    rows = known_rows(table)
    numbers = {each.key: each.no or 0 for each in comments()}
    lines = {
        each: tuple(decided_words(here.get(each, UNDECIDED), lang) for lang in ("vi", "en"))
        for each in numbers
    }
    return returned(
        read(edited.data, suffix),
        known(here, rows=rows, expected=tuple(row.key for row in rows), numbers=numbers, printed=lines),
        AUTHOR,
    )


def printed(now: Mapping[str, Decision]) -> str:
    edited = Edited(written(of_several(now), ".docx"), ".docx")
    return edited.get(0, edited.answers)


def test_comments_decided_in_different_ways_have_a_line_each_with_their_numbers() -> None:
    assert printed({key(0): NOTED, key(1): REFUSED}).split("\n") == [
        "Sở Tài chính (ý kiến số 1): Ghi nhận.",
        "Sở Y tế (ý kiến số 2): Giải trình: giữ như dự thảo.",
        "Sở Nội vụ (ý kiến số 3): Chờ xử lý.",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", OFFICE)
@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", "", {}),
        ("Ghi nhận.", "Tiếp thu tại mục II.", {0: ("accepted", "Tiếp thu tại mục II.")}),
        ("Chờ xử lý.", "Ghi nhận, để sau.", {2: ("noted", "Ghi nhận, để sau.")}),
        ("giữ như dự thảo.", "đã có tại mục II.\nKhông sửa.",
         {1: ("explained", "Giải trình: đã có tại mục II.\nKhông sửa.")}),
        ("(ý kiến số 1): Ghi nhận.", "( Ý kiến số 1, 3 ) : Tiếp thu.",
         {}),
        ("\nSở Nội vụ (ý kiến số 3): Chờ xử lý.", "", {}),
    ],
)  # fmt: skip
def test_a_row_is_taken_line_by_line(
    suffix: str, old: str, new: str, wanted: dict[int, tuple[str, str]]
) -> None:
    now = {key(0): NOTED, key(1): REFUSED}
    text = printed(now)
    assert old in text
    found = answered(suffix, now, text.replace(old, new), now)
    assert saved(found) == wanted
    assert {row.fate for row in found.rows if row.place is not None} <= {
        RowFate.TAKEN, RowFate.UNCHANGED, *([RowFate.UNCLEAR] if "1, 3" in new else [])
    }  # fmt: skip


def test_comments_answered_alike_are_told_apart_by_a_line_each() -> None:
    now = {key(at): NOTED for at in range(3)}
    found = answered(".docx", now, "Sở A (ý kiến số 1, 3): Ghi nhận.\nSở Y tế (ý kiến số 2): Tiếp thu.", now)
    assert saved(found) == {1: ("accepted", "Tiếp thu.")}


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp thu tất cả.",
        "Tiếp thu.\nSở Y tế (ý kiến số 2): Giải trình: giữ như dự thảo.",
        "Sở Tài chính (ý kiến số 9): Tiếp thu.",
        "Sở Tài chính (ý kiến số 1): Tiếp thu.\nSở Tài chính (ý kiến số 1): Ghi nhận.",
    ],
)
def test_a_cell_whose_lines_name_no_comments_of_the_row_is_for_a_person(text: str) -> None:
    now = {key(0): NOTED, key(1): REFUSED}
    found = answered(".docx", now, text, now)
    assert touched(found)[0] == ("unclear", "several") and not found.saves


def test_a_line_that_was_deleted_takes_no_decision_away() -> None:
    now = {key(0): NOTED, key(1): REFUSED}
    found = answered(".docx", now, "Sở Tài chính (ý kiến số 1): Ghi nhận.", now)
    assert not found.saves and [each[:2] for each in touched(found)] == [("unclear", "emptied")]


def test_lines_decided_otherwise_here_since_are_not_taken() -> None:
    now = {key(0): NOTED, key(1): REFUSED}
    text = printed(now).replace("Ghi nhận.", "Tiếp thu.")
    found = answered(".docx", now, text, {**now, key(1): decided("noted", "Ghi nhận.")})
    assert not found.saves


# --- comments on cells --------------------------------------------------------------------------------------


def remarked(suffix: str, *words: str, answer: str = "") -> bytes:
    """The table with comments by Hoa on the cells of its first row."""
    table = Edited(out(suffix), suffix)
    if answer:
        table.answer(0, answer)
    if suffix == ".docx":
        run = table.table.rows[2].cells[-1].paragraphs[0].runs[0]
        for each in words:
            table.document.add_comment(run, each, author="Hoa")
    else:
        table.sheet.cell(table.rows[0], 2).comment = openpyxl.comments.Comment("\n".join(words), "Hoa")
    return table.data


@pytest.mark.slow
@pytest.mark.parametrize("suffix", OFFICE)
def test_comments_on_cells_are_kept_as_remarks_and_the_answer_stands(suffix: str) -> None:
    found = taken(remarked(suffix, "Xem lại câu này"), suffix, DECIDED)
    (save,) = found.saves
    before = DECIDED.get(save.key, UNDECIDED)
    assert save.decision == replace(before, remark=save.decision.remark)
    assert "Xem lại câu này" in save.decision.remark
    assert found.rows[0].fate is RowFate.UNCHANGED and RowNote.REMARK in found.rows[0].notes
    again = {**DECIDED, save.key: replace(save.decision, version=before.version + 1)}
    assert not taken(remarked(suffix, "Xem lại câu này"), suffix, again).saves
    more = taken(remarked(suffix, "Xem lại câu này", "Hỏi Sở"), suffix, again)
    assert all(words in more.saves[0].decision.remark for words in ("Xem lại câu này", "Hỏi Sở"))


def test_a_remark_that_stands_here_is_told_and_never_replaced() -> None:
    now = {**DECIDED, key(0): replace(DECIDED.get(key(0), UNDECIDED), remark="hỏi lãnh đạo", version=1)}
    found = taken(remarked(".docx", "Xem lại câu này"), ".docx", now)
    assert not found.saves and RowNote.REMARK_CONFLICT in found.rows[0].notes
    both = taken(remarked(".docx", "Xem lại câu này", answer="Ghi nhận."), ".docx", now)
    assert [save.decision.remark for save in both.saves] == ["hỏi lãnh đạo"]


def test_an_answer_and_a_comment_beside_it_are_one_act() -> None:
    found = taken(remarked(".docx", "Đã hỏi Sở", answer="Ghi nhận, để sau."), ".docx", DECIDED)
    (save,) = found.saves
    assert saved(found) == {0: ("noted", "Ghi nhận, để sau.")} and "Đã hỏi Sở" in save.decision.remark


# --- the disposition chosen in Word -------------------------------------------------------------------------


def chosen(data: bytes, at: int, choice: str) -> bytes:
    """The table after somebody chose from the list of a row: the words in its control are others."""
    table = Edited(data, ".docx")
    (control,) = [
        sdt
        for sdt in table.rows[at].iter(qn("w:sdt"))
        if sdt.find(f"{qn('w:sdtPr')}/{qn('w:dropDownList')}") is not None
    ]
    offered = [item.get(qn("w:displayText")) for item in control.iter(qn("w:listItem"))]
    assert choice in offered
    (words,) = control.iter(qn("w:t"))
    words.text = choice
    return table.data


@pytest.mark.slow
@pytest.mark.parametrize("layout", Layout)
def test_a_disposition_chosen_from_the_list_in_word_is_read_back(layout: Layout) -> None:
    table = replace(made(DECIDED), extras=Extras(choices=True))
    data = written(table, ".docx", layout)
    assert not touched(taken(data, ".docx", DECIDED)) and not taken(data, ".docx", DECIDED).saves
    found = taken(chosen(data, 2, "Ghi nhận"), ".docx", DECIDED)
    assert {at: disposition for at, (disposition, _) in saved(found).items()} == {2: "noted"}
    both = Edited(chosen(data, 2, "Giải trình"), ".docx")
    both.answer(2, "Đã có tại mục II.")
    assert saved(taken(both.data, ".docx", DECIDED)) == {2: ("explained", "Đã có tại mục II.")}


def test_the_official_copy_has_no_such_column() -> None:
    for extras in (Extras(), Extras(choices=True, attachment=True)):
        assert b"dropDownList" not in open_package(
            written(replace(made(DECIDED), extras=extras), ".docx"), shown="a"
        ).read("word/document.xml")
    assert "Kết quả xử lý" not in written(replace(made(DECIDED), extras=Extras(choices=True)), ".md").decode()
