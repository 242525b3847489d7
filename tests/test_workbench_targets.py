"""The page of targets: every target once, counts as counted, pictures that say what the words say."""

from __future__ import annotations

import re

import pytest
from lxml import html

from drafter.jobs.ledger import dated, ledger
from drafter.web.views.targets import TargetPage, Wanted, target_page
from tests.commands import SAMPLE, workspace
from tests.workbench import Desk, desk, words_of

EVERYTHING = Wanted()


@pytest.fixture(scope="module")
def someone() -> Desk:
    return desk(SAMPLE)


def shown(someone: Desk, wanted: Wanted = EVERYTHING, lang: str = "vi") -> TargetPage:
    return target_page(someone.site.board()[0], wanted, lang)


def test_every_target_of_the_ledger_stands_in_the_register_once(someone: Desk) -> None:
    rows = ledger(workspace()).rows
    page = html.fromstring(someone.get("/targets"))
    assert len(page.xpath("//table[@class='ledger']/tbody/tr")) == len(rows) == shown(someone).total
    assert len(someone.site.board()[0].ledger) == len(rows)


def test_counts_are_those_of_the_registers(someone: Desk) -> None:
    registers = [workspace().register(draft) for draft in workspace().rounds.drafts]
    for line in shown(someone).counts:
        assert line.counts == tuple(
            (each.counts.get(line.deadline, 0), each.declared.get(line.deadline)) for each in registers
        )
    assert {line.deadline for line in shown(someone).counts} >= {"2025", "2030"}


def test_a_figure_that_changed_is_told_to_have_changed(someone: Desk) -> None:
    line = next(each for each in shown(someone).lines if "hồ sơ thủ tục hành chính" in each.indicator)
    assert [cell and cell.value.split("%")[0] for cell in line.cells] == ["≥ 50", "≥ 70", "≥ 70"]
    assert line.fate == "changed"


def test_what_came_later_is_new_and_what_went_is_gone(someone: Desk) -> None:
    for line in shown(someone).lines:
        if line.fate == "new":
            assert line.cells[0] is None and line.cells[-1] is not None
        assert (line.fate == "gone") == (line.cells[-1] is None)


def test_a_target_leads_from_its_first_year_to_2030(someone: Desk) -> None:
    """The annex has the years up to 2025, another target of the same indicator has 2030."""
    line = next(
        each for each in shown(someone).lines if each.indicator == "Kinh tế số" and each.deadline == "2025"
    )
    assert line.trend is not None
    years = ((2021, 8), (2022, 10), (2023, 13), (2024, 16), (2025, 20), (2030, 30))
    told = "; ".join(f"năm {year}: {value}%" for year, value in years)
    assert line.trend.words[0] == f"Dự thảo lần 3: {told}"


@pytest.mark.parametrize(("other", "drawn"), [("cấp huyện", "cấp tỉnh"), ("xã, phường", "hộ gia đình")])
def test_a_picture_of_one_kind_of_figures_says_which(someone: Desk, other: str, drawn: str) -> None:
    trends = [each.trend for each in shown(someone).lines if each.trend and other in str(each.cells[-1])]
    assert trends
    for trend in trends:
        assert all(f", {drawn}: năm " in words for words in trend.words)
        assert f"({drawn})" in trend.picture


def test_a_picture_of_the_only_figures_names_none(someone: Desk) -> None:
    line = next(each for each in shown(someone).lines if each.indicator == "Kinh tế số" and each.trend)
    assert line.trend is not None
    assert "GRDP" not in " ".join(line.trend.words)


def test_a_picture_says_what_stands_beside_it(someone: Desk) -> None:
    for line in shown(someone).lines:
        if line.trend is not None:
            told = " ".join(line.trend.words)
            for value in re.findall(r"<text[^>]*>([^<]*)</text>", line.trend.picture):
                assert value in told


def test_rows_of_one_indicator_are_of_other_dates() -> None:
    rows = ledger(workspace()).rows
    for at, others in enumerate(dated(rows)):
        assert others[0] == at and len(set(others)) == len(others)


@pytest.mark.slow
@pytest.mark.parametrize(
    "wanted",
    [Wanted(role="annex"), Wanted(deadline="2030"), Wanted(only="changed"), Wanted(only="commented"),
     Wanted(only="faulty"), Wanted("targets", "2025", "changed")],
)  # fmt: skip
def test_a_filter_shows_what_it_names_and_nothing_else(someone: Desk, wanted: Wanted) -> None:
    page, whole = shown(someone, wanted), shown(someone)
    assert [line for line in whole.lines if wanted.holds(line)] == list(page.lines)
    assert (page.total, page.changed, page.commented) == (whole.total, whole.changed, whole.commented)
    assert 0 < len(page.lines) < page.total or wanted.role == "annex"


def test_a_filter_that_nothing_meets_says_so(someone: Desk) -> None:
    assert "Không có chỉ tiêu nào phù hợp" in words_of(someone.get("/targets", deadline="1900"))


def test_who_commented_on_a_target_is_named(someone: Desk) -> None:
    lines = shown(someone, Wanted(only="commented")).lines
    page = words_of(someone.get("/targets", only="commented"))
    assert lines and all(each.agency in page for line in lines for each in line.said)


def test_the_page_is_there_in_english_too(someone: Desk) -> None:
    someone.client.cookies.set("lang", "en")
    try:
        assert "Year by year" in words_of(someone.get("/targets"))
    finally:
        someone.client.cookies.delete("lang")
