"""Tables that come back edited: exactly what was touched becomes a decision, and all else is told."""

from __future__ import annotations

import io
import unicodedata
from copy import deepcopy
from dataclasses import replace
from functools import cache

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl.styles import Font

from drafter.analyses.returned import returned
from drafter.errors import DamagedFile, DrafterError, EmptyFile, NoTable
from drafter.jobs.import_table import known_rows
from drafter.language.dispositions import disposition_of, is_bare
from drafter.language.retyped import retyped
from drafter.model import ColumnRole, Decision, Disposition, Layout, ReasonCode, Returned, RowFate, RowNote
from drafter.record import read_mark
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
    without_record,
    written,
)

DECIDED = {
    key(0): decided("accepted", "Tiếp thu, đã bỏ."),
    key(1): decided("explained", "Giải trình: đã có."),
}
FATES = {RowFate.TAKEN, RowFate.CONFLICTING, RowFate.UNCLEAR, RowFate.UNKNOWN, RowFate.MISSING}


@cache
def out(suffix: str, layout: Layout = Layout.CLAUSE, lang: str = "vi") -> bytes:
    return written(made(DECIDED), suffix, layout, lang)


def touched(found: Returned) -> list[tuple[str, ...]]:
    return [(row.fate.value, *map(str, row.notes)) for row in found.rows if row.fate in FATES]


@pytest.mark.few
@pytest.mark.parametrize(
    ("layout", "lang"), [(Layout.CLAUSE, "vi"), (Layout.COMMENT, "en"), (Layout.TEXT, "vi")]
)
@pytest.mark.parametrize("suffix", OFFICE)
def test_a_table_that_nobody_edited_decides_nothing(suffix: str, layout: Layout, lang: str) -> None:
    data = out(suffix, layout, lang)
    for each in (data, without_record(data)):
        found = taken(each, suffix, DECIDED)
        assert [row.fate for row in found.rows] == [RowFate.UNCHANGED] * 6
        assert not found.saves


@pytest.mark.few
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("suffix", OFFICE)
def test_an_answer_typed_over_a_proposal_becomes_a_decision(suffix: str, layout: Layout) -> None:
    table = Edited(out(suffix, layout), suffix)
    table.answer(2, "Giải trình: chỉ tiêu do Trung ương giao.")
    table.answer(3, "Tiếp thu một phần, bổ sung tại mục II.")
    found = taken(table.data, suffix, DECIDED)
    assert saved(found) == {
        2: ("explained", "Giải trình: chỉ tiêu do Trung ương giao."),
        3: ("partly", "Tiếp thu một phần, bổ sung tại mục II."),
    }
    assert {(save.decision.decided_by, save.decision.draft) for save in found.saves} == {("Lan", 3)}


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_cell_retyped_in_other_spaces_quotes_and_unicode_is_unchanged(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    for at in range(6):
        text = table.get(at, table.answers)
        text = text.replace("“", '"').replace("”", '"').replace(" ", "  ").replace("…", "...")
        table.answer(at, unicodedata.normalize("NFD", f" {text}\n"))
    assert not touched(taken(table.data, suffix, DECIDED))


@pytest.mark.parametrize("suffix", OFFICE)
def test_rows_in_another_order_are_the_same_rows(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    table.answer(4, "Ghi nhận ý kiến của Sở.")
    table.order([5, 3, 4, 0, 2, 1])
    assert saved(taken(table.data, suffix, DECIDED)) == {4: ("noted", "Ghi nhận ý kiến của Sở.")}


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_row_that_was_deleted_is_missing_and_keeps_its_decision(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    table.delete(1)
    found = taken(table.data, suffix, DECIDED)
    assert touched(found) == [("missing",)] and not found.saves
    assert found.of(RowFate.MISSING)[0].standing == (DECIDED[key(1)],)


def test_rows_sorted_without_the_hidden_column_are_found_by_their_words() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    hidden = table.column("drafter") + 1
    marks = [table.sheet.cell(row, hidden).value for row in table.rows]
    table.answer(4, "Ghi nhận ý kiến của Sở.")
    table.order([5, 4, 3, 2, 1, 0])
    for row, mark in zip(table.rows, marks, strict=True):
        table.sheet.cell(row, hidden).value = mark
    found = taken(table.data, ".xlsx", DECIDED)
    assert saved(found) == {4: ("noted", "Ghi nhận ý kiến của Sở.")}
    assert all(RowNote.MOVED in row.notes for row in found.rows)


def test_rows_of_equal_words_sorted_without_the_hidden_column_keep_their_own_answers() -> None:
    same = tuple(replace(row, text="Đề nghị bỏ Phụ lục II.") for row in made(DECIDED).rows)
    out_now = replace(made(DECIDED), rows=same)
    rows = known_rows(out_now)
    table = Edited(written(out_now, ".xlsx"), ".xlsx")
    hidden = table.column("drafter") + 1
    marks = [table.sheet.cell(row, hidden).value for row in table.rows]
    table.answer(4, "Ghi nhận ý kiến của Sở.")
    table.order([5, 4, 3, 2, 1, 0])
    for row, mark in zip(table.rows, marks, strict=True):
        table.sheet.cell(row, hidden).value = mark
    found = returned(read(table.data, ".xlsx"), known(DECIDED, rows=rows), AUTHOR)
    assert saved(found) == {4: ("noted", "Ghi nhận ý kiến của Sở.")}
    found = returned(read(table.data, ".xlsx"), known(DECIDED, rows=()), AUTHOR)
    assert not found.saves  # nobody tells which is which


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_row_without_its_mark_is_found_by_its_words(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    if suffix == ".docx":
        for tag in ("w:bookmarkStart", "w:bookmarkEnd", "w:sdt"):
            for element in list(table.rows[2].iter(qn(tag))):
                element.getparent().remove(element)
    else:
        table.put(2, table.column("drafter"), "")
    untouched = taken(table.data, suffix, DECIDED)
    assert not untouched.saves and RowNote.BY_WORDS in untouched.rows[2].notes
    table.answer(2, "Tiếp thu, đã rút gọn.")
    found = taken(without_record(table.data), suffix, DECIDED)
    assert touched(found) == [("unclear", "by-words", "no-base")] and not found.saves
    sent = known(DECIDED, marks=read(out(suffix), suffix).marks)  # as the store keeps what went out
    found = returned(read(without_record(table.data), suffix), sent, AUTHOR)
    assert saved(found) == {2: ("accepted", "Tiếp thu, đã rút gọn.")}


@pytest.mark.parametrize("suffix", OFFICE)
def test_an_added_row_is_named_and_nothing_of_it_is_taken(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    if suffix == ".docx":
        cells = [c.text for c in table.table.add_row().cells]
        assert not any(cells)
        for at, text in enumerate(("Toàn văn", "Sở Mới", "Một ý kiến nữa của Sở.", "Tiếp thu.")):
            table.table.rows[-1].cells[at].text = text
    else:
        table.sheet.append(["Toàn văn", "Sở Mới", "Một ý kiến nữa của Sở.", "Tiếp thu."])
    found = taken(table.data, suffix, DECIDED)
    assert touched(found) == [("unknown",)] and not found.saves
    assert found.of(RowFate.UNKNOWN)[0].answer == "Tiếp thu."


@pytest.mark.parametrize("suffix", OFFICE)
def test_what_was_decided_here_since_is_a_conflict_that_tells_both(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    table.answer(0, "Giải trình: trong bảng.")
    now = {**DECIDED, key(0): decided("noted", "Ghi nhận ở đây."), key(2): decided("noted", "Ghi nhận.")}
    found = taken(table.data, suffix, now)
    assert touched(found) == [("conflicting",)] and not found.saves
    (row,) = found.of(RowFate.CONFLICTING)
    assert row.wanted is not None and row.wanted.response == "Giải trình: trong bảng."
    assert row.standing[0].response == "Ghi nhận ở đây."


@pytest.mark.parametrize("suffix", OFFICE)
def test_the_same_answer_here_and_in_the_table_is_no_conflict(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    table.answer(2, "Ghi nhận ý kiến.")
    now = {**DECIDED, key(2): decided("noted", "Ghi nhận  ý kiến.")}
    assert not touched(taken(table.data, suffix, now))


def test_who_works_on_a_comment_until_when_is_no_other_answer() -> None:
    table = Edited(out(".docx"), ".docx")
    table.answer(0, "Tiếp thu, đã bỏ hẳn.")
    now = {**DECIDED, key(0): replace(DECIDED[key(0)], assignee="Minh", version=4)}
    found = taken(table.data, ".docx", now)
    (save,) = found.saves
    assert (save.decision.assignee, save.decision.version) == ("Minh", 4)


@pytest.mark.parametrize("suffix", OFFICE)
def test_an_answer_that_begins_with_no_disposition_leaves_the_comment_open_unless_one_stands_beside_it(
    suffix: str,
) -> None:
    table = Edited(out(suffix), suffix)
    table.answer(2, "Sẽ trao đổi thêm với Sở.")
    table.answer(0, "Sở đã có văn bản trả lời.")
    found = taken(table.data, suffix, DECIDED)
    beside = suffix == ".xlsx"  # which has a column for it
    assert saved(found) == {
        0: ("accepted" if beside else "pending", "Sở đã có văn bản trả lời."),
        2: ("pending", "Sẽ trao đổi thêm với Sở."),
    }
    note = "kept-disposition" if beside else "no-disposition"
    assert touched(found) == [("taken", note), ("taken", "no-disposition")]


@pytest.mark.parametrize("suffix", OFFICE)
@pytest.mark.parametrize(
    "answer",
    [
        "Tiếp thu. Tuy nhiên chưa sửa trong dự thảo này.",
        "Sẽ tiếp thu ở dự thảo lần sau.",
        "Tiếp thu, giải trình.",
    ],
)
def test_a_doubtful_answer_never_stands_beside_what_was_decided_before(suffix: str, answer: str) -> None:
    table = Edited(out(suffix), suffix)
    table.answer(0, answer)
    found = taken(table.data, suffix, DECIDED)
    assert saved(found) == {0: ("pending", answer)}
    assert touched(found) == [("taken", "no-disposition")]


def test_an_answer_in_plain_words_as_before_keeps_its_disposition_and_says_so() -> None:
    decisions = {key(0): decided("accepted", "Đã bỏ tại mục II.")}
    table = Edited(written(made(decisions), ".docx"), ".docx")
    table.answer(0, "Đã bỏ tại mục II và mục III.")
    found = taken(table.data, ".docx", decisions)
    assert saved(found) == {0: ("accepted", "Đã bỏ tại mục II và mục III.")}
    assert touched(found) == [("taken", "kept-disposition")]


def test_a_doubtful_answer_of_a_conflict_is_shown_as_one_that_says_nothing_clear() -> None:
    table = Edited(out(".docx"), ".docx")
    table.answer(0, "Sẽ tiếp thu ở dự thảo lần sau.")
    here = {**DECIDED, key(0): decided("noted", "Ghi nhận.")}
    (row,) = taken(table.data, ".docx", here).of(RowFate.CONFLICTING)
    assert row.wanted is not None and row.wanted.disposition is Disposition.PENDING


@pytest.mark.parametrize("suffix", OFFICE)
def test_an_answer_that_was_deleted_takes_no_decision_away(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    table.answer(0, "")
    found = taken(table.data, suffix, DECIDED)
    assert touched(found) == [("unclear", "emptied")] and not found.saves


def test_a_disposition_chosen_beside_a_proposal_that_says_the_same_is_the_answer() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    proposal = table.get(2, table.answers)
    table.choose(2, "Tiếp thu")
    table.choose(3, "Ghi nhận")  # its proposal is a skeleton with a blank
    table.choose(0, "Chờ xử lý")
    found = taken(table.data, ".xlsx", DECIDED)
    assert proposal.startswith("Tiếp thu, đã bỏ")
    assert saved(found) == {
        2: ("accepted", proposal),
        3: ("noted", ""),
    }
    assert ("unclear", "contradicts") in touched(found)  # left open, and says what became of it


def test_a_row_accepted_beside_a_proposal_with_blanks_tells_that_it_has_no_answer() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    table.choose(3, "Tiếp thu")
    table.choose(2, "Tiếp thu")
    found = taken(table.data, ".xlsx", DECIDED)
    assert saved(found)[3] == ("accepted", "") and saved(found)[2][1]
    assert touched(found) == [("taken",), ("taken", "unanswered")]


def test_a_reason_is_chosen_by_its_name_and_what_is_not_followed_needs_one() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    table.choose(2, "Giải trình")
    table.put(2, table.column("Lý do"), "Chưa đủ điều kiện thực hiện")
    table.choose(3, "Giải trình")
    table.answer(4, "Không tiếp thu.")
    found = taken(table.data, ".xlsx", DECIDED)
    assert touched(found) == [("taken",), *[("unclear", "needs-reason")] * 2]
    (save,) = found.saves
    assert (save.decision.disposition, save.decision.reason) == (
        Disposition.EXPLAINED,
        ReasonCode.NOT_FEASIBLE_YET,
    )


@pytest.mark.parametrize(
    ("suffix", "answer", "reason"),
    [
        (".docx", "Tiếp thu, đã bỏ.", None),
        (".xlsx", "Tiếp thu, đã bỏ.", None),
        (".docx", "Ghi nhận, chuyển cơ quan chủ trì.", None),
        (".docx", "Giải trình: nguồn lực chưa có.", ReasonCode.NOT_FEASIBLE_YET),
    ],
)
def test_the_reason_of_a_refusal_goes_with_it(suffix: str, answer: str, reason: ReasonCode | None) -> None:
    refused = decided("explained", "Chưa có nguồn.", reason=ReasonCode.NOT_FEASIBLE_YET)
    decisions = {key(at): replace(refused) for at in range(6)}
    table = Edited(written(made(decisions), suffix), suffix)
    table.answer(1, answer)
    if suffix == ".xlsx":
        table.choose(1, "Tiếp thu")  # and the reason is left beside it
    (save,) = taken(table.data, suffix, decisions).saves
    assert save.decision.response == answer and save.decision.reason is reason


def test_a_choice_and_an_answer_that_say_different_things_are_for_a_person() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    table.choose(2, "Tiếp thu")
    table.answer(2, "Không tiếp thu, vì đã có tại mục II.")
    table.choose(3, "Có lẽ")
    assert touched(taken(table.data, ".xlsx", DECIDED)) == [
        ("unclear", "contradicts"),
        ("unclear", "unread-choice"),
    ]


@pytest.mark.parametrize("suffix", OFFICE)
def test_columns_that_were_moved_or_renamed_are_known_again(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    at = table.answers
    table.answer(2, "Tiếp thu, đã rút gọn.")
    if suffix == ".docx":
        for tr in table.table._tbl.tr_lst:
            if len(tr.tc_lst) > 1:
                tr.insert(tr.index(tr.tc_lst[0]), tr.tc_lst[at])
        table.table.rows[0].cells[0].text = "Trả lời"
    else:
        table.sheet.insert_cols(1)
        for row in range(1, table.sheet.max_row + 1):
            table.sheet.cell(row, 1).value = table.sheet.cell(row, at + 2).value
        table.sheet.delete_cols(at + 2)
        table.sheet.cell(1, 1).value = "Trả lời"
    for data in (table.data, without_record(table.data)):
        assert saved(taken(data, suffix, DECIDED)) == {2: ("accepted", "Tiếp thu, đã rút gọn.")}


def test_a_table_is_found_where_it_was_pasted() -> None:
    source = Edited(out(".docx"), ".docx")
    source.answer(2, "Tiếp thu, đã rút gọn.")
    report = docx.Document()
    report.add_paragraph("Báo cáo")
    report.add_table(1, 2).cell(0, 0).text = "Nơi nhận"
    around = report.add_table(1, 1).cell(0, 0)
    around._tc.insert(1, source.table._tbl)
    out_file = io.BytesIO()
    report.save(out_file)
    assert saved(taken(out_file.getvalue(), ".docx", DECIDED)) == {2: ("accepted", "Tiếp thu, đã rút gọn.")}


def test_a_table_cut_in_two_is_one_and_needs_no_header() -> None:
    table = Edited(out(".docx"), ".docx")
    table.answer(1, "Tiếp thu, đã bổ sung.")
    table.answer(4, "Ghi nhận, để sau.")
    whole = table.table._tbl
    second = deepcopy(whole)
    for tr in whole.tr_lst[5:]:
        whole.remove(tr)
    for tr in second.tr_lst[:5]:
        second.remove(tr)
    between = parse_xml(f"<w:p {nsdecls('w')}/>")
    whole.addnext(between)
    between.addnext(second)
    assert saved(taken(table.data, ".docx", DECIDED)) == {
        1: ("accepted", "Tiếp thu, đã bổ sung."),
        4: ("noted", "Ghi nhận, để sau."),
    }
    whole.remove(whole.tr_lst[0])
    assert len(taken(table.data, ".docx", DECIDED).saves) == 2


def test_a_document_that_holds_the_table_twice_is_read_once_or_told() -> None:
    table = Edited(out(".docx"), ".docx")
    whole = table.table._tbl
    whole.addnext(deepcopy(whole))
    assert not touched(taken(table.data, ".docx", DECIDED))
    table.answer(2, "Tiếp thu, đã rút gọn.")
    found = taken(table.data, ".docx", DECIDED)
    assert touched(found) == [("unclear", "twice")] and not found.saves


def test_words_struck_through_by_hand_are_for_a_person() -> None:
    table = Edited(out(".docx"), ".docx")
    table.table.rows[2].cells[-1].paragraphs[0].add_run(" bỏ câu này").font.strike = True
    assert touched(taken(table.data, ".docx", DECIDED)) == [("unclear", "struck")]


def test_answers_merged_down_in_word_are_one_row() -> None:
    table = Edited(out(".docx"), ".docx")
    cells = table.table
    cells.cell(2, 3).merge(cells.cell(3, 3))
    found = taken(table.data, ".docx", DECIDED)
    assert not touched(found) and RowNote.MERGED in found.rows[0].notes
    cells.cell(2, 3).text = "Tiếp thu cả hai."
    assert touched(taken(table.data, ".docx", DECIDED)) == [("unclear", "merged")]


def test_where_an_answer_is_to_be_seen_stays_as_long_as_it_is_printed() -> None:
    now = {key(0): decided("accepted", "Tiếp thu.", where="điểm a khoản 2")}
    data = written(made(now), ".docx")
    assert not touched(taken(data, ".docx", now))
    table = Edited(data, ".docx")
    assert table.get(0, table.answers) == "Tiếp thu (điểm a khoản 2)."
    table.answer(0, "Tiếp thu, sửa tại điểm a khoản 2.")
    assert taken(table.data, ".docx", now).saves[0].decision.where == "điểm a khoản 2"
    table.answer(0, "Tiếp thu, sửa tại mục III.")
    assert taken(table.data, ".docx", now).saves[0].decision.where == ""


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    table = Edited(out(".docx"), ".docx")
    p = table.rows[0].tc_lst[table.answers].p_lst[0]
    run = p.r_lst[0]
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="Hoa"/>')
    p.replace(run, deleted)
    deleted.append(run)
    for t in list(run.iter(qn("w:t"))):
        t.tag = qn("w:delText")
    p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="2" w:author="Hoa"><w:r><w:t>Ghi nhận, để sau.</w:t></w:r></w:ins>'
        )
    )
    table.rows[1].get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="3" w:author="Hoa"/>'))
    found = taken(table.data, ".docx", DECIDED)
    assert saved(found) == {0: ("noted", "Ghi nhận, để sau.")}
    assert touched(found) == [("taken", "tracked"), ("missing",)]


def test_rows_joined_are_named_and_untouched_while_all_their_answers_are_there() -> None:
    table = Edited(out(".docx"), ".docx")
    first, second = table.rows[:2]
    for at in range(len(first.tc_lst)):
        for p in second.tc_lst[at].p_lst:
            first.tc_lst[at].append(p)
    table.delete(1)
    found = taken(table.data, ".docx", DECIDED)
    assert not found.saves and not touched(found) and RowNote.MERGED in found.rows[0].notes
    table.answer(0, "Tiếp thu cả hai.")
    found = taken(table.data, ".docx", DECIDED)
    assert touched(found) == [("unclear", "merged")] and not found.saves


def test_answers_joined_over_rows_are_one_row() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    table.answer(2, "Tiếp thu cả hai ý kiến.")
    first, column = table.rows[2], table.answers + 1
    table.sheet.merge_cells(start_row=first, end_row=first + 1, start_column=column, end_column=column)
    found = taken(table.data, ".xlsx", DECIDED)
    assert touched(found) == [("unclear", "merged")] and not found.saves


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_row_that_was_made_two_is_named(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    table.put(1, table.column("Nội dung góp ý"), "Đề nghị bổ sung chỉ tiêu")
    cells = ["", "Sở Y tế", "về an toàn thông tin mạng.", "Giải trình: phần sau."]
    if suffix == ".docx":
        row = table.table.add_row()
        for at, text in enumerate(cells):
            row.cells[at].text = text
    else:
        table.sheet.append(cells)
    table.answer(1, "Tiếp thu phần đầu.")
    found = taken(table.data, suffix, DECIDED)
    assert not found.saves
    assert [row.fate for row in found.rows if RowNote.SPLIT in row.notes] == [RowFate.UNCLEAR] * 2


@pytest.mark.parametrize("suffix", OFFICE)
def test_an_answer_with_a_blank_to_fill_in_is_no_decision_yet(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    blank = table.get(3, table.answers)
    assert "[" in blank  # of a comment for which nothing could be proposed
    table.answer(0, blank)
    table.answer(2, f"Giải trình: {blank}")
    found = taken(table.data, suffix, DECIDED)
    assert touched(found) == [("unclear", "blank")] * 2 and not found.saves


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_row_that_stands_twice_counts_once_or_is_named(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    if suffix == ".docx":
        table.table._tbl.append(deepcopy(table.rows[2]))
    else:
        table.sheet.append([cell.value for cell in table.sheet[table.rows[2]]])
    assert not touched(taken(table.data, suffix, DECIDED))
    table.answer(6, "Tiếp thu, bản sao.")
    found = taken(table.data, suffix, DECIDED)
    assert touched(found) == [("unclear", "twice")] and not found.saves


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_cell_that_looks_like_a_formula_is_text_both_ways(suffix: str) -> None:
    texts = ("=1+1", "+84 là mã vùng", "-Tiếp thu", "@A1", "\tTiếp thu")
    now = {key(at): decided("noted", text.strip()) for at, text in enumerate(texts)}
    assert not touched(taken(written(made(now), suffix), suffix, now))
    table = Edited(out(suffix), suffix)
    for at, text in enumerate(texts):
        table.answer(at, text)
    found = saved(taken(table.data, suffix, DECIDED))
    assert [response for _, response in found.values()] == [text.strip() for text in texts]


def test_the_words_of_a_comment_are_not_taken_from_the_table() -> None:
    table = Edited(out(".docx"), ".docx")
    table.put(2, table.column("Nội dung góp ý"), "Đề nghị viết lại cả phần thực trạng.")
    table.answer(2, "Tiếp thu, đã viết lại.")
    found = taken(table.data, ".docx", DECIDED)
    assert touched(found) == [("taken", "words-edited")]


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_file_that_cannot_be_read_whole_gives_nothing(suffix: str) -> None:
    data = out(suffix)
    with pytest.raises(DrafterError):
        read(data[: len(data) // 2], suffix)
    broken = Edited(data, suffix).data.replace(b"PK\x05\x06", b"PK\x05\x07")
    with pytest.raises(DamagedFile):
        read(broken, suffix)


def test_a_file_without_the_table_is_refused() -> None:
    report = docx.Document()
    report.add_paragraph("Báo cáo")
    out_file = io.BytesIO()
    report.save(out_file)
    with pytest.raises(NoTable):
        read(out_file.getvalue(), ".docx")
    with pytest.raises(EmptyFile):
        read(b"", ".odt")
    table = Edited(out(".docx"), ".docx")
    for tr in table.table._tbl.tr_lst:
        if len(tr.tc_lst) > 1:
            tr.remove(tr.tc_lst[-1])
    with pytest.raises(NoTable):
        read(table.data, ".docx")


def test_a_column_of_people_s_own_is_named() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    table.sheet.cell(1, 9).value = "Ghi chú"
    table.sheet.cell(table.rows[0], 9).value = "đã gọi điện"
    edited = read(table.data, ".xlsx")
    assert edited.unread == ("Ghi chú",)
    assert ColumnRole.RESPONSE in edited.columns


def test_marks_are_read_as_they_were_made_in_whatever_letters() -> None:
    table = read(out(".docx"), ".docx")
    marks = [row.marks[0] for row in table.rows]
    assert [mark.disposition.value for mark in marks[:3]] == ["accepted", "explained", "pending"]
    assert read_mark("R0123456789ABCDEF") == read_mark("r0123456789abcdef")
    assert read_mark("r0123456789abcde") is None
    assert {mark.key for mark in marks} == {row.key for row in known(DECIDED).rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp thu, sửa tại khoản 2 mục III.", "accepted"),
        ("Đã tiếp thu và chỉnh sửa.", "accepted"),
        ("Thống nhất tiếp thu một phần.", "partly"),
        ("TIẾP THU MỘT PHẦN: đã bổ sung.", "partly"),
        ("Cơ quan soạn thảo xin giải trình: chỉ tiêu do cấp trên giao.", "explained"),
        ("Không tiếp thu, vì ngoài phạm vi.", "explained"),
        ("Đề nghị giữ nguyên như dự thảo.", "explained"),
        ("- Ghi nhận ý kiến.", "noted"),
        ("Accepted in part: done.", "partly"),
        ("Not accepted because it is out of scope.", "explained"),
        ("Tiếp thu ý kiến này là không phù hợp; giữ nguyên như dự thảo.", "explained"),
        ("Tiếp thu phần 1.\nKhông tiếp thu phần 2 vì không có nguồn.", "partly"),
        ("Tiếp thu nội dung a nhưng chưa tiếp thu nội dung b vì chưa đủ căn cứ.", "partly"),
        ("Tiếp thu, đã sửa thành “là không quá 5 ngày”.", "accepted"),
        ("Tiếp thu, không bổ sung thêm nội dung trùng lặp.", "accepted"),
        ("Tiếp thu, giải trình như sau: …", None),
        ("Tiếp thu ý kiến của Sở Y tế, không tiếp thu ý kiến của Sở Tư pháp.", None),
        ("Tiếp thu ý kiến của Sở Y tế. Không tiếp thu ý kiến của Sở Tư pháp.", None),
        ("Đã tiếp thu nhưng giải trình thêm: không thể thực hiện.", None),
        ("Tiếp thu. Tuy nhiên chưa sửa vì chờ Bộ Xây dựng.", None),
        ("Sẽ tiếp thu ở dự thảo lần sau.", None),
        ("Cơ quan soạn thảo sẽ nghiên cứu, tiếp thu khi có điều kiện.", None),
        ("Ghi nhận, không tiếp thu.", None),
        ("Tiếp thu, chưa sửa vì chờ Bộ.", None),
        ("Tiếp thu (không sửa dự thảo).", None),
        ("Tiếp thu nhưng để lại giai đoạn sau.", None),
        ("Tiếp thu, sẽ nghiên cứu, bổ sung trong lần sửa đổi sau.", None),
        ("Đồng ý với Sở Tài chính, không đồng ý với Sở Nội vụ.", None),
        ("Tiếp thu, sửa các thuật ngữ không thống nhất.", "accepted"),
        ("Tiếp thu, đã bổ sung nhiệm vụ của giai đoạn tiếp theo.", "accepted"),
        ("Tiếp thu, đã bổ sung “nhưng chưa đủ” tại Điều 2.", "accepted"),
        ("Sẽ tiếp thu, sửa tại Điều 2.", "accepted"),
        ("Không nhất trí tiếp thu.", "explained"),
        ("[Tiếp thu/Không tiếp thu, lý do: …]", None),
        ("Nội dung này tiếp thu tại mục II.", None),
        ("Tiếp thuế vào", None),
        ("", None),
    ],
)
def test_the_beginning_of_an_answer_tells_the_disposition(text: str, expected: str | None) -> None:
    assert disposition_of(text) == expected


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Không nhất trí tiếp thu.", True),
        ("Không đồng ý tiếp thu toàn bộ các ý kiến nêu trên.", True),
        ("Không tiếp thu ý kiến này vì trùng.", False),
    ],
)
def test_a_refusal_that_gives_no_reason_is_bare_however_long(text: str, bare: bool) -> None:
    assert is_bare(text) is bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sửa “A”  thành\n«B» …", 'Sửa "A" thành "B" ...', True),
        ("Uỷ ban hoà giải", "Ủy ban hòa giải", True),
        ("mục II – III", "mục II - III", True),
        ("Ủy ban", "ủy ban", False),
        ("trong năm 2021", "trong năm 2022", False),
        ("đã sửa", "đã sửa.", False),
    ],
)
def test_what_programs_change_by_themselves_is_no_edit(one: str, other: str, same: bool) -> None:
    assert (retyped(one) == retyped(other)) is same


def test_a_table_is_a_draft_until_all_of_it_is_decided() -> None:
    some = {
        key(0): Decision(Disposition.NOTED, response="Ghi nhận.", decided_by="A", decided_at="2021-03-01")
    }
    every = {key(at): some[key(0)] for at in range(3)}
    stamped = [made(decisions, 3).provisional for decisions in ({}, some, every)]
    assert stamped == [True, True, False]


def _struck(data: bytes, suffix: str, at: int) -> bytes:
    """The table with the answer of row `at` struck through, and not a letter changed."""
    table = Edited(data, suffix)
    if suffix == ".xlsx":
        cell = table.sheet.cell(table.rows[at], table.answers + 1)
        cell.font = Font(strike=True)
    else:
        for run in table.rows[at].tc_lst[table.answers].iter(qn("w:r")):
            run.get_or_add_rPr().append(parse_xml(f"<w:strike {nsdecls('w')}/>"))
    return table.data


@pytest.mark.parametrize("suffix", OFFICE)
def test_an_answer_that_is_struck_through_whole_is_told_and_stands(suffix: str) -> None:
    found = taken(_struck(out(suffix), suffix, 1), suffix, DECIDED)
    assert touched(found) == [("unclear", "struck")] and not found.saves


@pytest.mark.parametrize("suffix", OFFICE)
def test_another_agency_typed_into_a_row_is_told_beside_what_becomes_of_it(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    column = table.column("Chủ thể góp ý")
    table.put(4, column, "Sở Xây dựng")
    table.put(3, column, table.get(3, column).upper())
    agencies = {comment.key: comment.agency for comment in comments()}
    found = returned(read(table.data, suffix), known(DECIDED, agencies=agencies), AUTHOR)
    told = {row.keys: row.notes for row in found.rows if row.notes}
    assert told == {(key(4),): (RowNote.AGENCY_EDITED,)} and not found.saves


def test_answers_that_were_sorted_alone_are_told_and_none_is_taken() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    answers = [table.get(at, table.answers) for at in range(6)]
    table.answer(2, answers[1])
    table.answer(3, answers[0])
    table.answer(0, answers[3])
    table.answer(1, answers[2])
    found = taken(table.data, ".xlsx", DECIDED)
    assert not found.saves
    assert {row.fate for row in found.rows[:4]} == {RowFate.UNCLEAR}
    assert RowNote.STRAYED in found.rows[2].notes


def test_an_answer_copied_to_a_row_like_it_is_taken() -> None:
    table = Edited(out(".xlsx"), ".xlsx")
    table.answer(4, table.get(1, table.answers))
    found = taken(table.data, ".xlsx", DECIDED)
    assert {*saved(found)} == {4}


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_place_that_was_retyped_is_told_and_not_taken(suffix: str) -> None:
    table = Edited(written(made(), suffix), suffix)
    place = table.get(2, table.answers - 3)
    assert "mục II" in place
    table.put(2, table.answers - 3, "Điều 6")
    found = taken(table.data, suffix)
    assert not found.saves
    assert [at for at, row in enumerate(found.rows) if RowNote.PLACE_EDITED in row.notes] == [2]
    untouched = taken(written(made(), suffix), suffix)
    assert all(RowNote.PLACE_EDITED not in row.notes for row in untouched.rows)
