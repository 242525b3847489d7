"""What does not count yet, because it is not approved or only noted down, never passes for an answer."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from tests.commands import part
from tests.test_decisions import TAKEN, rows, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = part(tmp_path)
    (made / "drafter.toml").write_text("approval = true\n", "utf-8")
    run(made, "comments")
    return made


def everything(folder: Path) -> list[str]:
    return [str(no) for row in rows(folder) for no in row["numbers"]]  # type: ignore[attr-defined]


def italics(folder: Path) -> set[str]:
    """The answers that stand in italics, in each format the same."""
    for suffix in ("md", "docx", "xlsx"):
        assert run(folder, "table", "-o", str(folder / f"bang.{suffix}"), "--force").exit_code == 0
    told = (folder / "bang.md").read_text("utf-8").splitlines()
    last = [line.split(" | ")[-1].removesuffix(" |") for line in told if line.startswith("| ")]
    marked = {cell.strip("*") for cell in last if cell.startswith("*") and not cell.startswith("**")}
    word = docx.Document(str(folder / "bang.docx"))
    cells = [row.cells[-1] for table in word.tables for row in table.rows if len(row.cells) == 4]
    printed = [(cell, cell.text.replace("\u00a0", " ")) for cell in cells]
    slanted = {text for cell, text in printed if any(run.italic for p in cell.paragraphs for run in p.runs)}
    sheet = openpyxl.load_workbook(folder / "bang.xlsx").worksheets[0]
    assert slanted == {str(row[3].value) for row in sheet.iter_rows() if row[3].font.italic}
    assert len(slanted) == len(marked)
    return slanted


def counted(folder: Path) -> str:
    told = (folder / "bang.md").read_text("utf-8").splitlines()
    return next((line for line in told if "in nghiêng" in line), "")


@pytest.mark.slow
def test_an_answer_that_nobody_has_approved_stands_in_italics_and_is_counted_as_such(folder: Path) -> None:
    numbers = everything(folder)
    run(folder, "decide", *numbers, "--explain", "--response", TAKEN, "--by", "A")
    assert italics(folder) == {f"Giải trình: {TAKEN}"}
    assert f"({len(numbers):02}/{len(numbers):02} ý kiến trong bảng)" in counted(folder)
    run(folder, "approve", *numbers[1:], "--by", "B")
    assert italics(folder) == {f"Giải trình: {TAKEN}"}
    assert f"(01/{len(numbers):02} ý kiến trong bảng)" in counted(folder)
    run(folder, "approve", "--all", "--by", "B")
    assert italics(folder) == set() and counted(folder) == ""


@pytest.mark.slow
def test_words_on_a_pending_comment_are_no_answer_and_cannot_be_approved(folder: Path) -> None:
    numbers = everything(folder)
    run(folder, "decide", *numbers[1:], "--explain", "--response", TAKEN, "--by", "A")
    run(folder, "decide", numbers[0], "--pending", "--response", "Xin ý kiến lãnh đạo", "--by", "A")
    run(folder, "approve", "--all", "--by", "B")
    assert run(folder, "approve", numbers[0], "--by", "B").exit_code == 2
    assert italics(folder) == {"Xin ý kiến lãnh đạo"}
    assert f"(01/{len(numbers):02} ý kiến trong bảng)" in counted(folder)
    assert (folder / "bang.md").read_text("utf-8").startswith("DỰ THẢO")


@pytest.mark.slow
def test_a_row_that_was_decided_differently_for_its_agencies_is_decided(folder: Path) -> None:
    letter = (folder / "comments" / "so-tu-phap.md").read_text("utf-8")
    other = letter.replace("Sở Tư pháp", "Sở Nội vụ").replace("SỞ TƯ PHÁP", "SỞ NỘI VỤ")
    (folder / "comments" / "so-noi-vu.md").write_text(other, "utf-8")
    run(folder, "comments")
    numbers = everything(folder)
    assert any(len(row["numbers"]) == 2 for row in rows(folder))  # type: ignore[arg-type]
    for at, no in enumerate(numbers):
        run(folder, "decide", no, "--explain", "--response", f"{TAKEN} {at}", "--by", "A")
    run(folder, "approve", "--all", "--by", "B")
    assert italics(folder) == set()


@pytest.mark.slow
def test_a_reply_tells_what_is_not_decided_from_what_is_not_approved(folder: Path, tmp_path: Path) -> None:
    first, *others = sorted(map(int, everything(folder)))
    run(folder, "decide", str(first), "--explain", "--response", TAKEN, "--by", "A")
    told = run(folder, "reply", "-o", str(tmp_path / "thu")).stderr
    assert f"chưa phê duyệt phương án xử lý ý kiến số {first}." in told
    assert f"chưa có phương án xử lý ý kiến số {others[0]}" in told
    run(folder, "approve", "--all", "--by", "B")
    assert "chưa phê duyệt" not in run(folder, "reply", "-o", str(tmp_path / "thu")).stderr


@pytest.mark.slow
def test_an_agreement_beside_other_comments_is_noted_and_counted_as_one(folder: Path) -> None:
    (folder / "comments" / "so-xay-dung.csv").write_text(
        "STT,Đơn vị góp ý,Vị trí trong dự thảo lần 2,Nội dung góp ý,Lý do\n"
        "1,Sở Xây dựng,Điểm a khoản 3 mục III,Đề nghị bỏ điểm này.,\n"
        "2,Sở Xây dựng,Mục II,Nhất trí với dự thảo.,\n",
        "utf-8",
    )
    run(folder, "comments")
    (row,) = (row for row in rows(folder) if row["comment"] == "Nhất trí với dự thảo.")
    assert row["response"] == "Ghi nhận ý kiến."
    italics(folder)
    placed = len(everything(folder))
    said = (folder / "bang.md").read_text("utf-8")
    assert f"gồm {placed - 1:02} ý kiến góp ý và 01 ý kiến thống nhất" in said


@pytest.mark.slow
def test_table_reply_and_screen_say_the_same_of_what_nobody_answered_in_words(
    folder: Path, tmp_path: Path
) -> None:
    (no, *_) = everything(folder)
    shown = run(folder, "decide", no, "--note", "--by", "A").stdout
    run(folder, "reply", "-o", str(tmp_path / "thu"))
    told = [
        cell.text
        for path in (tmp_path / "thu").iterdir()
        for table in docx.Document(str(path)).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert "Ghi nhận ý kiến." in shown and "Ghi nhận ý kiến." in italics(folder)
    assert "Ghi nhận ý kiến." in told and "Ghi nhận." not in told
