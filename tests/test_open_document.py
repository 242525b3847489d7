"""OpenDocument for whoever has no Word: table, form, redline and letters as .odt and .ods, and back."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from drafter.errors import OutputNeedsOffice
from drafter.intake import office
from drafter.jobs import open_document
from drafter.record import is_ours
from drafter.wording.errors import sentence
from tests.commands import part, run
from tests.programs import is_there

wants_office = pytest.mark.skipif(not is_there("soffice"), reason="needs LibreOffice")
TEXT = b"application/vnd.oasis.opendocument.text"


def mimetype(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return package.read(first)


def test_without_libreoffice_one_line_says_so_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    office.office.cache_clear()
    monkeypatch.setattr(office, "_usual", tuple)
    try:
        workspace = part(tmp_path)
        for command in (("table", "-o"), ("form", "-o"), ("diff", "2", "3", "--docx")):
            path = tmp_path / "x.odt"
            told = run(workspace, *command, str(path))
            assert (told.exit_code, told.stderr.count("\n"), path.exists()) == (3, 1, False)
    finally:
        monkeypatch.undo()
        office.office.cache_clear()
    for lang in ("vi", "en"):
        assert ".docx" in sentence(OutputNeedsOffice("x.odt", wanted=".docx"), lang)


def test_a_name_says_what_it_is_made_of() -> None:
    made = [open_document.made_of(Path(name)).name for name in ("a.odt", "a.ODS", "a.docx", "a.md", "a")]
    assert made == ["a.docx", "a.xlsx", "a.docx", "a.md", "a"]


@pytest.mark.slow
@pytest.mark.office
@wants_office
def test_a_table_as_odt_is_known_again_and_takes_answers_back(tmp_path: Path) -> None:
    workspace = part(tmp_path)
    path = tmp_path / "bang.odt"
    for _ in range(2):  # what nobody has edited gives way
        assert run(workspace, "table", "-o", str(path)).exit_code == 0
    assert mimetype(path) == TEXT
    assert is_ours(path.read_bytes())
    told = run(workspace, "import", "--dry-run", "--json", str(path))
    assert told.exit_code == 0
    with zipfile.ZipFile(path) as package:
        parts = {info: package.read(info) for info in package.infolist()}
    with zipfile.ZipFile(path, "w") as package:
        for info, data in parts.items():
            package.writestr(
                info, data.replace(b"</text:p>", b" x</text:p>", 1) if "content" in info.filename else data
            )
    assert run(workspace, "table", "-o", str(path)).exit_code == 3


@pytest.mark.slow
@pytest.mark.office
@wants_office
def test_a_redline_as_odt_has_its_changes_tracked(tmp_path: Path) -> None:
    workspace = part(tmp_path)
    path = tmp_path / "so-sanh.odt"
    assert run(workspace, "diff", "2", "3", "--docx", str(path)).exit_code == 0
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml")
    assert b"<text:insertion>" in content
    assert b"<text:deletion>" in content


@pytest.mark.slow
@pytest.mark.office
@wants_office
@pytest.mark.skipif(not is_there("calc"), reason="needs LibreOffice's part for workbooks")
def test_a_form_as_ods_comes_back_as_a_letter(tmp_path: Path) -> None:
    workspace = part(tmp_path)
    path = tmp_path / "phieu.ods"
    assert run(workspace, "form", "-o", str(path)).exit_code == 0
    assert mimetype(path) == TEXT.replace(b".text", b".spreadsheet")
    shutil.copy(path, workspace / "comments" / "phieu.ods")
    assert "phieu.ods" in run(workspace, "comments").stderr  # nobody has filled it in


@pytest.mark.slow
@pytest.mark.office
@wants_office
def test_replies_as_odt(tmp_path: Path) -> None:
    workspace = part(tmp_path)
    folder = tmp_path / "tra-loi"
    assert run(workspace, "reply", "--odt", "--agency", "Sở Tư pháp", "-o", str(folder)).exit_code == 0
    made = [*folder.iterdir()]
    assert [path.suffix for path in made] == [".odt"]
    assert mimetype(made[0]) == TEXT
