"""The overview and the brief: the same numbers as the table and `check`, and where each thing is done."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from drafter.wording.messages import say
from tests.commands import SAMPLE, part, told
from tests.workbench import Desk, chromium, desk, let_in, served, words_of


@cache
def someone() -> Desk:
    return desk(SAMPLE)


def page(path: str = "/") -> str:
    return someone().get(path, today="2021-03-20")


def test_the_overview_tells_how_many_comments_are_decided() -> None:
    assert "0/57" in words_of(page())


def test_each_thing_that_is_open_leads_to_a_page_of_ours() -> None:
    todo = page().partition('class="card todo"')[2].partition("</section>")[0]
    links = re.findall(r'href="([^"]*)"', todo)
    assert links and all(link.startswith("/") and not link.startswith("//") for link in links)


def test_a_silent_change_leads_to_its_clause_in_the_comparison() -> None:
    for path in ("/", "/brief"):
        links = re.findall(r'href="(/drafts/compare[^"]*)#([^"]*)"', page(path))
        assert links, path
        for address, name in links:
            assert address == "/drafts/compare?show=silent" and f'id="{name}"' in silent(), name


@cache
def silent() -> str:
    return page("/drafts/compare?show=silent")


def test_the_brief_tells_the_counts_that_check_prints() -> None:
    printed = json.loads(told("check", "--today", "2021-03-20", "--json").stdout)["counts"]
    wanted = {say(f"check.code.{code}", "vi"): count for code, count in printed.items() if count}
    rows = re.findall(r'(?s)<summary>([^<]*)</summary>.*?<td class="number">(\d+)</td>', page("/brief"))
    assert wanted and {name: int(count) for name, count in rows} == wanted


@pytest.mark.slow
def test_the_report_of_the_page_is_that_of_the_command(tmp_path: Path) -> None:
    answer = someone().client.get("/report", params={"today": "2021-03-20"})
    assert 'filename="bao-cao.html"' in answer.headers["content-disposition"]
    assert "Báo cáo tổng hợp" in words_of(answer.text)


@pytest.mark.slow
def test_without_letters_the_overview_says_what_to_add(tmp_path: Path) -> None:
    folder = part(tmp_path)
    for letter in (folder / "comments").iterdir():
        letter.unlink()
    assert "Chưa có ý kiến nào" in words_of(desk(folder).get("/"))


def test_a_brief_of_nothing_leads_to_the_overview(tmp_path: Path) -> None:
    answer = desk(tmp_path).client.get("/brief", follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/"


@pytest.mark.slow
def test_the_brief_says_no_more_than_was_looked_for(tmp_path: Path) -> None:
    """With one draft there is nothing to hold it against: nothing is said to stand or to be explained."""
    folder = part(tmp_path)
    for draft in sorted((folder / "drafts").iterdir())[1:]:
        draft.unlink()
    told = words_of(desk(folder).get("/brief"))
    assert "Chưa phát hiện nội dung nào như vậy." in told and "Chưa phát hiện sửa đổi nào như vậy." in told


def test_a_page_that_is_not_there_says_so_in_its_title() -> None:
    assert "<title>Chưa thực hiện được" in someone().client.get("/nothing").text


@pytest.mark.slow
@pytest.mark.browser
def test_the_brief_is_printed_whole_and_dark_on_white() -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        window = let_in(browser, address, site, dark=True)
        window.emulate_media(media="print", color_scheme="dark")
        window.set_viewport_size({"width": 642, "height": 971})  # A4 between its margins, at 96 dots an inch
        window.goto(f"{address}/brief")
        assert window.evaluate(
            """[...document.querySelectorAll("main table, main svg")]
                .map(each => each.getBoundingClientRect())
                .every(sides => sides.left >= 0 && sides.right <= 643)"""
        )
        assert (
            window.evaluate("getComputedStyle(document.querySelector('main .soft')).color")
            == "rgb(85, 96, 110)"
        )
        assert window.evaluate("getComputedStyle(document.querySelector('main .card')).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
