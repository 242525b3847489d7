"""What the pages tell in words of their own: remedies, languages, names of agencies, what was unticked."""

from pathlib import Path

import pytest

from drafter.errors import OwnOutput
from drafter.jobs.agencies import listed_name
from drafter.web.rendering import sentence
from tests.commands import part, workspace
from tests.workbench import chromium, desk, let_in, served


def test_the_page_names_its_own_remedy_and_none_of_the_command_line() -> None:
    told = sentence("vi", OwnOutput("comments/bang.docx"))
    assert "Nhận lại bảng đã sửa" in told and "drafter import" not in told and "thư mục" not in told


@pytest.mark.parametrize("typed", ["sở xây dựng", "SỞ XÂY DỰNG", "Sở Xây dựng tỉnh Hà Tĩnh"])
def test_an_agency_is_the_listed_one_however_it_is_typed(typed: str) -> None:
    assert listed_name(workspace(), typed, ["Sở Nội vụ", "Sở Xây dựng"]) == "Sở Xây dựng"


def test_an_agency_that_is_not_listed_is_called_as_typed() -> None:
    assert listed_name(workspace(), "Sở Du lịch", ["Sở Nội vụ", "Sở Xây dựng"]) == "Sở Du lịch"


@pytest.mark.slow
def test_an_address_for_an_agency_in_another_case_is_that_of_the_listed_one(tmp_path: Path) -> None:
    root = part(tmp_path)
    (root / "drafter.toml").write_text('agencies = ["Sở Du lịch"]\n', "utf-8")
    someone = desk(root)
    assert someone.post("/reviewers/make", typed="sở du lịch") == 200
    assert [each.agency for each in someone.site.reviewers.all()] == ["Sở Du lịch"]


@pytest.mark.slow
def test_each_language_is_named_in_itself(tmp_path: Path) -> None:
    page = desk(part(tmp_path)).get("/files/settings")
    assert ">English</button>" in page and ">Tiếng Việt</button>" in page


@pytest.mark.browser
@pytest.mark.slow
def test_a_chosen_comment_that_somebody_else_saves_is_named_when_it_is_unticked(tmp_path: Path) -> None:
    with served(part(tmp_path)) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/comments")
        box = page.locator("input[name=no]").first
        box.check()
        number = int(box.get_attribute("value").split(" ")[0].partition(":")[0])
        second = let_in(browser, address, site)
        second.goto(f"{address}/comments/{number}")
        second.locator("input[name=disposition][value=noted]").check()
        second.fill("#response", "Ghi nhận ý kiến.")
        with second.expect_navigation():
            second.keyboard.press("Control+Enter")
        page.locator("#unticked:not([hidden])").wait_for()
        assert str(number) in page.locator("#unticked b").inner_text()
