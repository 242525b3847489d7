"""The referee itself: right redlines pass, and every kind of wrong one is refused."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from lxml import etree

from tests.docx_builder import docx, members, p, pack
from tests.judges.markup import BY, NEW, OLD, RIGHT, deleted, inserted, move_mark, moved, run, verdict
from tests.judges.referee import judge


def test_a_right_redline_passes_and_costs_what_it_must(tmp_path: Path) -> None:
    found = verdict(tmp_path, OLD, NEW, RIGHT)
    assert found.strict
    assert found.cost == found.least == 2


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (p(run("Đạt "), deleted("5"), inserted("6"), run(" điể.")), ""),
        (p(run("Đạt "), deleted("5"), inserted("66"), run(" điểm.")), "accept"),
        (p(run("Đạt "), deleted("55"), inserted("6"), run(" điểm.")), "reject"),
        (p(run("Đạt 5"), inserted("6"), run(" điểm.")), "accept"),
        (NEW, "reject"),
    ],
    ids=["word-cut", "doubled-in-new", "doubled-in-old", "deletion-forgotten", "nothing-marked"],
)
def test_a_view_that_is_no_draft_fails_and_is_told(tmp_path: Path, wrong: str, told: str) -> None:
    found = verdict(tmp_path, OLD, NEW, wrong)
    assert not found.passed
    assert any(told in where for where in found.where)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (RIGHT.replace("delText", "t"), "w:t inside w:del"),
        (p(run("Đạt "), deleted("5", 7), inserted("6", 7), run(" điểm.")), "twice"),
        (RIGHT.replace(f" {BY}", "", 1), "without id or author"),
        (RIGHT.replace("</w:p>", '<w:hyperlink r:id="rId99"/></w:p>'), "rId99 missing"),
        (RIGHT.replace("w:del ", "w:moveFrom ").replace("w:del>", "w:moveFrom>"), "outside w:del"),
    ],
    ids=["text-in-deletion", "id-twice", "no-author", "relationship-missing", "deleted-text-in-move"],
)
def test_markup_that_word_refuses_is_a_fault_even_where_the_text_is_right(
    tmp_path: Path, wrong: str, fault: str
) -> None:
    found = verdict(tmp_path, OLD, NEW, wrong)
    assert any(fault in one for one in found.faults)
    assert not found.passed


def test_a_part_that_a_relationship_promises_and_nobody_brought_is_a_fault(tmp_path: Path) -> None:
    old, new = docx(tmp_path / "old.docx", OLD), docx(tmp_path / "new.docx", NEW)
    content = members(RIGHT, footnotes="")
    del content["word/footnotes.xml"]
    found = judge(old, new, pack(tmp_path / "redline.docx", content))
    assert any("footnotes.xml missing" in one for one in found.faults)
    assert found.text and not found.passed


def test_a_fault_that_a_draft_has_already_is_not_held_against_the_redline(tmp_path: Path) -> None:
    link = '<w:hyperlink r:id="rId99"/></w:p>'
    old, new, redline = (one.replace("</w:p>", link) for one in (OLD, NEW, RIGHT))
    assert verdict(tmp_path, old, new, redline).strict


def test_a_part_that_is_no_xml_is_no_redline(tmp_path: Path) -> None:
    old, new = docx(tmp_path / "old.docx", OLD), docx(tmp_path / "new.docx", NEW)
    broken = pack(tmp_path / "redline.docx", members(RIGHT) | {"word/styles.xml": "<w:styles>"})
    with pytest.raises(etree.XMLSyntaxError):
        judge(old, new, broken)


def test_a_deleted_mark_joins_two_paragraphs_and_an_inserted_one_parts_them(tmp_path: Path) -> None:
    for side, old, new in (
        ("del", p("Một.") + p("Hai."), p("Một.Hai.")),
        ("ins", p("Một.Hai."), p("Một.") + p("Hai.")),
    ):
        mark = f'<w:rPr><w:{side} w:id="4" {BY}/></w:rPr>'
        assert verdict(tmp_path, old, new, p("Một.", ppr=mark) + p("Hai.")).strict


def test_a_right_move_passes_and_a_hidden_edit_in_one_does_not(tmp_path: Path) -> None:
    old, new = p("Một.") + p("Hai.") + p("Ba."), p("Hai.") + p("Ba.") + p("Một.")
    for there, strict in (("Một.", True), ("Mốt.", False)):
        redline = (
            p(moved("From", "Một.", 10), ppr=move_mark("From", 12))
            + p("Hai.")
            + p("Ba.", ppr=move_mark("To", 23))
            + p(moved("To", there, 20))
        )
        found = verdict(tmp_path, old, new if strict else new.replace("Một", "Mốt"), redline)
        assert found.text
        assert found.strict is strict, found


def test_an_edit_in_a_move_that_is_marked_there_passes(tmp_path: Path) -> None:
    old, new = p("Năm 1.") + p("Hai."), p("Hai.") + p("Năm 2.")
    source = moved("From", "Năm ", 10).replace(
        '<w:moveFromRangeEnd w:id="10"/>',
        deleted("1", 30) + kept("From", 13) + '<w:moveFromRangeEnd w:id="10"/>',
    )
    target = moved("To", "Năm ", 20).replace(
        '<w:moveToRangeEnd w:id="20"/>', inserted("2", 31) + kept("To", 23) + '<w:moveToRangeEnd w:id="20"/>'
    )
    redline = p(source, ppr=move_mark("From", 12)) + p("Hai.", ppr=move_mark("To", 22)) + p(target)
    found = verdict(tmp_path, old, new, redline)
    assert found.strict, found


def kept(side: str, key: int) -> str:
    """The full stop of a moved sentence."""
    return f'<w:move{side} w:id="{key}" {BY}>{run(".")}</w:move{side}>'


def test_a_move_whose_sides_have_different_names_is_none(tmp_path: Path) -> None:
    redline = (
        p(moved("From", "Một.", 10, "a"), ppr=move_mark("From", 12))
        + p("Hai.", ppr=move_mark("To", 22))
        + p(moved("To", "Một.", 20, "b"))
    )
    found = verdict(tmp_path, p("Một.") + p("Hai."), p("Hai.") + p("Một."), redline)
    assert found.text
    assert len([one for one in found.faults if "one side only" in one]) == 2


def test_a_move_with_one_side_is_a_fault(tmp_path: Path) -> None:
    redline = p(moved("From", "Một.", 10), ppr=move_mark("From", 12)) + p("Hai.")
    assert any(
        "one side only" in one for one in verdict(tmp_path, p("Một.") + p("Hai."), p("Hai."), redline).faults
    )


def test_paragraphs_joined_or_cut_wrongly_are_not_strict(tmp_path: Path) -> None:
    found = verdict(tmp_path, p("Một. Hai."), p("Một.") + p("Hai."), p("Một.") + p("Hai."))
    assert found.text and not found.paragraphs
    assert found.passed and not found.strict


def test_canonically_equal_spelling_is_equal_but_marking_it_costs(tmp_path: Path) -> None:
    composed, apart = (unicodedata.normalize(form, "Bộ") for form in ("NFC", "NFD"))
    assert verdict(tmp_path, p(apart), p(composed), p(composed)).strict
    assert verdict(tmp_path, p(apart), p(composed), p(deleted(apart), inserted(composed))).cost > 0


def test_words_inserted_within_a_moved_passage_are_an_edit_that_is_marked(tmp_path: Path) -> None:
    old, new = p("Năm.") + p("Hai."), p("Hai.") + p("Năm nay.")
    within = (
        f'<w:moveTo w:id="24" {BY}>{inserted(" nay", 31)}{run(".")}</w:moveTo><w:moveToRangeEnd w:id="20"/>'
    )
    redline = (
        p(moved("From", "Năm.", 10), ppr=move_mark("From", 12))
        + p("Hai.", ppr=move_mark("To", 22))
        + p(moved("To", "Năm", 20).replace('<w:moveToRangeEnd w:id="20"/>', within))
    )
    assert verdict(tmp_path, old, new, redline).strict


def test_words_between_the_ends_of_a_move_that_were_not_moved_are_not_compared(tmp_path: Path) -> None:
    old, new = p("Một.") + p("Hai.") + p("Ba."), p("Hai.") + p("Ba.") + p("Một.")
    stays = p("Hai.") + '<w:moveFromRangeEnd w:id="10"/>' + p("Ba.", ppr=move_mark("To", 22))
    source = moved("From", "Một.", 10).replace('<w:moveFromRangeEnd w:id="10"/>', "")
    redline = p(source, ppr=move_mark("From", 12)) + stays + p(moved("To", "Một.", 20))
    assert verdict(tmp_path, old, new, redline).strict
