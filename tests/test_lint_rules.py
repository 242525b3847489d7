"""Lint: each rule finds its fault, keeps quiet without it, and the command ends as a script expects."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from tests.commands import ROOT, SAMPLE, run
from tests.docx_builder import docx, p
from tests.inputs import read_docx, read_layout

PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="{right}" w:bottom="1134" w:left="1701" w:header="0" w:footer="0"'
    ' w:gutter="0"/>'
    "</w:sectPr>"
)
TASKS = p("Chương I") + p("NHIỆM VỤ") + p("Điều 1. Nội dung thực hiện của các cơ quan trong tỉnh")
FILLER = "Các cơ quan phối hợp chặt chẽ, kịp thời trong quá trình thực hiện."


def found(folder: Path, body: str, rule: str, *, settings: str = "") -> list[dict[str, object]]:
    """The findings of one rule on a draft of this body."""
    path = docx(folder / "draft.docx", body)
    (folder / "drafter.toml").write_text(settings, encoding="utf-8")
    result = run(folder, "--lang", "en", "lint", str(path), "--format", "json")
    assert result.exit_code in (0, 1), result.output
    return [one for one in json.loads(result.stdout)["findings"] if one["rule"] == rule]


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        ("broken-reference", "Thực hiện theo khoản 2 Điều 9.", "Thực hiện theo Điều 1."),
        ("citation-form", "Theo Nghị định số 73.", "Theo Nghị định số 73/2019/NĐ-CP của Chính phủ."),
        ("spaces", "Giao  Sở Tài chính thực hiện.", "Giao Sở Tài chính thực hiện."),
        ("eth", "Giao Ðài Phát thanh thực hiện.", "Giao Đài Phát thanh thực hiện."),
        ("mixed-unicode", unicodedata.normalize("NFD", FILLER), FILLER),
        ("abbreviation-undefined", "Trung tâm XYQ, phần mềm XYQ.", "Trung tâm dữ liệu (XYQ), phần mềm XYQ."),
        ("long-sentence", "rất " * 120 + "dài.", FILLER),
    ],
)  # fmt: skip
def test_a_fault_in_the_text_is_found_and_its_absence_too(
    tmp_path: Path, rule: str, wrong: str, right: str
) -> None:
    assert found(tmp_path, TASKS + p(f"1. {wrong}") + p(f"2. {FILLER}"), rule)
    assert not found(tmp_path, TASKS + p(f"1. {right}") + p(f"2. {FILLER}"), rule)


def test_a_short_form_that_is_given_twice_is_found(tmp_path: Path) -> None:
    body = TASKS + p("1. Trung tâm dữ liệu (XYQ).") + p("2. Trung tâm dữ liệu (XYQ).")
    assert found(tmp_path, body, "abbreviation-twice")


def test_words_of_a_heading_in_capitals_are_no_short_forms(tmp_path: Path) -> None:
    body = TASKS + p("1. BAN CHẤP HÀNH họp. BAN CHẤP HÀNH quyết định.")
    assert not found(tmp_path, body, "abbreviation-undefined")


def test_numbers_repeated_and_passed_over_are_found(tmp_path: Path) -> None:
    body = TASKS + p(f"1. {FILLER}") + p(f"2. {FILLER}") + p("2. Việc khác.") + p("5. Việc nữa.")
    assert found(tmp_path, body, "repeated-number")
    assert found(tmp_path, body, "number-passed-over")


def test_margins_and_fonts_are_held_against_the_rules_for_the_kind_of_document(tmp_path: Path) -> None:
    text = p(f"1. {FILLER} {FILLER}")
    assert not found(tmp_path, TASKS + text + PAGE.format(right=851), "margins")
    (margin,) = found(tmp_path, TASKS + text + PAGE.format(right=2268), "margins")
    assert "right: 40 mm" in str(margin["message"])
    assert found(tmp_path, TASKS + text, "font-size")


def test_the_limits_and_the_rules_left_out_are_set_in_drafter_toml(tmp_path: Path) -> None:
    body = TASKS + p(f"1. {FILLER}")
    assert not found(tmp_path, body, "long-sentence")
    assert found(tmp_path, body, "long-sentence", settings="[lint]\nlong-sentence = 5\n")
    silent = '[lint]\nlong-sentence = 5\noff = ["long-sentence"]\n'
    assert not found(tmp_path, body, "long-sentence", settings=silent)
    (tmp_path / "drafter.toml").write_text("[lint]\nlong-sentences = 5\n", encoding="utf-8")
    result = run(tmp_path, "lint", str(tmp_path / "draft.docx"))
    assert result.exit_code == 3 and "long-sentences" in result.stderr


def test_the_first_draft_of_the_sample_shows_what_the_meeting_said(tmp_path: Path) -> None:
    result = run(SAMPLE, "lint", "1", "--format", "json")
    rules = {one["rule"] for one in json.loads(result.stdout)["findings"]}
    assert {"context-share", "scattered", "no-figure", "contradiction", "count-mismatch"} <= rules
    second = {
        one["rule"] for one in json.loads(run(SAMPLE, "lint", "2", "--format", "json").stdout)["findings"]
    }
    assert not {"context-share", "scattered", "contradiction", "count-mismatch"} & second


def test_sarif_names_every_rule_file_and_clause() -> None:
    told = json.loads(run(SAMPLE, "lint", "1", "--format", "sarif").stdout)
    (only,) = told["runs"]
    assert told["version"] == "2.1.0"
    known = {rule["id"] for rule in only["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in only["results"]} <= known
    for result in only["results"]:
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"].isascii()
        assert result["message"]["text"] and result["level"] in ("error", "warning", "note")


def test_findings_end_with_1_and_none_with_0(tmp_path: Path) -> None:
    assert run(SAMPLE, "lint", "2").exit_code == 1
    clean = docx(tmp_path / "clean.docx", p("Giữ gìn vệ sinh chung."))
    assert run(tmp_path, "lint", str(clean)).exit_code == 0


def test_mechanical_faults_are_mended_in_a_new_file_and_nothing_else_changes(tmp_path: Path) -> None:
    wrong = unicodedata.normalize("NFD", "Ðài  Phát thanh , truyền hình.")
    path = docx(tmp_path / "draft.docx", p(wrong) + p(FILLER))
    before, out = path.read_bytes(), tmp_path / "mended.docx"
    run(tmp_path, "lint", str(path), "--fix", str(out))
    assert path.read_bytes() == before
    assert [q.text for q in read_docx(out).paragraphs] == ["Đài Phát thanh, truyền hình.", FILLER]
    assert run(tmp_path, "lint", str(path), "--fix", str(path)).exit_code == 3
    assert run(tmp_path, "lint", str(path), "--fix", str(out)).exit_code == 3
    assert path.read_bytes() == before


def test_the_layout_of_a_real_draft_is_read_through_its_styles(tmp_path: Path) -> None:
    layout = read_layout(sorted((ROOT / "drafts").glob("*.docx"))[0])
    assert max(layout.fonts, key=lambda font: layout.fonts[font]) == "Times New Roman"
    assert 13 <= max(layout.sizes, key=lambda size: layout.sizes[size]) <= 15
    assert layout.numbered_pages
    assert round(layout.pages[0].width) == 210


def test_a_damaged_draft_gets_one_line(tmp_path: Path) -> None:
    shutil.copy(sorted((ROOT / "drafts").glob("*.docx"))[0], tmp_path / "a.docx")
    (tmp_path / "a.docx").write_bytes((tmp_path / "a.docx").read_bytes()[:5000])
    result = run(tmp_path, "lint", str(tmp_path / "a.docx"))
    assert result.exit_code == 3
    assert len(result.stderr.strip().splitlines()) == 1
