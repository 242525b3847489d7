"""What is sent and not read is told: formulas without values, files named as litter; links that lead away."""

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from drafter.intake import source_of, unpacked
from drafter.model import Grid
from drafter.readers.comments import read_comment_file
from tests.commands import part, run
from tests.form_files import form_file
from tests.made_mail import zipped

WORDS = "Kính gửi: Ban soạn thảo.\n\n1. Đề nghị bỏ khoản 9 mục IV.\n".encode()


def test_members_of_an_archive_that_are_named_as_litter_are_told_where_they_hold_a_document(
    tmp_path: Path,
) -> None:
    letter = next((part(tmp_path) / "comments").glob("*.docx")).read_bytes()
    held = {
        ".so-y-te.docx": letter, "~$so-noi-vu.docx": letter, "a/.gop-y.txt": WORDS, "b.tmp": letter,
        "so-tu-phap.txt": WORDS,
        "~$so-tu-phap.docx": b"\x0fnobody" + bytes(150), ".DS_Store": b"\0\0\0\1Bud1" + bytes(90),
        "__MACOSX/._so-tu-phap.txt": b"\0\5\x16\7" + bytes(90), "desktop.ini": b"[.ShellClassInfo]\n",
        ".gitignore": b"*.pyc\n", ".empty.txt": b"",
    }  # fmt: skip
    members = {each.path: each for each in unpacked(source_of(zipped(held), "thu.zip"))}
    told = {path: each.failure for path, each in members.items() if each.failure is not None}
    assert {path: failure.code for path, failure in told.items()} == dict.fromkeys(
        (".so-y-te.docx", "~$so-noi-vu.docx", "a/.gop-y.txt", "b.tmp"), "passed-over"
    )
    assert [path for path, each in members.items() if each.source is not None] == ["so-tu-phap.txt"]


@pytest.mark.slow
def test_a_file_that_is_named_as_litter_is_told_and_stops_nothing(tmp_path: Path) -> None:
    root = part(tmp_path)
    (root / "comments" / ".gop-y.txt").write_bytes(WORDS)
    (root / "comments" / "~$gop-y.docx").write_bytes(b"\x0fnobody" + bytes(150))
    done = run(root, "comments", "--json")
    assert done.exit_code == 0
    told = [(each["code"], each["place"]) for each in json.loads(done.stdout)["notices"]]
    assert ("passed-over", "comments/.gop-y.txt") in told
    assert not any("~$" in place for _, place in told)


@pytest.mark.slow
def test_a_link_that_leads_out_of_the_workspace_is_told_and_one_within_it_is_not(tmp_path: Path) -> None:
    inside, outside = tmp_path / "a", tmp_path / "elsewhere"
    inside.mkdir()
    outside.mkdir()
    root = part(inside)
    (outside / "so-y-te.txt").write_bytes(WORDS)
    draft = next((root / "drafts").iterdir())
    shutil.move(draft, outside / draft.name)
    draft.symlink_to(outside / draft.name)
    (root / "comments" / "so-y-te.txt").symlink_to(outside / "so-y-te.txt")
    (root / "comments" / "folder").symlink_to(outside)
    kept = root / "kept.txt"
    kept.write_bytes(WORDS.replace(b"9", b"8"))
    (root / "comments" / "within.txt").symlink_to(kept)
    notices = json.loads(run(root, "comments", "--json").stdout)["notices"]
    told = {each["place"] for each in notices if each["code"] == "outside-link"}
    assert {f"drafts/{draft.name}", "comments/so-y-te.txt"} <= told
    assert not any("within" in place for place in told)
    assert any(place.endswith("folder/so-y-te.txt") for place in told)


_CELL = '<c r="C2"><f>A1&amp;B1</f><v></v></c>'  # as openpyxl writes it
COMPUTED = {
    "never": (_CELL, "", [("uncomputed", "C2 (=A1&B1)")]),
    "never, and nothing stands for it": (_CELL.replace("<v></v>", ""), "", [("uncomputed", "C2 (=A1&B1)")]),
    "to words": (_CELL.replace("<c ", '<c t="str" ').replace("<v>", "<v>Bỏ khoản 9."), "Bỏ khoản 9.", []),
    "to no words": (_CELL.replace("<c ", '<c t="str" '), "", []),
}


@pytest.mark.parametrize("how", sorted(COMPUTED))
def test_a_formula_that_was_never_computed_is_told_with_its_cell_and_is_nobodys_words(
    how: str, tmp_path: Path
) -> None:
    written, said, told = COMPUTED[how]
    rows = [
        ["STT", "Nơi góp ý", "Ý kiến góp ý"],
        ["1", "khoản 9", "=A1&B1"],
        ["2", "khoản 8", "Bỏ cả khoản."],
    ]
    with zipfile.ZipFile(form_file(tmp_path / "phieu.xlsx", rows)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    cell = re.compile(r'<c r="C2".*?</c>')
    sheets = {
        name: cell.sub(written, data.decode()).encode() for name, data in parts.items() if "sheet1" in name
    }
    assert written.encode() in b"".join(sheets.values())
    sheet = read_comment_file(source_of(zipped({**parts, **sheets}), "phieu.xlsx"))
    (grid,) = (each for each in sheet.parts if isinstance(each, Grid))
    assert "".join(block.text for block in grid.rows[1][2]) == said
    assert [(n.code, n.detail) for n in sheet.notices] == told
