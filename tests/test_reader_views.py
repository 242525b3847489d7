"""Both views of every Word file against an independent count of its letters, made with XPath alone."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from drafter.model import Manuscript, Story, View
from tests.inputs import read_docx
from tests.letters import letters

ROOT = Path(__file__).parents[1]
FILES = sorted(
    file for place in ("tests/data", "drafts", "comments") for file in (ROOT / place).rglob("*.docx")
)
# The many small files made to test redlines are read too, but not every time.
CASES = [
    pytest.param(path, marks=pytest.mark.slow) if "redline" in path.parts else pytest.param(path)
    for path in FILES
]
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
INSERTED = "ancestor::w:ins or ancestor::w:moveTo or ancestor::w:tr[w:trPr/w:ins]"
DELETED = "ancestor::w:del or ancestor::w:moveFrom or ancestor::w:tr[w:trPr/w:del]"
LEFT_OUT = {View.ACCEPTED: DELETED, View.ORIGINAL: INSERTED}


@cache
def document(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def counted(path: Path, view: View, where: str) -> list[str]:
    """The texts of runs in the view, outside the second branch of anything, that meet `where`."""
    hidden = "ancestor::w:r/w:rPr/w:vanish[not(@w:val='0')]"
    query = (
        f"//w:body//*[self::w:t or self::w:delText or self::m:t][not(ancestor::mc:Fallback) and not({hidden})"
        f" and not({LEFT_OUT[view]}) and {where}]"
    )
    return [element.text or "" for element in document(path).xpath(query, namespaces=SPACES)]


def has_equations(path: Path) -> bool:
    return next(document(path).iter(f"{{{SPACES['m']}}}t"), None) is not None


def all_text(read: Manuscript, *, equation: bool) -> str:
    return letters("".join(one.text for one in read.paragraphs), equation=equation)


@pytest.mark.few
@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_letter_of_the_body_is_read_once_in_either_view(path: Path, view: View) -> None:
    equation = has_equations(path)
    expected = letters("".join(counted(path, view, "not(ancestor::w:txbxContent)")), equation=equation)
    assert all_text(read_docx(path, view=view), equation=equation) == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_letter_of_the_text_boxes_is_read_once(path: Path) -> None:
    notes = [note for one in read_docx(path).paragraphs for note in one.notes]
    read = "".join(note.text for note in notes if note.story is Story.TEXT_BOX)
    expected = "".join(counted(path, View.ACCEPTED, "ancestor::w:txbxContent"))
    assert sorted(letters(read)) == sorted(letters(expected))


@pytest.mark.slow
def test_the_files_hold_tracked_changes_so_that_the_views_differ() -> None:
    differ = [
        path.name
        for path in FILES
        if counted(path, View.ACCEPTED, "true()") != counted(path, View.ORIGINAL, "true()")
    ]
    assert differ


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_revisions_stand_where_they_say(path: Path) -> None:
    """An insertion's words stand at its offset; a deletion's place is within its paragraph."""
    read = read_docx(path)
    texts = {one.index: one.text for one in read.paragraphs}
    for revision in read.revisions:
        text = texts.get(revision.paragraph, "")
        if revision.op == "+":
            assert text[revision.at : revision.at + len(revision.text)] == revision.text
        else:
            assert 0 <= revision.at <= len(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_quotes_of_comments_stand_where_they_say(path: Path) -> None:
    read = read_docx(path)
    texts = {one.index: one.text for one in read.paragraphs}
    for one in read.annotations:
        if one.paragraph == one.end_paragraph:
            assert texts[one.paragraph][one.start : one.end] == one.quote
        assert one.text
