"""Tables that come back are held against the very file that went out: each edit is told, and nothing else."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from drafter.analyses.returned import returned
from drafter.jobs.went_out import went_out
from drafter.model import Author, EditedRow, Returned, RowFate, RowNote, Snapshot, SnapshotKind, Via
from drafter.store import Store
from drafter.wording.returned import own_words, summary
from drafter.workspace import Workspace
from tests.returned_tables import (
    AUTHOR,
    OFFICE,
    Edited,
    decided,
    key,
    known,
    made,
    read,
    without_record,
    written,
)

ACCEPTED = {key(at): decided("accepted", "Tiếp thu.") for at in range(6)}
AGENCIES, COMMENT = "Chủ thể góp ý", "Nội dung góp ý"


def out(suffix: str) -> bytes:
    return written(made(ACCEPTED), suffix)


def went(suffix: str) -> dict[str, EditedRow]:
    return {row.marks[0].key: row for row in read(out(suffix), suffix).rows}


def back(table: Edited, **other: Any) -> Returned:
    return returned(read(table.data, table.suffix), known(ACCEPTED, **other), AUTHOR)


def notes(found: Returned) -> dict[int, tuple[RowNote, ...]]:
    return {at: row.notes for at, row in enumerate(found.rows) if row.notes}


def copied(table: Edited, at: int) -> int:
    """A copy of a row with its mark, as the last one."""
    if table.suffix == ".docx":
        table.table._tbl.append(deepcopy(table.rows[at]))
    else:
        row = table.rows[at]
        table.sheet.append([cell.value for cell in table.sheet[row]])
        for cell in table.sheet[table.sheet.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    return len(table.rows) - 1


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_place_that_was_retyped_is_told_where_the_records_are_not_asked(suffix: str) -> None:
    table = Edited(out(suffix), suffix)
    table.put(2, table.answers - 3, "Khoản 9 mục IX")
    names = {row.key: row.keys for row in known(ACCEPTED).rows}
    found = back(table, rows=(), composition=names, went=went(suffix))
    assert notes(found) == {2: (RowNote.PLACE_EDITED,)}


def test_a_place_that_nobody_touched_is_not_told_though_the_records_moved_on() -> None:
    moved = tuple(replace(row, places=("Điều 99",)) for row in known(ACCEPTED).rows)
    table = Edited(out(".docx"), ".docx")
    assert notes(back(table, rows=moved)) and not notes(back(table, rows=moved, went=went(".docx")))


def test_an_agency_added_to_a_row_is_told() -> None:
    table = Edited(out(".docx"), ".docx")
    column = table.column(AGENCIES)
    table.put(1, column, f"{table.get(1, column)}; Sở Xây dựng")
    table.put(2, column, table.get(2, column).upper())
    assert notes(back(table, went=went(".docx"))) == {1: (RowNote.AGENCY_EDITED,)}


@pytest.mark.parametrize("rows_kept", [True, False])
@pytest.mark.parametrize("suffix", OFFICE)
def test_a_row_copied_and_typed_over_is_one_that_nobody_knows(suffix: str, rows_kept: bool) -> None:
    table = Edited(out(suffix), suffix)
    new = copied(table, 1)
    table.put(new, table.column(AGENCIES), "Sở Tư pháp")
    table.put(new, table.column(COMMENT), "Đề nghị bổ sung căn cứ pháp lý.")
    found = back(table, went=went(suffix) if rows_kept else {})
    assert [row.fate for row in found.rows] == [RowFate.UNCHANGED] * 6 + [RowFate.UNKNOWN]
    assert notes(found) == {6: (RowNote.COPIED,)} and found.rows[6].agency == "Sở Tư pháp"


@pytest.mark.parametrize("column", [AGENCIES, COMMENT])
def test_a_copy_with_another_agency_or_other_words_alone_is_not_known_either(column: str) -> None:
    table = Edited(out(".docx"), ".docx")
    table.put(copied(table, 1), table.column(column), "Sở Tư pháp đề nghị rà soát lại.")
    table.answer(1, "Giải trình: chỉ tiêu do Trung ương giao.")
    found = back(table, went=went(".docx"))
    assert [row.fate for row in found.rows[1::5]] == [RowFate.TAKEN, RowFate.UNKNOWN]


def test_a_copy_that_holds_a_part_of_the_comment_splits_it() -> None:
    table = Edited(out(".docx"), ".docx")
    column = table.column(COMMENT)
    table.put(copied(table, 1), column, table.get(1, column)[:30])
    found = back(table, went=went(".docx"))
    assert notes(found) == {1: (RowNote.SPLIT,), 6: (RowNote.WORDS_EDITED, RowNote.SPLIT)}


def test_a_copy_of_a_row_that_was_joined_with_another_is_for_a_person() -> None:
    table = Edited(out(".docx"), ".docx")
    copied(table, 1)
    cells = table.table
    cells.cell(2, 3).merge(cells.cell(3, 3))
    found = back(table, went=went(".docx"))
    assert not found.saves and {note for told in notes(found).values() for note in told} >= {RowNote.TWICE}


def test_copies_of_which_none_is_as_it_went_out_are_all_told() -> None:
    table = Edited(out(".docx"), ".docx")
    for at in (1, copied(table, 1)):
        table.put(at, table.column(COMMENT), f"Đề nghị khác, lần {at}.")
    assert all(RowNote.TWICE in each for each in notes(back(table, went=went(".docx"))).values())


def test_a_row_typed_over_as_a_whole_is_for_a_person() -> None:
    table = Edited(out(".docx"), ".docx")
    table.put(1, table.column(AGENCIES), "Sở Tư pháp")
    table.put(1, table.column(COMMENT), "Đề nghị bổ sung căn cứ pháp lý.")
    table.answer(1, "Giải trình: đã có.")
    found = back(table, went=went(".docx"))
    assert found.rows[1].fate is RowFate.UNCLEAR and not found.saves


# --- columns of people's own --------------------------------------------------------------------------------


def with_column(suffix: str, name: str, *notes: tuple[int, str]) -> Edited:
    """The table with a column on the right, and these words in rows of the file counted from 0."""
    table = Edited(out(suffix), suffix)
    if suffix == ".docx":
        cells = table.table.add_column(914400).cells
        for at, words in ((0, name), *notes):
            cells[at].text = words
    else:
        last = table.sheet.max_column + 1
        for at, words in ((0, name), *notes):
            table.sheet.cell(at + 1, last).value = words
    return table


@pytest.mark.parametrize("suffix", OFFICE)
def test_what_stands_in_an_added_column_is_told_row_by_row_and_headings_stay_headings(suffix: str) -> None:
    edited = with_column(suffix, "Ghi chú", (1, "cả nhóm họp lại"), (3, "đã gọi điện"))
    table = read(edited.data, suffix)
    assert "cả nhóm họp lại" in table.beside and table.unread == ("Ghi chú",)
    found = back(edited, went=went(suffix))
    assert [row.fate for row in found.rows] == [RowFate.UNCHANGED] * 6
    assert [row.own for row in found.rows] == [(), (("Ghi chú", "đã gọi điện"),), (), (), (), ()]


def test_a_column_that_was_only_renamed_holds_nothing_of_people_s_own() -> None:
    table = Edited(out(".docx"), ".docx")
    table.table.rows[0].cells[0].text = "Vị trí"
    assert read(table.data, ".docx").rows[0].own
    assert not any(row.own for row in back(table, went=went(".docx")).rows)


def test_what_stands_in_an_added_column_and_beside_the_rows_is_printed_whole() -> None:
    found = back(with_column(".docx", "", (3, "đã gọi điện")), went=went(".docx"))
    assert [*own_words(found.rows[1], "vi")] == ["cột không tên: đã gọi điện (cột thêm, không nhận)"]
    beside = [f"Ghi chú thứ {at}" for at in range(30)]
    assert sum("Ghi chú thứ" in line for line in summary(found, "vi", saved=True, beside=beside)) == 30


# --- which file it was --------------------------------------------------------------------------------------


def kept(*outputs: bytes) -> Store:
    """A store that keeps these tables, as far as it is asked here."""
    rows = tuple((row.key, row.keys) for row in known().rows)
    author = Author("Lan", "2021-03-01", Via.COMMAND, 3)
    sent = [
        Snapshot(at, SnapshotKind.TABLE, author, f"{at}.x", "", rows=rows, output=output)
        for at, output in enumerate(outputs)
    ]
    return cast("Store", SimpleNamespace(snapshots=lambda: tuple(sent), snapshot=lambda id: sent[id]))


def workspace() -> Workspace:
    conversions = SimpleNamespace(of=lambda source: source)
    return cast("Workspace", SimpleNamespace(stages=SimpleNamespace(conversions=conversions)))


def test_a_table_is_held_against_the_very_file_that_it_was_and_not_the_last() -> None:
    undecided = written(made(), ".docx")
    store = kept(undecided, written(made(ACCEPTED), ".docx"))
    edited = read(Edited(undecided, ".docx").data, ".docx")
    found = went_out(workspace(), edited, store)
    assert found.last is not None and found.last.id == 0 and found.written_beside(edited) == ()


def test_of_a_table_that_lost_its_record_the_file_with_most_of_its_cells_is_meant() -> None:
    undecided = written(made(), ".xlsx")
    store = kept(undecided, written(made(ACCEPTED), ".xlsx"))
    found = went_out(workspace(), read(without_record(undecided), ".xlsx"), store)
    assert found.last is not None and found.last.id == 0


def test_a_table_that_nobody_kept_tells_nothing_of_what_stands_beside() -> None:
    edited = read(written(made(), ".docx"), ".docx")
    found = went_out(workspace(), edited, kept(written(made(ACCEPTED), ".docx"), b"%PDF", b"PK"))
    assert found.table is None and found.written_beside(edited) == ()
