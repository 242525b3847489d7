"""The referee itself: right redlines pass, and every kind of wrong one is refused."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.docx_builder import cell, docx, p, row, t, table
from tests.judges.referee import Verdict, formatting_restored, judge

BY = 'w:author="x"'


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr>{t(text)}</w:r>"


def deleted(text: str, key: int = 1) -> str:
    return f'<w:del w:id="{key}" {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str, key: int = 2) -> str:
    return f'<w:ins w:id="{key}" {BY}>{run(text)}</w:ins>'


def verdict(folder: Path, old: str, new: str, redline: str) -> Verdict:
    return judge(
        docx(folder / "old.docx", old), docx(folder / "new.docx", new), docx(folder / "redline.docx", redline)
    )


OLD, NEW = p("Đạt 5 điểm."), p("Đạt 6 điểm.")
RIGHT = p(run("Đạt "), deleted("5"), inserted("6"), run(" điểm."))


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
    ],
    ids=["text-in-deletion", "id-twice", "no-author", "relationship-missing"],
)
def test_markup_that_word_refuses_is_a_fault_even_where_the_text_is_right(
    tmp_path: Path, wrong: str, fault: str
) -> None:
    found = verdict(tmp_path, OLD, NEW, wrong)
    assert any(fault in one for one in found.faults)
    assert not found.passed


def moved(side: str, text: str, key: int, name: str = "m") -> str:
    return (
        f'<w:move{side}RangeStart w:id="{key}" {BY} w:name="{name}"/>'
        f'<w:move{side} w:id="{key + 1}" {BY}>{run(text)}</w:move{side}>'
        f'<w:move{side}RangeEnd w:id="{key}"/>'
    )


def move_mark(side: str, key: int) -> str:
    return f'<w:rPr><w:move{side} w:id="{key}" {BY}/></w:rPr>'


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


def test_a_move_with_one_side_is_a_fault(tmp_path: Path) -> None:
    redline = p(moved("From", "Một.", 10), ppr=move_mark("From", 12)) + p("Hai.")
    assert any(
        "one side only" in one for one in verdict(tmp_path, p("Một.") + p("Hai."), p("Hai."), redline).faults
    )


def test_paragraphs_joined_or_cut_wrongly_are_not_strict(tmp_path: Path) -> None:
    found = verdict(tmp_path, p("Một. Hai."), p("Một.") + p("Hai."), p("Một.") + p("Hai."))
    assert found.text and not found.paragraphs


def test_rows_marked_as_deleted_are_gone_when_accepted(tmp_path: Path) -> None:
    one, two = row(cell(p("Một"))), row(cell(p("Hai")))
    gone = row(cell(p(deleted("Hai"))), trpr=f'<w:del w:id="5" {BY}/>')
    assert verdict(tmp_path, table(one, two) + p("x"), table(one) + p("x"), table(one, gone) + p("x")).strict
    assert not verdict(tmp_path, table(one, two) + p("x"), table(one) + p("x"), table(one, two) + p("x")).text


def test_canonically_equal_spelling_is_equal_but_marking_it_costs(tmp_path: Path) -> None:
    composed, apart = (unicodedata.normalize(form, "Bộ") for form in ("NFC", "NFD"))
    assert verdict(tmp_path, p(apart), p(composed), p(composed)).strict
    assert verdict(tmp_path, p(apart), p(composed), p(deleted(apart), inserted(composed))).cost > 0


def test_a_look_that_rejecting_does_not_give_back_is_counted(tmp_path: Path) -> None:
    old = docx(tmp_path / "old.docx", p(run("đậm", "<w:b/>"), run("thường")))
    changed = f'<w:i/><w:rPrChange w:id="3" {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>'
    right = docx(tmp_path / "right.docx", p(run("đậm", changed), run("thường")))
    wrong = docx(tmp_path / "wrong.docx", p(run("đậm", "<w:i/>"), run("thường")))
    same, all_of_them = formatting_restored(old, right)
    assert same == all_of_them
    same, all_of_them = formatting_restored(old, wrong)
    assert all_of_them - same == len("đậm") + 2  # letters and their marks apart
