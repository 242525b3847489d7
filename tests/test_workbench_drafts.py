"""The pages of drafts: every clause read once, every change shown once, comments beside both."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from time import perf_counter
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from lxml import html

from drafter.jobs.diff import TwoDrafts, diff
from drafter.jobs.explained import explained
from drafter.jobs.placed import placed
from drafter.model import Role, Stance
from drafter.web.views.comparing import compared
from drafter.web.views.drafts import key_of, named, words_by_role
from drafter.web.views.reading import parts
from drafter.wording.changes import figure_line
from drafter.wording.comparison import ChangeGroup, group, told_figures
from tests.commands import SAMPLE, workspace
from tests.docx_builder import docx, p, r
from tests.workbench import Desk, chromium, desk, let_in, served, words_of

PAIRS = [("1", "2"), ("2", "3"), ("1", "3")]


class Ids(HTMLParser):
    """The ids in a page, and the addresses of links within it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a" and (given.get("href") or "").startswith("#"):
            self.links.append((given["href"] or "")[1:])


@pytest.fixture(scope="module")
def someone() -> Desk:
    return desk(SAMPLE)


def anchors(page: str) -> list[str]:
    return re.findall(r'id="(thay-doi-\d+)"', page)


def test_the_drafts_are_listed_with_their_sizes(someone: Desk) -> None:
    words = words_of(someone.get("/drafts"))
    for name, size in (("Dự thảo lần 1", "5.150"), ("Dự thảo lần 2", "4.464"), ("Dự thảo lần 3", "4.765")):
        assert name in words and size in words


@pytest.mark.slow
@pytest.mark.parametrize("key", ["1", "2", "3"])
def test_every_clause_of_a_draft_is_read_once(someone: Desk, key: str) -> None:
    page = someone.get(f"/drafts/{key}")
    draft = workspace().draft(key)
    shown = Counter(id.removeprefix("c-") for id in Ids(page).ids if id.startswith("c-"))
    assert shown == Counter(clause.id for clause in draft.clauses)
    whole = html.fromstring(page)
    for clause in draft.clauses:
        read = " ".join(whole.get_element_by_id(f"c-{clause.id}").text_content().split())
        for told in clause.cells or clause.text.split("\n"):
            assert " ".join(told.split()) in read


@pytest.mark.parametrize("key", ["1", "2", "3"])
def test_the_tree_and_the_strip_lead_to_clauses_that_are_there(someone: Desk, key: str) -> None:
    found = Ids(someone.get(f"/drafts/{key}"))
    assert found.links and {unquote(link) for link in found.links} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_parts_hold_every_clause_in_its_order(someone: Desk) -> None:
    board = someone.site.board()[0]
    for draft in board.rounds.drafts:
        read = [
            row.clause.id
            for each in parts(draft, placed(board, draft))
            for piece in each.pieces
            for row in (piece.rows if hasattr(piece, "rows") else (piece,))
        ]
        assert read == [clause.id for clause in draft.clauses]


def test_words_by_part_add_up_to_the_draft() -> None:
    for draft in workspace().rounds.drafts:
        whole = sum(clause.words for clause in draft.clauses)
        assert sum(words_by_role(draft).values()) == whole
        assert set(words_by_role(draft)) <= set(Role)


def test_the_comments_on_a_clause_stand_beside_it(someone: Desk) -> None:
    board = someone.site.board()[0]
    draft = board.rounds.newest
    id, comments = next(iter(placed(board, draft).by_clause.items()))
    words = words_of(unescape(someone.get("/drafts/3/comments", clause=id)))
    for comment in comments:
        assert board.comments[comment].agency in words


def test_every_comment_on_a_draft_is_found_somewhere_beside_it(someone: Desk) -> None:
    board = someone.site.board()[0]
    for draft in board.rounds.drafts:
        where = placed(board, draft)
        found = {id for ids in where.by_clause.values() for id in ids}
        found.update(where.whole, where.gone, where.nothing)
        reached = board.rounds.drafts[: board.rounds.drafts.index(draft) + 1]
        assert found == {each.id for each in board.read.comments if board.workspace.about(each) in reached}


def test_what_only_agrees_waits_for_nobody_beside_a_draft(someone: Desk) -> None:
    board = someone.site.board()[0]
    agreeing = [each for each in board.read.comments if each.stance is Stance.AGREEMENT]
    listed = html.fromstring(someone.get("/drafts/3/comments")).xpath("//ul[@class='said-list']/li")
    shown = [" ".join(each.text_content().split()) for each in listed]
    beside = [words for words in shown if any(" ".join(each.text.split())[:60] in words for each in agreeing)]
    assert len(beside) == len(agreeing)
    for words in beside:
        assert "Thống nhất" in words and "Chờ xử lý" not in words and "Cần người xem" not in words


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS)
def test_every_change_is_shown_once(someone: Desk, pair: tuple[str, str]) -> None:
    found = diff(workspace(), TwoDrafts(*pair))
    page = someone.get("/drafts/compare", old=pair[0], new=pair[1], show="whole", noise="1")
    assert anchors(page) == [f"thay-doi-{place}" for place, _ in enumerate(found.changes.changes, 1)]
    inline = someone.get("/drafts/compare", old=pair[0], new=pair[1], show="whole", noise="1", view="inline")
    assert anchors(inline) == anchors(page)


@pytest.mark.slow
@pytest.mark.parametrize("show", ["all", "whole", "content"])
def test_the_switch_hides_noise_and_nothing_else(someone: Desk, show: str) -> None:
    changes = diff(workspace(), TwoDrafts("1", "2")).changes.changes
    hidden, shown = (
        set(anchors(someone.get("/drafts/compare", old="1", new="2", show=show, noise=noise)))
        for noise in ("", "1")
    )
    noise = {f"thay-doi-{at}" for at, change in enumerate(changes, 1) if group(change) is ChangeGroup.NOISE}
    assert shown - hidden == (noise if show != "content" else set()) and not hidden - shown
    assert noise


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS)
def test_the_figures_listed_are_those_of_the_comparison(someone: Desk, pair: tuple[str, str]) -> None:
    board = someone.site.board()[0]
    old, new = (named(board.rounds, key) for key in pair)
    found = explained(board, old, new)
    page = compared(found, board, "vi", show="all", noise=False)
    figures = [figure for change in found.comparison.changes.changes for figure in told_figures(change)]
    assert len(page.figures) == sum(bool(each.old and each.new) for each in figures)
    assert len(page.figures) + len(page.one_sided) == len(figures)
    assert {each.line for each in page.figures} == {
        figure_line(each, "vi") for each in figures if each.old and each.new
    }
    assert page.total == tuple(sum(clause.words for clause in draft.clauses) for draft in (old, new))


def test_no_arrow_stands_in_a_page_of_drafts(someone: Desk) -> None:
    for path in ("/drafts", "/drafts/2", "/drafts/compare?old=1&new=2&show=whole&noise=1"):
        assert "→" not in someone.client.get(path).text


def test_a_change_is_explained_by_a_comment_or_told_to_be_silent_never_both(someone: Desk) -> None:
    board = someone.site.board()[0]
    for old, new in ((0, 1), (1, 2)):
        found = explained(board, board.rounds.drafts[old], board.rounds.drafts[new])
        assert len(found.comments) == len(found.comparison.changes.changes)
        assert not any(found.comments[at] for at in found.silent)
        assert found.silent
    assert any(found.comments)


def test_nobody_explains_what_goes_back_from_a_newer_draft_to_an_older(someone: Desk) -> None:
    board = someone.site.board()[0]
    found = explained(board, board.rounds.drafts[2], board.rounds.drafts[1])
    assert not any(found.comments) and not found.silent


def test_a_draft_compared_with_itself_is_the_same(someone: Desk) -> None:
    assert "Hai dự thảo giống nhau" in words_of(someone.get("/drafts/compare", old="2", new="2"))


@pytest.mark.parametrize("path", ["/drafts/9", "/drafts/x", "/drafts/compare?old=9&new=1"])
def test_a_draft_that_is_not_there_is_named_with_those_that_are(someone: Desk, path: str) -> None:
    answer = someone.client.get(path)
    assert answer.status_code == 404 and "1, 2, 3" in answer.text


def test_what_is_unknown_in_an_address_shows_the_usual(someone: Desk) -> None:
    usual = anchors(someone.get("/drafts/compare", old="2", new="3"))
    assert anchors(someone.get("/drafts/compare", old="2", new="3", show="x", view="<script>")) == usual
    assert "Chọn một điều khoản" in words_of(someone.get("/drafts/3/comments", clause="khong-co"))


def test_the_comparison_is_taken_along_as_a_page(someone: Desk) -> None:
    answer = someone.client.get("/drafts/compare.html", params={"old": "2", "new": "3"})
    assert answer.headers["content-disposition"] == 'attachment; filename="so-sanh-2-3.html"'
    assert "Dự thảo lần 3" in answer.text


@pytest.mark.slow
@pytest.mark.parametrize("named_too", ["", "1"])
def test_the_redline_is_taken_along(someone: Desk, named_too: str) -> None:
    answer = someone.client.get(
        "/drafts/compare.docx", params={"old": "2", "new": "3", "by_comment": named_too}
    )
    assert answer.status_code == 200
    with ZipFile(BytesIO(answer.content)) as package:
        assert b"<w:ins " in package.read("word/document.xml")


def test_drafts_without_numbers_have_addresses_of_their_own() -> None:
    drafts = workspace().rounds.drafts
    rounds = replace(
        workspace().rounds, drafts=(replace(drafts[0], number=None), replace(drafts[1], number=1))
    )
    keys = [key_of(draft, rounds) for draft in rounds.drafts]
    assert keys == ["p1", "1"]
    assert [named(rounds, key) for key in keys] == list(rounds.drafts)
    assert named(rounds, "2") is rounds.drafts[1]


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    nobody = desk(tmp_path)
    assert "Chưa có dự thảo" in words_of(nobody.get("/drafts"))
    assert "Chưa có hai dự thảo" in words_of(nobody.get("/drafts/compare"))
    assert nobody.client.get("/drafts/1").status_code == 404


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two drafts whose clauses are payloads, and a letter that is one too."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "drafts").mkdir()
    (root / "comments").mkdir()
    for number in (1, 2):
        paragraphs = [
            "NGHỊ QUYẾT", f"(Dự thảo lần {number})", f"về {HOSTILE}",
            f"Điều 1. {HOSTILE}", f"1. Tối thiểu {40 + number}% {HOSTILE} của tỉnh đến năm 2025.",
            f"a) {HOSTILE} theo kế hoạch năm 202{number}.",
        ]  # fmt: skip
        docx(root / "drafts" / f"Dự thảo lần {number}.docx", *(p(r(text)) for text in paragraphs))
    (root / "comments" / "so.md").write_text(
        f"SỞ TÀI CHÍNH\nGóp ý dự thảo lần 1\n\n1. Khoản 1 Điều 1: đề nghị sửa {HOSTILE} thành 50%.\n", "utf-8"
    )
    return root


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    ["/drafts", "/drafts/1", "/drafts/2", "/drafts/2?clause=1.1", "/drafts/compare?show=whole&noise=1",
     "/drafts/compare?show=whole&view=inline", "/targets"],
)  # fmt: skip
def test_what_a_draft_says_is_text_whatever_it_looks_like(hostile: Path, path: str) -> None:
    page = desk(hostile).client.get(path).text
    assert "<script>alert" not in page and "<img src=x" not in page
    assert page.count("<script") == page.count('<script src="/static/')


def test_a_hostile_clause_is_read_as_it_stands(hostile: Path) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in desk(hostile).get("/drafts/2")


def a_long_draft(folder: Path, number: int) -> None:
    """300 clauses, 50,000 words."""
    sentence = "Các sở, ban, ngành và Ủy ban nhân dân cấp huyện triển khai nhiệm vụ được giao theo kế hoạch. "
    paragraphs = ["NGHỊ QUYẾT", f"(Dự thảo lần {number})", "về phát triển kinh tế - xã hội"]
    for article in range(1, 51):
        paragraphs.append(f"Điều {article}. Nội dung thứ {article}")
        paragraphs += [f"{at}. {sentence * 10}{article * at * number}." for at in range(1, 6)]
    docx(folder / f"Dự thảo lần {number}.docx", *(p(r(text)) for text in paragraphs))


@pytest.mark.slow
def test_a_long_draft_is_read_and_compared_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "comments").mkdir()
    for number in (1, 2):
        a_long_draft(tmp_path / "drafts", number)
    someone = desk(tmp_path)
    begun = perf_counter()
    assert len(Ids(someone.get("/drafts/2")).ids) > 300
    first = perf_counter() - begun
    someone.get("/drafts/compare", show="whole", noise="1")
    started = perf_counter()
    page = someone.get("/drafts/2")
    read = perf_counter() - started
    someone.get("/drafts/compare", show="whole", noise="1")
    assert len(page) < 2_000_000 and read < first  # what was read once is not read again


@pytest.mark.slow
@pytest.mark.browser
def test_changes_figures_and_comments_are_jumped_to_by_keys() -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/drafts/compare?old=2&new=3")
        at = "document.activeElement.id"
        page.keyboard.press("n")
        first = page.evaluate(at)
        page.keyboard.press("n")
        second = page.evaluate(at)
        assert first == page.locator("[data-change]").first.get_attribute("id") != second
        page.keyboard.press("p")
        assert page.evaluate(at) == first
        page.keyboard.press("f")
        assert page.evaluate("document.activeElement.matches('[data-figures]')")
        page.keyboard.press("c")
        assert page.evaluate("document.activeElement.matches('[data-said]')")
        page.uncheck("input[name=noise]")
        assert "noise=1" not in page.url


@pytest.mark.slow
@pytest.mark.browser
def test_the_comments_of_a_clause_come_beside_it_by_key_and_by_click() -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(f"{address}/drafts/2")
        page.keyboard.press("n")
        page.wait_for_selector("#said h2[data-on]")
        first = page.inner_text("#said h2")
        page.keyboard.press("n")
        page.wait_for_function("first => document.querySelector('#said h2').innerText !== first", arg=first)
        page.locator(".said-mark").first.click()
        page.wait_for_function("first => document.querySelector('#said h2').innerText === first", arg=first)
        assert page.locator(".clause.in-view").count() == 1
        page.locator(".annex tr[data-clause]").first.click()
        page.wait_for_function("() => document.querySelector('#said h2').innerText.startsWith('Số thứ tự')")
        page.focus(".contents summary")
        page.keyboard.press("Enter")
        assert not page.locator(".contents").get_attribute("open")
        assert not told


@pytest.mark.slow
@pytest.mark.browser
def test_an_address_of_a_clause_shows_its_comments_without_a_script_too() -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        window = browser.new_context(java_script_enabled=False, locale="vi-VN")
        window.add_cookies(page.context.cookies())  # type: ignore[arg-type]
        plain = window.new_page()
        plain.goto(f"{address}/drafts/2")
        plain.locator(".said-mark").first.click()
        plain.wait_for_selector("#said h2[data-on]")
        assert plain.locator("#said li").count() and not plain.locator("[data-jump]").first.is_visible()


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_no_page_is_wider_than_its_window(width: str) -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        page = let_in(browser, address, site, width=width)
        for path in ("/drafts", "/drafts/3", "/drafts/compare?old=1&new=2", "/targets"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.browser
@pytest.mark.slow
def test_the_contents_of_a_draft_are_open_wherever_there_is_room_for_them() -> None:
    with served(SAMPLE) as (address, site), chromium() as browser:
        page = let_in(browser, address, site, width="narrow")
        page.goto(f"{address}/drafts/3")
        contents = page.locator("details.contents")
        assert contents.get_attribute("open") is None
        page.set_viewport_size({"width": 1280, "height": 900})
        page.wait_for_function("() => document.querySelector('details.contents').open")
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_function("() => !document.querySelector('details.contents').open")
