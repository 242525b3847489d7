"""`drafter import`: from a table that went out to decisions in the store, by the command."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from jsonschema import Draft202012Validator

from drafter.model import Author, Decision, Disposition, Save
from drafter.store import Store
from drafter.writers.json.schema import schema
from tests.commands import ROOT, run, sample
from tests.returned_tables import Edited

pytestmark = pytest.mark.slow  # the whole sample, several times

LETTERS = ("so-tai-chinh.docx", "so-xay-dung.csv", "ngan-hang-nha-nuoc-chi-nhanh-tinh.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of three letters of the sample and all drafts."""
    made = sample(tmp_path)
    for path in (made / "comments").iterdir():
        if path.name not in LETTERS:
            path.unlink() if path.is_file() else None
    assert ROOT.is_dir()
    return made


def out(folder: Path, name: str, *options: str) -> Edited:
    """A table that goes out, opened in an editor."""
    assert run(folder, "table", "-o", str(folder / name), *options).exit_code == 0
    return Edited((folder / name).read_bytes(), Path(name).suffix)


def back(folder: Path, name: str, table: Edited, *options: str) -> dict[str, object]:
    """What the command says of an edited table."""
    (folder / name).write_bytes(table.data)
    result = run(folder, "import", str(folder / name), "--by", "Lan", "--json", *options)
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    Draft202012Validator(schema("import")).validate(found)
    return found


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_an_edited_table_is_decided_once_and_its_decisions_are_printed(folder: Path, suffix: str) -> None:
    table = out(folder, f"bang{suffix}", "--layout", "comment")
    table.answer(0, "Giải trình: chỉ tiêu do Trung ương giao.")
    tried = back(folder, f"sua{suffix}", table, "--dry-run")
    assert (tried["saved"], tried["summary"]["taken"]) == (False, 1)  # type: ignore[index]
    assert not json.loads(run(folder, "log", "--json").stdout)["log"]
    assert back(folder, f"sua{suffix}", table)["summary"]["taken"] == 1  # type: ignore[index]
    assert back(folder, f"sua{suffix}", table)["summary"]["taken"] == 0  # type: ignore[index]
    again = out(folder, f"bang-2{suffix}", "--layout", "comment")
    assert again.get(0, again.answers) == "Giải trình: chỉ tiêu do Trung ương giao."
    found = back(folder, f"sua-2{suffix}", again)
    assert found["summary"]["unchanged"] == len(found["rows"])  # type: ignore[index, arg-type]


def test_what_was_decided_here_since_stands_and_both_are_told(folder: Path) -> None:
    table = out(folder, "bang.docx")
    table.answer(0, "Giải trình: trong bảng.")
    rows = json.loads(run(folder, "comments", "--json").stdout)["comments"]
    found = back(folder, "sua.docx", table, "--dry-run")
    (number,) = next(row["nos"] for row in found["rows"] if row["fate"] == "taken")  # type: ignore[attr-defined]
    assert number in {row["no"] for row in rows}
    assert run(folder, "decide", str(number), "--note", "--response", "Ghi nhận ở đây.").exit_code == 0
    result = run(folder, "import", str(folder / "sua.docx"))
    assert result.exit_code == 0
    assert "mâu thuẫn 1" in result.stderr and "Đã nhận 0 dòng" in result.stderr
    assert "Trong bảng: [Giải trình]" in result.stdout and "Trong kho: [Ghi nhận]" in result.stdout
    told = back(folder, "sua.docx", table)["rows"]
    (row,) = (row for row in told if row["fate"] == "conflicting")  # type: ignore[attr-defined]
    assert row["wanted"]["response"] == "Giải trình: trong bảng."
    assert row["standing"][0]["response"] == "Ghi nhận ở đây."


def test_a_workbook_that_lost_its_record_and_a_mark_is_held_against_what_went_out(folder: Path) -> None:
    table = out(folder, "bang.xlsx")
    table.put(0, table.column("drafter"), "")
    table.answer(0, "Ghi nhận ý kiến của cơ quan.")
    found = back(folder, "sua.xlsx", table)
    assert [row["notes"] for row in found["rows"] if row["fate"] == "taken"] == [["by-words"]]  # type: ignore[attr-defined]


def test_the_edit_that_fulfils_an_acceptance_is_kept_with_it(folder: Path) -> None:
    table = out(folder, "bang.docx")
    answers = [table.get(at, table.answers) for at in range(len(table.rows))]
    at = next(at for at, text in enumerate(answers) if text.startswith("Tiếp thu, đã sửa"))
    table.answer(at, f"{answers[at]} Trân trọng.")
    (row,) = (row for row in back(folder, "sua.docx", table)["rows"] if row["fate"] == "taken")  # type: ignore[attr-defined]
    shown = json.loads(run(folder, "show", str(row["nos"][0]), "--json").stdout)
    assert shown["decision"]["deed"]["came"]


def test_a_decision_made_in_the_same_moment_is_a_conflict_and_the_others_are_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = out(folder, "bang.docx")
    table.answer(0, "Ghi nhận ý kiến thứ nhất.")
    table.answer(1, "Ghi nhận ý kiến thứ hai.")
    save, others = Store.save, iter([True])

    def held(store: Store, saves: Sequence[Save], author: Author) -> int:
        if next(others, False):  # between the reading and the saving
            save(store, [Save(saves[0].key, Decision(Disposition.ACCEPTED, response="Nhanh hơn."))], author)
        return save(store, saves, author)

    monkeypatch.setattr(Store, "save", held)
    summary = back(folder, "sua.docx", table)["summary"]
    assert (summary["taken"], summary["conflicting"]) == (1, 1)  # type: ignore[index]


def test_a_letter_under_another_name_is_the_same_row(folder: Path) -> None:
    table = out(folder, "bang.docx")
    table.answer(0, "Ghi nhận ý kiến của cơ quan.")
    for name in LETTERS:
        (folder / "comments" / name).rename(folder / "comments" / f"moi-{name}")
    assert back(folder, "sua.docx", table)["summary"]["taken"] == 1  # type: ignore[index]


def test_a_file_that_cannot_be_read_is_told_in_one_line_and_decides_nothing(folder: Path) -> None:
    table = out(folder, "bang.docx")
    table.answer(0, "Ghi nhận ý kiến.")
    (folder / "cat.docx").write_bytes(table.data[:-2000])
    (folder / "thu.docx").write_bytes((folder / "comments" / "so-tai-chinh.docx").read_bytes())
    for name in ("cat.docx", "thu.docx", "khong-co.docx", "drafter.toml"):
        result = run(folder, "import", str(folder / name))
        assert result.exit_code == 3 and len(result.stderr.strip().splitlines()) == 1, name
    assert not json.loads(run(folder, "log", "--json").stdout)["log"]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_what_people_write_outside_the_rows_is_told_and_not_taken(folder: Path, suffix: str) -> None:
    table = out(folder, f"bang{suffix}")
    assert back(folder, f"sua{suffix}", table)["beside"] == []
    told = "Lãnh đạo Sở lưu ý rà soát kỹ."
    if suffix == ".docx":
        made = docx.Document(io.BytesIO(table.data))
        made.paragraphs[0].insert_paragraph_before(told)
        made.add_paragraph("Ý kiến này chưa thống nhất.")
        wanted = [told, "Ý kiến này chưa thống nhất."]
    else:
        made = openpyxl.load_workbook(io.BytesIO(table.data))
        made.worksheets[1].append([told])
        made.worksheets[0]["B1"].comment = openpyxl.comments.Comment("Cột này in hẹp quá.", "Lan")
        wanted = ["Cột này in hẹp quá.", told]
    data = io.BytesIO()
    made.save(data)
    table = Edited(data.getvalue(), suffix)
    assert back(folder, f"sua{suffix}", table)["beside"] == wanted
    said = run(folder, "import", str(folder / f"sua{suffix}"), "--dry-run").stderr
    assert f"Ngoài các dòng ý kiến, không nhận: “{told}”." in said
