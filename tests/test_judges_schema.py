"""The schemas as a judge: wrong markup is found; what a draft had already is not held against a redline."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docx_builder import docx, p, r
from tests.judges.reduced import REDUCED
from tests.judges.schema import new_faults

BY = 'w:author="x" w:date="2026-01-01T00:00:00Z"'
PLAIN = p("chữ")
WRONG = {
    "properties-after-text": "<w:p><w:r><w:t>chữ</w:t><w:rPr><w:b/></w:rPr></w:r></w:p>",
    "run-in-run": f"<w:p><w:r>{r('chữ')}</w:r></w:p>",
    "deletion-without-author": '<w:p><w:del w:id="1"><w:r><w:delText>chữ</w:delText></w:r></w:del></w:p>',
    "text-without-run": f'<w:p><w:ins w:id="1" {BY}><w:t>chữ</w:t></w:ins></w:p>',
    "look-after-its-change": p(r("chữ", f'<w:rPrChange w:id="1" {BY}><w:rPr/></w:rPrChange><w:b/>')),
}


def alternate(choice: str, fallback: str) -> str:
    """What stands in two forms, of which the first is checked."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def faults(folder: Path, redline: str, draft: str = PLAIN) -> list[str]:
    return new_faults(docx(folder / "redline.docx", redline), docx(folder / "draft.docx", draft))


@pytest.mark.slow
def test_a_right_redline_has_no_fault(tmp_path: Path) -> None:
    gone = f'<w:del w:id="1" {BY}><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    assert faults(tmp_path, p(gone, f'<w:ins w:id="2" {BY}>{r("mới")}</w:ins>')) == []


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_markup_outside_the_schemas_is_found(wrong: str, tmp_path: Path) -> None:
    assert faults(tmp_path, wrong) != []


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_fault_that_a_draft_has_elsewhere_is_not_new(wrong: str, tmp_path: Path) -> None:
    assert faults(tmp_path, PLAIN + PLAIN + wrong.replace('w:id="1"', 'w:id="88"'), wrong + PLAIN) == []


@pytest.mark.slow
def test_a_choice_is_checked_and_its_fallback_is_not(tmp_path: Path) -> None:
    right, wrong = r("chữ"), f"<w:r>{r('chữ')}</w:r>"
    assert faults(tmp_path, p(alternate(right, wrong))) == []
    assert faults(tmp_path, p(alternate(wrong, right))) != []


def test_a_choice_within_a_choice_is_checked_too(tmp_path: Path) -> None:
    right, wrong = r("chữ"), f"<w:r>{r('chữ')}</w:r>"
    assert faults(tmp_path, p(alternate(alternate(right, wrong), right))) == []
    assert faults(tmp_path, p(alternate(alternate(wrong, right), right))) != []


@pytest.mark.slow
def test_a_fault_after_a_thousand_others_is_found(tmp_path: Path) -> None:
    many = WRONG["properties-after-text"] * 1100
    assert faults(tmp_path, many + WRONG["deletion-without-author"], many) != []


@pytest.mark.parametrize("name", REDUCED)
def test_a_file_that_libreoffice_misreads_is_itself_right(name: str, tmp_path: Path) -> None:
    assert faults(tmp_path, REDUCED[name]) == []
