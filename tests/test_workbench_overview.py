"""The overview and the brief: the same numbers as the table and `check`, and where each thing is done."""

import re
from functools import cache
from pathlib import Path

from tests.commands import SAMPLE, part, told
from tests.workbench import Desk, desk, words_of


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


def test_the_brief_tells_the_counts_that_check_prints() -> None:
    for count in re.findall(
        r"(\d+)(?= · |\)$)", told("check", "--today", "2021-03-20").stdout.splitlines()[0]
    ):
        assert f'<td class="number">{count}</td>' in page("/brief")


def test_the_report_of_the_page_is_that_of_the_command(tmp_path: Path) -> None:
    answer = someone().client.get("/report", params={"today": "2021-03-20"})
    assert 'filename="bao-cao.html"' in answer.headers["content-disposition"]
    assert "Báo cáo tổng hợp" in words_of(answer.text)


def test_without_letters_the_overview_says_what_to_add(tmp_path: Path) -> None:
    folder = part(tmp_path)
    for letter in (folder / "comments").iterdir():
        letter.unlink()
    assert "Chưa có ý kiến nào" in words_of(desk(folder).get("/"))


def test_a_brief_of_nothing_leads_to_the_overview(tmp_path: Path) -> None:
    answer = desk(tmp_path).client.get("/brief", follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/"
