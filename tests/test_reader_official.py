"""Whole official documents: every word of the body in exactly one paragraph, found again by index."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Story
from drafter.opc import Element, body_paragraphs, name
from tests.inputs import open_package, read_docx
from tests.letters import letters

DATA = Path(__file__).parent / "data"
FILES = sorted(DATA.rglob("*.docx"))
T, MATH, BOX = name("w:t"), name("m:t"), name("w:txbxContent")


@pytest.mark.few
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_of_the_body_stands_once_where_a_writer_finds_it(path: Path) -> None:
    package = open_package(path)
    body = package.xml(package.main).find(name("w:body"))
    assert body is not None
    read = read_docx(path)
    elements = list(body_paragraphs(body))
    assert [one.index for one in read.paragraphs] == list(range(len(elements)))
    for paragraph, element in zip(read.paragraphs, elements, strict=True):
        own, equation = _own_words(element)
        assert letters(paragraph.text, equation=equation) == letters(own, equation=equation)
    in_body, equation = _own_words(body)
    whole = "".join(one.text for one in read.paragraphs)
    assert letters(whole, equation=equation) == letters(in_body, equation=equation)


def _own_words(element: Element) -> tuple[str, bool]:
    """The words of an element outside text boxes, and whether some of them are an equation."""
    texts = [t for t in element.iter(T, MATH) if BOX not in {up.tag for up in t.iterancestors()}]
    return "".join(t.text or "" for t in texts), any(t.tag == MATH for t in texts)


def test_text_boxes_of_an_annex_are_read_once() -> None:
    path = DATA / "official" / "nd30-2020-phuluc1.docx"
    package = open_package(path)
    boxes = [
        letters("".join(t.text or "" for t in box.iter(T)))
        for choice in package.xml(package.main).iter(name("mc:Choice"))
        for box in choice.iter(BOX)
    ]
    found = [note for one in read_docx(path).paragraphs for note in one.notes]
    notes = [letters(note.text) for note in found if note.story is Story.TEXT_BOX]
    assert [note.text[:14] for note in found if note.story is Story.FOOTNOTE] == ["Cỡ chữ trong c"]
    assert len(notes) > 40
    assert sorted(notes) == sorted(text for text in boxes if text)


def test_a_font_name_alone_decodes_nothing() -> None:
    assert read_docx(DATA / "official" / "nd30-2020-phuluc3.docx").notices == ()


def test_automatic_numbers_are_those_that_an_office_program_prints() -> None:
    """The expected numbers are those in the plain text that LibreOffice writes of the same file."""
    read = read_docx(DATA / "links" / "nq57.docx")
    printed = "1. 2. 3. 4. 5. - - - - - 1. 2. - - - - 3. 4. - - - 5. 6. a) b) c) d) 7."
    assert [one.marker for one in read.paragraphs if one.marker] == printed.split()
