"""OpenDocument for whoever has no Word: table, form, redline and letters as .odt and .ods, and back."""

from __future__ import annotations

import base64
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest
from lxml import etree

from drafter.errors import OutputNeedsOffice
from drafter.intake import office
from drafter.jobs import open_document
from drafter.model import Layout
from drafter.opc import packed
from drafter.record import OutputKind, Record, RecordedRow, is_ours, record_of
from drafter.record.carried import carry
from drafter.wording.errors import sentence
from tests.commands import part, run
from tests.docx_builder import members, p
from tests.inputs import open_package
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


def with_property(folder: Path, said: str) -> Record | None:
    """The record of a Word file among whose properties stands what is `said`, as LibreOffice writes it."""
    content: dict[str, bytes] = {
        name: data if isinstance(data, bytes) else data.encode() for name, data in members(p("a")).items()
    }
    content["docProps/custom.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="drafter">'
        f"<vt:lpwstr>{said}</vt:lpwstr></property></Properties>"
    ).encode()
    path = folder / "a.docx"
    path.write_bytes(packed(content))
    return record_of(open_package(path))


def test_a_record_among_the_properties_of_a_document_is_read_back(tmp_path: Path) -> None:
    rows = (RecordedRow("r1", ("a.docx#1", "b <&>.docx#2"), ("k1", "k2"), "m"),)
    record = Record(OutputKind.TABLE, (("drafts/dự thảo 1.docx", "0" * 64),), rows, Layout.CLAUSE, "vi")
    meta = etree.Element("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}document-meta")
    for _ in range(2):  # a second one takes the place of the first
        carry(meta, record)
    (said,) = meta.xpath("//*[local-name()='user-defined']/text()")
    assert with_property(tmp_path, said) == record


@pytest.mark.parametrize(
    "said",
    [
        "", "drafter", "1", "đ", "&#13;", base64.b64encode(b"a").decode(),
        base64.b64encode(zlib.compress(b"<a/>")).decode(),
        base64.b64encode(zlib.compress(b"a" * 999)).decode()[:-9],
    ],
    ids=range(8),
)  # fmt: skip
def test_a_property_of_that_name_that_is_no_record_is_none(tmp_path: Path, said: str) -> None:
    assert with_property(tmp_path, said) is None


@pytest.mark.slow
@pytest.mark.office
@wants_office
def test_a_table_that_was_saved_again_as_odt_is_known_among_the_letters(tmp_path: Path) -> None:
    workspace = part(tmp_path)
    path = tmp_path / "bang.odt"
    assert run(workspace, "table", "-o", str(path)).exit_code == 0
    program = office.office()
    assert program is not None
    (again,) = program.converted([path.read_bytes()], ".odt", "odt:writer8")
    assert again is not None and not is_ours(again)
    (turned,) = program.converted([again], ".odt", "docx:MS Word 2007 XML")
    assert turned is not None
    path.write_bytes(turned)
    record = record_of(open_package(path))
    assert record is not None and record.kind is OutputKind.TABLE
    assert record.layout is not None and record.rows and all(row.keys for row in record.rows)
    (workspace / "comments" / "gửi lại.odt").write_bytes(again)
    told = run(workspace, "comments")
    assert told.exit_code == 3 and "gửi lại.odt" in told.stderr
    assert "gửi lại" not in told.stdout


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
