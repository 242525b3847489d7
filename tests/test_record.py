"""What outputs remember of themselves, read back from them: written by drafter, edited and saved since."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from drafter.jobs.table import table as table_of
from drafter.model import Layout, Table
from drafter.opc import open_package, packed
from drafter.record import (
    SEAL,
    Record,
    RecordedRow,
    Standing,
    inputs_hash,
    of_table,
    record_of,
    row_key,
    sealed,
    standing,
)
from drafter.record.package import PART
from drafter.record.values import OutputKind
from drafter.writers.table import Format, table_bytes
from drafter.writers.table.layout import lines, marks
from tests.commands import workspace
from tests.docx_builder import docx, p
from tests.inputs import open_package as opened
from tests.inputs import redline

OFFICE = (Format.DOCX, Format.XLSX)


@cache
def table() -> Table:
    return table_of(workspace())


def remembered(made: Table, layout: Layout, lang: str) -> Record:
    return of_table(made, layout, lang, marks(lines(made, layout, lang)))


def parts_of(data: bytes) -> dict[str, bytes]:
    package = open_package(data, shown="a")
    return {name: package.read(name) for name in package.in_order}


@pytest.mark.few
@pytest.mark.parametrize("form", OFFICE)
@pytest.mark.parametrize("layout", Layout)
def test_a_table_gives_back_its_inputs_rows_and_layout(form: Format, layout: Layout) -> None:
    made = table()
    data = table_bytes(made, form, layout, "en")
    found = record_of(open_package(data, shown="a"))
    assert found == remembered(made, layout, "en")
    assert found is not None and found.inputs == made.inputs
    assert [row.key for row in found.rows] == [row_key(row) for row in made.rows]
    assert [row.comments for row in found.rows] == [row.comments for row in made.rows]


@pytest.mark.parametrize("form", OFFICE)
def test_the_record_is_found_under_the_name_that_word_saves_it_by(form: Format) -> None:
    parts = parts_of(table_bytes(table(), form, Layout.CLAUSE, "vi"))
    parts.pop("customXml/item1.xml", None)  # python-docx's template has one
    renamed = {name.replace(PART, "customXml/item1.xml"): part for name, part in parts.items()}
    assert record_of(open_package(packed(renamed), shown="a")) == remembered(table(), Layout.CLAUSE, "vi")


def test_a_redline_gives_back_the_drafts_that_it_was_made_from(tmp_path: Path) -> None:
    old, new = docx(tmp_path / "cũ.docx", p("Năm ngày.")), docx(tmp_path / "mới.docx", p("Bảy ngày."))
    found = record_of(open_package(redline(old, new, author="Sở Tư pháp"), shown="a"))
    inputs = tuple((package.shown, package.sha256) for package in map(opened, (old, new)))
    assert found == Record(OutputKind.REDLINE, inputs)


def test_a_redline_of_an_earlier_output_remembers_only_itself(tmp_path: Path) -> None:
    old, new = docx(tmp_path / "cũ.docx", p("Năm ngày.")), docx(tmp_path / "mới.docx", p("Bảy ngày."))
    parts = parts_of(redline(old, new, author="Sở Tư pháp"))
    saved = tmp_path / "Word lưu.docx"
    saved.write_bytes(
        packed({name.replace(PART, "customXml/item1.xml"): part for name, part in parts.items()})
    )
    data = redline(new, saved, author="Sở Tư pháp")
    found = record_of(open_package(data, shown="a"))
    assert found is not None and found.inputs[1] == (opened(saved).shown, opened(saved).sha256)
    assert PART not in open_package(data, shown="a").names
    assert standing(data) is Standing.OURS


def test_a_file_of_somebody_else_has_no_record(tmp_path: Path) -> None:
    package = opened(docx(tmp_path / "a.docx", p("urn:drafter:table:1")))
    assert record_of(package) is None
    assert standing((tmp_path / "a.docx").read_bytes()) is Standing.FOREIGN


@pytest.mark.few
@pytest.mark.parametrize("form", Format)
def test_every_format_tells_its_own_from_an_edited_one_and_that_from_a_foreign_one(form: Format) -> None:
    data = table_bytes(table(), form, Layout.COMMENT, "vi")
    assert standing(data) is Standing.OURS
    if form in OFFICE:
        edited = packed({name: part + b" " * name.endswith(".xml") for name, part in parts_of(data).items()})
    else:
        edited = data.replace("Sở Tài chính".encode(), "Sở Tai chính".encode(), 1)
    assert standing(edited) is Standing.EDITED
    if form in OFFICE:
        assert record_of(open_package(edited, shown="a")) == remembered(table(), Layout.COMMENT, "vi")
    assert standing(b"ghi ch\xc3\xba") is Standing.FOREIGN


def test_an_open_seal_is_no_seal() -> None:
    assert standing(f"<!-- {SEAL} -->".encode()) is Standing.EDITED
    assert standing(sealed(f"<!-- {SEAL} -->".encode())) is Standing.OURS


def test_what_xml_cannot_hold_does_not_break_the_record() -> None:
    row = replace(table().rows[0], comments=("a\x00#1", "b & <c>#2"), keys=())
    made = replace(table(), rows=(row,), inputs=(('thư\x0b "mới".docx', "0" * 64),))
    data = table_bytes(made, Format.DOCX, Layout.CLAUSE, "vi")
    found = record_of(open_package(data, shown="a"))
    assert found is not None and found.inputs == (('thư "mới".docx', "0" * 64),)
    assert found.rows[0].comments == ("a#1", "b & <c>#2")


def test_the_key_of_a_row_is_of_its_comments_in_any_order() -> None:
    row = replace(table().rows[0], comments=("a#1", "b#2"), keys=("0a", "0b"))
    assert row_key(row) == row_key(replace(row, no=9, comments=("moved/b#7", "a#1"), keys=("0b", "0a")))
    assert row_key(row) != row_key(replace(row, keys=("0a", "0c")))
    assert (
        RecordedRow(row_key(row), row.comments, row.keys)
        in of_table(replace(table(), rows=(row,)), Layout.TEXT, "vi").rows
    )
    shuffled = replace(table(), inputs=tuple(reversed(table().inputs)))
    assert inputs_hash(table()) == inputs_hash(shuffled)
