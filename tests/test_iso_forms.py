"""The comment form of ISO/IEC: read from whoever fills it in, sent out, and the table in its columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook, load_workbook

from drafter.analyses.comments import letters
from drafter.analyses.outline import outline
from drafter.model import Comment, IsoType, Rounds
from tests.commands import run
from tests.inputs import ROOT, read_comment_file, read_docx

HEADER = (
    "MB/NC1", "Line number\n(e.g. 17)", "Clause/ Subclause\n(e.g. 3.1)",
    "Paragraph/ Figure/ Table\n(e.g. Table 1)", "Type of comment2", "Comments", "Proposed change",
    "Observations of the secretariat",
)  # fmt: skip
ROWS = (
    ("Sở Tài chính", "", "Mục II", "", "te", "Chỉ tiêu kinh tế số quá cao.", "Sửa “20%” thành “15%”", ""),
    ("Sở Tài chính", "", "khoản 2 mục III", "điểm a", "ed", "Câu quá dài, khó hiểu.", "", ""),
    ("Sở Y tế", "", "", "", "ge", "Dự thảo còn dài, cần rút gọn.", "", ""),
)
DRAFT = next((ROOT / "drafts").glob("*lần 2.docx"))


def word(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    document = docx.Document()
    document.add_paragraph("Template for comments and secretariat observations")
    table = document.add_table(rows=0, cols=len(HEADER))
    for texts in (HEADER, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def excel(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    book = Workbook()
    for texts in (("Template for comments and secretariat observations",), HEADER, *rows):
        book.active.append(texts)
    book.save(path)
    return path


def read(path: Path) -> list[Comment]:
    rounds = Rounds((outline(read_docx(DRAFT)),))
    return [
        said
        for letter in letters(read_comment_file(path, root=path.parent), rounds)
        for said in letter.comments
    ]


@pytest.mark.parametrize(("make", "suffix"), [(word, "docx"), (excel, "xlsx")])
def test_each_row_of_the_form_is_one_comment(make, suffix: str, tmp_path: Path) -> None:
    found = read(make(tmp_path / f"iso.{suffix}", ROWS))
    assert [(each.agency, each.text, each.iso_type) for each in found] == [
        (row[0], row[5], IsoType(row[4])) for row in ROWS
    ]
    first, second, third = found
    assert (first.asks[0].old, first.asks[0].new, first.cited) == ("20%", "15%", "Mục II")
    assert second.cited == "khoản 2 mục III\nđiểm a"
    assert third.cited == ""


def test_a_member_body_goes_by_the_code_of_its_country(tmp_path: Path) -> None:
    rows = [
        (code, "", "Mục II", "", "te", f"Đề nghị làm rõ chỉ tiêu thứ {at}.", "", "")
        for at, code in enumerate(("VN-001", "VN-002", "FR 3", "**JP1"), 1)
    ]
    assert [each.agency for each in read(word(tmp_path / "iso.docx", rows))] == ["VN", "VN", "FR", "JP"]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_form_that_went_out_comes_back_with_what_was_filled_in(
    suffix: str, lang: str, tmp_path: Path
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "comments").mkdir()
    (tmp_path / "drafts" / DRAFT.name).write_bytes(DRAFT.read_bytes())
    path = tmp_path / f"phieu.{suffix}"
    assert run(tmp_path, "--lang", lang, "form", "--layout", "iso", "-o", str(path)).exit_code == 0
    place, said, change = "Khoản 1 mục II", "Quan điểm còn chung chung.", "Bỏ cả khoản này"
    filled = {0: "Sở Xây dựng", 4: "te", 5: said, 6: change}
    if suffix == "docx":
        document = docx.Document(str(path))
        row = next(row for row in document.tables[-1].rows if row.cells[2].text == place)
        for at, text in filled.items():
            row.cells[at].text = text
        document.save(str(path))
    else:
        book = load_workbook(path)
        line = next(line for line in book.active.iter_rows() if line[2].value == place)
        for at, text in filled.items():
            line[at].value = text
        book.save(path)
    (only,) = read(path)
    assert (only.agency, only.cited, only.text, only.proposal) == ("Sở Xây dựng", place, said, change)
    assert only.iso_type is IsoType.TECHNICAL


@pytest.mark.slow
def test_the_table_in_eight_columns_says_what_the_forms_said_and_takes_answers_back(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "comments").mkdir()
    (tmp_path / "drafts" / DRAFT.name).write_bytes(DRAFT.read_bytes())
    word(tmp_path / "comments" / "iso.docx", ROWS)
    path = tmp_path / "bang.docx"
    assert run(tmp_path, "--lang", "en", "table", "--layout", "iso", "-o", str(path)).exit_code == 0
    document = docx.Document(str(path))
    table = next(table for table in document.tables if len(table.columns) == len(HEADER))
    header, *rows, _ = [[cell.text for cell in row.cells] for row in table.rows]  # the last one is the foot
    assert header[0] == "MB/NC"
    assert len(rows) == len(ROWS)
    shown = {(row[0], row[4], row[5], row[6]) for row in rows}
    assert shown == {(row[0], row[4], row[5], row[6]) for row in ROWS}
    answered = next(row for row in table.rows if row.cells[0].text == "Sở Y tế")
    answered.cells[7].text = "Accepted: the context was cut by half."
    document.save(str(path))
    told = run(tmp_path, "import", str(path))
    assert told.exit_code == 0
    decided = run(tmp_path, "table", "--layout", "iso", "-o", str(tmp_path / "sau.csv"))
    assert decided.exit_code == 0
    assert "Accepted: the context was cut by half." in (tmp_path / "sau.csv").read_text("utf-8-sig")
