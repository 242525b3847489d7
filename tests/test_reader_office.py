"""Automatic numbers against those that LibreOffice prints, on every Word file and on a page of hard lists."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from drafter.language.normal import ZERO_WIDTH
from drafter.model import Paragraph, Story
from tests.docx_builder import docx, item, level, lists, p
from tests.inputs import read_docx
from tests.letters import lowered

ROOT = Path(__file__).parents[1]
# Files made to test redlines hold formulas, which LibreOffice does not print as text.
FILES = sorted(
    path
    for path in [*(ROOT / "tests/data").rglob("*.docx"), *(ROOT / "drafts").glob("*.docx")]
    if not {"redline", "office"} & {*path.parts}  # where changes are open, both texts are printed
)
BULLETS = re.compile("[•▪●■❑➢◦o*+–\uf0b7-]")

pytestmark = [pytest.mark.office, pytest.mark.slow]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", ZERO_WIDTH.sub("", unicodedata.normalize("NFC", text)))


def as_text(files: list[Path], folder: Path) -> list[str]:
    """What LibreOffice prints of the files, numbers included; one run for all of them."""
    copies = []
    for at, file in enumerate(files):
        copies.append(folder / f"{at}.docx")
        copies[-1].write_bytes(file.read_bytes())
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to",
         "txt:Text (encoded):UTF8", "--outdir", str(folder), *map(str, copies)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return [copy.with_suffix(".txt").read_text(encoding="utf-8-sig") for copy in copies]


def disagreements(paragraphs: tuple[Paragraph, ...], printed: str) -> list[tuple[str, str | None, str]]:
    """(number as printed, number as read, text) where they differ; every bullet counts as one sign."""
    whole, at, found = squeezed(lowered(printed)), 0, []  # plain text prints a raised figure as any other
    for paragraph in paragraphs:
        text = squeezed(lowered(paragraph.text))
        if not text:
            continue
        if any(note.story is not Story.TEXT_BOX for note in paragraph.notes):
            text = text[:20]  # the sign of the note is printed somewhere after it
        start = whole.find(text, at)
        if start < 0:
            found.append(("", paragraph.marker, f"not printed: {paragraph.text[:40]}"))
            continue
        if paragraph.marker is not None:
            marker = squeezed(paragraph.marker)
            before = whole[max(start - len(marker), at) : start]
            same = before == marker or (BULLETS.fullmatch(marker) and BULLETS.fullmatch(before))
            if not same:
                found.append((before, paragraph.marker, paragraph.text[:40]))
        at = start + len(text)
    return found


def test_numbers_of_every_file_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    numbered = 0
    for path, printed in zip(FILES, as_text(FILES, tmp_path), strict=True):
        paragraphs = read_docx(path).paragraphs
        numbered += sum(paragraph.marker is not None for paragraph in paragraphs)
        assert (path.name, disagreements(paragraphs, printed)) == (path.name, [])
    assert numbered > 150


# Without isLgl and lvlRestart, which LibreOffice passes over when it prints text and Word does not.
ABSTRACTS = {
    1: level(0, "upperRoman", "%1-") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)"),
    2: level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "lowerRoman", "%1.%2.%3."),
    3: level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2."),
    4: level(0, "lowerLetter", "%1)"),
    5: level(0, "decimalZero", "%1.") + level(1, "upperLetter", "%2."),
}
NUMS = {
    1: (1, ""),
    2: (1, ""),  # shares its counts with 1
    3: (1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    4: (2, ""),
    5: (3, ""),
    6: (4, ""),
    7: (5, ""),
}


def test_hard_lists_are_numbered_as_libreoffice_numbers_them(tmp_path: Path) -> None:
    sequence = [
        (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (2, 1), (2, 0), (2, 1),
        (3, 0), (3, 0), (3, 1),
        (4, 0), (4, 0), (4, 1), (4, 1), (4, 2), (4, 2), (4, 1), (4, 0), (4, 1),
        (5, 0), (5, 1), (5, 1), (5, 0), (5, 1),
        *[(6, 0)] * 54,
        (7, 0), (7, 1), (7, 1), (7, 0), (7, 1),
    ]  # fmt: skip
    blocks = [item(f"đoạn số {at} hết", num, depth) for at, (num, depth) in enumerate(sequence)]
    blocks.insert(20, p("một đoạn không đánh số"))
    path = docx(tmp_path, *blocks, numbering=lists(ABSTRACTS, NUMS))
    paragraphs = read_docx(path).paragraphs
    assert all(paragraph.marker for paragraph in paragraphs if "số" in paragraph.text[:8])
    assert disagreements(paragraphs, as_text([path], tmp_path)[0]) == []
