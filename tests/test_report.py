"""The report: one page that stands alone and tells what the table, the drafts and the register tell."""

import html
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from drafter.jobs.board import board
from drafter.jobs.brief import brief
from drafter.jobs.table import table
from drafter.model import Brief, Disposition, Severity
from drafter.writers.html.brief import shown_brief
from tests.commands import SAMPLE, part, run, workspace
from tests.workbench import chromium

DAY = date(2021, 3, 20)


@cache
def found() -> Brief:
    return brief(board(workspace()), DAY)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "bao-cao.html"
    assert run(SAMPLE, "report", "-o", str(path), "--today", DAY.isoformat()).exit_code == 0
    return path.read_text("utf-8")


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)).split())


def test_the_outcomes_add_up_to_the_comments_of_the_table() -> None:
    shown = shown_brief(found(), "vi")
    comments = sum(len(row.comments) for row in table(workspace()).rows)
    assert shown.total == comments == sum(each.total for each in shown.agencies)
    pending = next(each.decided for each in shown.outcomes if each.disposition is Disposition.PENDING)
    assert shown.decided + pending == shown.total


def test_every_word_of_a_draft_is_in_one_part() -> None:
    for draft, sizes in zip(found().rounds.drafts, found().sizes, strict=True):
        assert sum(sizes.values()) == sum(clause.words for clause in draft.clauses)


def test_the_targets_are_those_of_the_register() -> None:
    deadlines = dict(shown_brief(found(), "vi").deadlines)
    assert deadlines["2025"][-1] == "18" and deadlines["2030"][-1] == "7"


def test_the_gravest_findings_stand_first() -> None:
    readiness = found().readiness
    assert readiness is not None
    turned = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.ERROR}
    findings = tuple(
        replace(each, severity=turned.get(each.severity, each.severity)) for each in readiness.findings
    )
    shown = shown_brief(replace(found(), readiness=replace(readiness, findings=findings)), "vi")
    grave = [[*Severity].index(each.severity) for each in shown.open]
    assert len({*grave}) > 1 and grave == sorted(grave)


def test_every_finding_of_check_is_told_once() -> None:
    shown = shown_brief(found(), "vi")
    assert sum(len(each.lines) for each in shown.open) == len(
        found().readiness.findings if found().readiness else ()
    )


@pytest.mark.slow
def test_the_report_needs_nothing_from_elsewhere(page: str) -> None:
    assert "<script" not in page and "http" not in re.sub(r'xmlns="[^"]*"', "", page).replace(
        "http-equiv", ""
    )


def test_the_report_tells_every_comment_and_every_agency(page: str) -> None:
    told = words(page)
    for comment in found().comments.values():
        assert comment.agency in told
    for row in found().table.rows:
        assert " ".join(row.text.split())[:60] in told


def test_every_change_of_content_stands_in_the_report(page: str) -> None:
    told = words(page)
    for change in workspace().changes(*workspace().rounds.drafts[-2:]).changes:
        for segment in change.segments:
            if segment.op == "+" and len(segment.text.split()) > 4:
                assert " ".join(segment.text.split()) in told


@pytest.mark.slow
def test_what_files_say_is_text_in_the_report(tmp_path: Path) -> None:
    folder = part(tmp_path)
    letter = folder / "comments" / "so-a.txt"
    letter.write_text(
        "Sở A\nĐề nghị bổ sung cụm từ “<script>alert(1)</script>” vào điểm a khoản 2 mục II.\n", "utf-8"
    )
    path = tmp_path / "r.html"
    run(folder, "report", "-o", str(path), "--today", DAY.isoformat())
    assert "&lt;script&gt;alert(1)" in path.read_text("utf-8") and "<script" not in path.read_text("utf-8")


def test_a_report_is_a_page(tmp_path: Path) -> None:
    said = run(SAMPLE, "report", "-o", str(tmp_path / "r.docx"))
    assert said.exit_code in (2, 3) and ".html" in said.output


@pytest.mark.slow
def test_an_edited_report_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text("mine")
    assert run(SAMPLE, "report", "-o", str(path)).exit_code == 3 and path.read_text() == "mine"


@pytest.mark.slow
@pytest.mark.browser
def test_what_is_not_printed_is_said_and_can_be_chosen(page: str) -> None:
    with chromium() as browser:
        paper = browser.new_page()
        paper.set_content(page)
        paper.emulate_media(media="print")

        def printed() -> list[bool]:
            return [
                paper.is_visible(each) for each in (".step", ".no-step", "#table", ".no-table", ".printing")
            ]

        assert printed() == [False, True, True, False, False]
        for each in ("print-step", "print-table"):
            paper.locator(f"#{each}").evaluate("box => box.click()")
        assert printed() == [True, False, False, True, False]
