"""LibreOffice as a judge: it reads every kind of story, in either view, and a wrong redline is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docx_builder import cell, docx, members, p, pack, part, r, row, table
from tests.judges.office import Office, office
from tests.judges.reduced import group

pytestmark = [pytest.mark.slow, pytest.mark.office, pytest.mark.bridge]
BY = 'w:author="x" w:date="2026-01-01T00:00:00Z"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def edited(old: str, new: str, key: int = 1) -> str:
    """A paragraph whose word is deleted and another inserted."""
    gone = f'<w:del w:id="{key}" {BY}><w:r><w:delText>{old}</w:delText></w:r></w:del>'
    return p(gone, f'<w:ins w:id="{key + 1}" {BY}>{r(new)}</w:ins>')


@pytest.fixture(scope="module")
def judge() -> Iterator[Office]:
    with office() as running:
        yield running


def both(judge: Office, path: Path, story: str) -> tuple[str, str]:
    return judge.texts(path, "accept")[story], judge.texts(path, "reject")[story]


def test_a_word_is_new_when_accepted_and_old_when_rejected(judge: Office, tmp_path: Path) -> None:
    assert both(judge, docx(tmp_path, edited("cũ", "mới")), "body") == ("mới", "cũ")


def test_nested_tables_are_read(judge: Office, tmp_path: Path) -> None:
    inner = table(row(cell(edited("cũ", "mới")))) + p("sau")
    path = docx(tmp_path, table(row(cell(p("trước"), inner))) + p("hết"))
    assert both(judge, path, "body") == ("trướcmớisauhết", "trướccũsauhết")


def test_a_row_marked_as_deleted_is_gone_when_accepted(judge: Office, tmp_path: Path) -> None:
    words = f'<w:del w:id="3" {BY}><w:r><w:delText>hai</w:delText></w:r></w:del>'
    gone = row(cell(p(words)), trpr=f'<w:del w:id="4" {BY}/>')
    assert both(judge, docx(tmp_path, table(row(cell(p("một"))), gone) + p("ba")), "body") == (
        "mộtba",
        "mộthaiba",
    )


def test_boxes_of_groups_are_read(judge: Office, tmp_path: Path) -> None:
    assert both(judge, docx(tmp_path, p("chữ", group())), "shapes") == ("mới", "cũ")


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_read(kind: str, judge: Office, tmp_path: Path) -> None:
    note = f'<w:{kind} w:id="2">{edited("cũ", "mới")}</w:{kind}>'
    path = docx(tmp_path, p("chữ", f'<w:r><w:{kind}Reference w:id="2"/></w:r>'), **{f"{kind}s": note})
    assert both(judge, path, f"{kind}s") == ("mới", "cũ")


def with_header(path: Path, kind: str) -> Path:
    """A file with one header, on all pages or on the first."""
    shown = "<w:titlePg/>" if kind == "first" else ""
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="r9"/>{shown}</w:sectPr>'
    content = members(p("chữ") + section)
    content["word/header1.xml"] = part("w:hdr", edited("cũ", "mới"))
    content["word/_rels/document.xml.rels"] = content["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="r9" Type="{_RELATION}/header" Target="header1.xml"/></Relationships>',
    )
    return pack(path / "header.docx", content)


@pytest.mark.parametrize("kind", ["default", "first"])
def test_headers_are_read_those_of_first_pages_too(kind: str, judge: Office, tmp_path: Path) -> None:
    assert both(judge, with_header(tmp_path, kind), "headers") == ("mới", "cũ")


def test_an_edit_without_a_mark_is_seen(judge: Office, tmp_path: Path) -> None:
    old, wrong = docx(tmp_path / "old.docx", p("cũ")), docx(tmp_path / "wrong.docx", p("mới"))
    assert judge.texts(wrong, "reject") != judge.texts(old, "accept")


def test_what_is_no_document_is_told_and_the_next_one_is_read(judge: Office, tmp_path: Path) -> None:
    missing = tmp_path / "missing.docx"
    with pytest.raises(RuntimeError, match=r"missing\.docx"):
        judge.texts(missing, "accept")
    assert judge.texts(docx(tmp_path, p("chữ")), "accept")["body"] == "chữ"
