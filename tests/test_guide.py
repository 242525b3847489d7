"""The guide keeps pace with the program: in both languages it tells of every command, code and key."""

import re

import pytest

from drafter.cli import COMMANDS
from drafter.model import CheckCode
from drafter.settings import KEYS
from drafter.web.views.guide import shown_guide
from drafter.wording.guide import guide
from tests.commands import SAMPLE, told
from tests.workbench import chromium, desk, let_in, served, words_of

LANGUAGES = ("vi", "en")


def codes(lang: str) -> set[str]:
    """Everything that stands between backticks, word by word."""
    return {word for code in re.findall(r"`([^`]+)`", guide(lang)) for word in re.findall(r"[\w-]+", code)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_tells_of_every_command(lang: str) -> None:
    assert COMMANDS.keys() <= codes(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_tells_of_every_code_of_check(lang: str) -> None:
    assert {str(code) for code in CheckCode} <= codes(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_tells_of_every_key_of_the_settings(lang: str) -> None:
    assert set(KEYS) <= codes(lang)


def test_both_languages_have_the_same_parts() -> None:
    vi, en = (re.findall(r"(?m)^(#+|\d+\.|-|\| `)", guide(lang)) for lang in LANGUAGES)
    assert vi == en


def test_the_page_of_the_guide_leads_to_each_of_its_parts() -> None:
    page = desk(SAMPLE).get("/guide")
    for name, heading in shown_guide("vi").parts:
        assert f'href="#{name}"' in page and f'id="{name}"' in page and heading in words_of(page)


def test_the_guide_is_printed_too() -> None:
    assert "Sao lưu" in told("guide").stdout


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_no_key_command_or_option_of_the_guide_is_broken_in_two(width: str) -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        page = let_in(browser, address, site, width=width)
        page.goto(f"{address}/guide")
        lines = """() => [...document.querySelectorAll("article code")].map(
            each => [each.textContent, each.getClientRects().length])"""
        words = [(code, rows) for code, rows in page.evaluate(lines) if " " not in code and len(code) < 24]
        assert len(words) > 50 and [code for code, rows in words if rows > 1] == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
