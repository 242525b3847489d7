"""The whole job in a real browser on a server of its own: from an empty folder to the table and the replies;
by the keyboard alone; what was acknowledged is there after the server was killed."""

from __future__ import annotations

import io
import re
import signal
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import httpx
import pytest

from drafter.workspace import Workspace
from tests.commands import ROOT, part
from tests.workbench import VIEWPORTS, chromium, drafter_serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PATIENCE = 240_000  # milliseconds in which all files of the sample are read, on a busy machine too


@dataclass
class Hand:
    """A person before the page. `acts`: how often they did something: a click, a choice, a key."""

    page: Page
    acts: int = 0

    def clicks(self, what: str) -> None:
        self.acts += 1
        self.page.locator(what).first.click()

    def drops(self, field: str, files: list[str]) -> None:
        self.acts += 1
        self.page.set_input_files(field, files)

    def presses(self, key: str) -> None:
        self.acts += 1
        self.page.keyboard.press(key)


def window(browser: Browser, address: str) -> Page:
    """A browser as `drafter serve` opens it."""
    across, down = VIEWPORTS["wide"]
    page = browser.new_page(viewport={"width": across, "height": down}, locale="vi-VN")
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    return page


def files(*folders: str) -> list[str]:
    return [str(path) for name in folders for path in sorted((ROOT / name).iterdir())]


def decided(root: Path) -> list[int]:
    """The comments that were decided, as the store has them after the server has ended."""
    store = Workspace(root, report=lambda error: None).store()
    assert store is not None
    numbers = store.numbers()
    return sorted(numbers[key] for key, each in store.decisions().items() if each.decided_by)


def test_an_empty_folder_becomes_a_table_and_replies(tmp_path: Path) -> None:
    with drafter_serve(tmp_path) as (_, address), chromium() as browser:
        hand = Hand(window(browser, address))
        page = hand.page
        hand.clicks("main a[href='/files']")
        hand.drops("#files", files("drafts", "comments"))
        page.wait_for_selector(".receipt")
        assert page.locator(".receipt li.good").count() == len(files("drafts", "comments"))
        assert page.locator(".receipt li.bad").count() == 0
        words = page.inner_text("main")
        assert "3 dự thảo, 17 tệp góp ý, 60 ý kiến" in words and "Dự thảo lần 3" in words
        hand.clicks("nav a[href='/comments']")
        hand.clicks("[data-line] .number a")
        number = int(page.url.rpartition("/")[2].partition("?")[0])
        hand.clicks("input[name=disposition][value=noted]")
        hand.clicks("button[name=then][value=stay]")
        page.wait_for_selector("[data-saved]")
        assert hand.acts <= 6
        assert decided(tmp_path) == [number]

        page.goto(page.url.partition("/comments")[0] + "/table")
        with page.expect_download() as table:
            page.click("a[href^='/table/file?as=docx']")
        assert table.value.suggested_filename.endswith(".docx")
        printed = docx.Document(io.BytesIO(Path(table.value.path()).read_bytes()))
        rows = int(re.findall(r"(\d+) dòng", page.inner_text("main"))[0])
        numbered = [
            row
            for each in printed.tables
            for row in each.rows
            if re.search(r"[Ýý] kiến số\s\d", row.cells[1].text)
        ]
        assert len(numbered) == rows > 50

        page.click("nav a[href='/replies']")
        with page.expect_download() as replies:
            page.click("a[href*='/replies/all.zip']")
        with ZipFile(replies.value.path()) as archive:
            names = archive.namelist()
            assert len(names) == 17 and all(name.endswith(".docx") for name in names)
            assert all(docx.Document(io.BytesIO(archive.read(name))).paragraphs for name in names)


def to(page: Page, wanted: str) -> None:
    """Go with the tab key until the link or field `wanted` has the focus, which is then to be seen."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", wanted
            return
    raise AssertionError(f"no way to {wanted} by keys")


def test_the_job_is_done_by_keys_alone(tmp_path: Path) -> None:
    with drafter_serve(part(tmp_path)) as (_, address), chromium() as browser:
        page = window(browser, address)
        to(page, "nav a[href='/comments']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/comments")
        to(page, "[data-line] .number a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/comments/*")
        number = int(page.url.rpartition("/")[2].partition("?")[0])
        page.keyboard.press("4")
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")
        page.wait_for_selector("[data-saved]")
        assert decided(tmp_path) == [number]
        to(page, ".skip")
        for path in ("/table", "/replies"):
            page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }")
            to(page, f"nav a[href='{path}']")
            page.keyboard.press("Enter")
            page.wait_for_url(f"**{path}")
            to(page, "a[href^='/table/file?as=docx'], a[href*='/replies/all.zip']")
            with page.expect_download() as kept:
                page.keyboard.press("Enter")
            assert Path(kept.value.path()).read_bytes()[:2] == b"PK"


def test_what_was_acknowledged_is_there_after_the_server_was_killed(tmp_path: Path) -> None:
    part(tmp_path)
    told: dict[int, str] = {}
    asked: dict[int, list[str]] = {}
    enough = Event()
    with drafter_serve(tmp_path) as (running, address):
        base = address.partition("/enter")[0]

        def save(numbers: list[int], client: httpx.Client, csrf: str) -> None:
            version = 0
            while True:
                for number in numbers:
                    words = f"Giải trình: giữ như dự thảo, lần {version}."
                    asked.setdefault(number, []).append(words)
                    form = {"csrf": csrf, "versions": f"{number}:{version}", "disposition": "explained",
                            "reason": "other", "response": words, "then": "stay"}  # fmt: skip
                    try:
                        answer = client.post(f"{base}/comments/{number}/decide", data=form)
                    except httpx.TransportError:
                        return
                    assert answer.status_code == 303, answer.text
                    told[number] = words
                    if len(told) >= 4 and version >= 2:
                        enough.set()
                version += 1

        with httpx.Client(timeout=120, follow_redirects=False) as client:
            client.get(address)
            page = client.get(f"{base}/comments").text
            csrf = re.findall(r'name="csrf" value="([^"]+)"', page)[0]
            numbers = sorted({int(no) for no in re.findall(r'href="/comments/(\d+)"', page)})[:4]
            threads = [Thread(target=save, args=(numbers[at::2], client, csrf)) for at in (0, 1)]
            for each in threads:
                each.start()
            assert enough.wait(240)
            running.send_signal(signal.SIGKILL)
            for each in threads:
                each.join(60)
    with drafter_serve(tmp_path) as (_, address), httpx.Client(timeout=240, follow_redirects=True) as client:
        assert client.get(address).status_code == 200
        base = address.partition("/enter")[0]
        for number in numbers:
            page = client.get(f"{base}/comments/{number}").text
            # what was under way when it ended may have been saved, though nobody was told
            shown = [words for words in asked[number] if f">{words}</textarea>" in page]
            assert shown and asked[number].index(shown[0]) >= asked[number].index(told[number])
