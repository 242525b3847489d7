"""Redline of whole drafts, led by their change set; notes and parts brought along."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.outline import outline
from drafter.analyses.plans import plan
from drafter.model import View
from drafter.opc import name
from tests.docx_builder import docx, p, r
from tests.inputs import open_package, read_docx, redline
from tests.redline_cases import printed
from tests.redline_pairs import led

ROOT = Path(__file__).parent
VERSIONS = [ROOT / "data" / "versions" / f"{one}.docx" for one in ("v1", "v2")]
DRAFTS = sorted((ROOT.parent / "drafts").glob("*.docx"))
# The others are read by the referee in test_redline_pairs, and all of them in the slow tests.
PAIRS = [
    pytest.param(*VERSIONS, id="v1-v2", marks=pytest.mark.slow),
    pytest.param(*VERSIONS[::-1], id="v2-v1", marks=pytest.mark.slow),
    pytest.param(DRAFTS[0], DRAFTS[1], id="1-2", marks=pytest.mark.slow),
    pytest.param(DRAFTS[2], DRAFTS[1], id="3-2"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_both_views_of_a_redline_are_the_drafts_to_the_letter(tmp_path: Path, old: Path, new: Path) -> None:
    made = tmp_path / "redline.docx"
    made.write_bytes(redline(old, new, led(old, new), author="Sở Tư pháp"))
    accepted, rejected = (read_docx(made, view=view) for view in (View.ACCEPTED, View.ORIGINAL))
    assert [q.text for q in accepted.paragraphs if q.text.strip()] == printed(new)
    assert _composed([q.text for q in rejected.paragraphs if q.text.strip()]) == _composed(printed(old))


def _composed(texts: list[str]) -> list[str]:
    """Canonically equal spelling is equal and never marked."""
    return [unicodedata.normalize("NFC", text) for text in texts]


@pytest.mark.slow
def test_a_clause_that_changed_places_is_one_move(tmp_path: Path) -> None:
    plan = led(*VERSIONS)
    assert plan.moves
    made = tmp_path / "redline.docx"
    made.write_bytes(redline(*VERSIONS, plan, author="Sở Tư pháp"))
    root = open_package(made).xml("word/document.xml")
    sides = [
        [one.get(name("w:name")) for one in root.iter(name(f"w:move{side}RangeStart"))]
        for side in ("From", "To")
    ]
    assert sides[0] and sorted(sides[0], key=str) == sorted(sides[1], key=str)


@pytest.mark.slow
def test_without_moves_a_clause_is_deleted_and_inserted(tmp_path: Path) -> None:
    before, after = (read_docx(one) for one in VERSIONS)
    one, other = outline(before), outline(after)
    found = changes(one, other, align(one, other))
    assert not plan(before, after, found, old_draft=one, new_draft=other, moves=False).moves


@pytest.mark.slow
def test_ids_of_marks_are_unique(tmp_path: Path) -> None:
    made = tmp_path / "redline.docx"
    made.write_bytes(redline(DRAFTS[0], DRAFTS[1], led(DRAFTS[0], DRAFTS[1]), author="x"))
    root = open_package(made).xml("word/document.xml")
    tags = [name(f"w:{tag}") for tag in ("ins", "del", "moveFrom", "moveTo")]
    ids = [one.get(name("w:id")) for one in root.iter(*tags)]
    assert ids and len(set(ids)) == len(ids)


def test_a_note_whose_reference_went_is_kept_for_rejecting(tmp_path: Path) -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Theo Nghị quyết 57.</w:t></w:r></w:p></w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    old = docx(tmp_path / "old.docx", p(r("Đạt 8 %."), reference), footnotes=note)
    new = docx(tmp_path / "new.docx", p("Đạt 8 %."))
    made = tmp_path / "redline.docx"
    made.write_bytes(redline(old, new, author="x"))
    kept = [one.text for one in read_docx(made, view=View.ORIGINAL).paragraphs[0].notes]
    assert kept == ["Theo Nghị quyết 57."]
    assert not read_docx(made).paragraphs[0].notes
