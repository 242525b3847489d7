"""Every page of the workbench in a real browser: WCAG 2.2 AA as axe-core judges it, nothing wider than the
window, nothing on the console, nothing asked from elsewhere; light and dark, wide and narrow, in both
languages; with nothing, with the sample as it comes, with the sample decided."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.web import ServeOptions
from drafter.web.application import application
from drafter.web.site import Site
from tests.commands import SAMPLE, STAGES, sample
from tests.workbench import VIEWPORTS, chromium, let_in, served
from tests.workbench_pages import DOOR, MISSING, NO_PAGES, PAGES, addresses, decided_sample, routes, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

AXE = Path(__file__).parent / "data" / "axe" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WORKSPACES = ("empty", "fresh", "decided")
# What a browser itself says of an answer that is no page, which is right for an address that is none.
EXPECTED = {MISSING: "404", DOOR: "401"}
JUDGED = """async tags => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.map(each => each.id + ": " + each.nodes.slice(0, 3).map(
    node => node.target.join(" ") + " (" + node.any.concat(node.all).map(check => check.message).join("; ")
      + ")").join(", "));
}"""
TOO_WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] : [
  ...document.querySelectorAll("body *")].filter(
    each => each.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 3).map(
    each => each.tagName + "." + each.className)"""


def test_every_address_that_gives_a_page_is_looked_at() -> None:
    known = {each.path for each in routes(application(ServeOptions(root=SAMPLE)), "GET")}
    assert known <= {*PAGES, *NO_PAGES}


@dataclass
class Watched:
    """A page in the browser, and all that a person would not see of it."""

    page: Page
    address: str
    site: Site
    told: list[str] = field(default_factory=list)

    def open(self, path: str) -> list[str]:
        """What is wrong with a page before anybody looks at it."""
        self.told.clear()
        if path == DOOR:
            self.page.context.clear_cookies()
        self.page.goto(self.address + path)
        settled(self.page)
        return [each for each in self.told if EXPECTED.get(path, "\0") not in each]

    def heard(self, message: ConsoleMessage) -> None:
        self.told.append(f"console: {message.text}")


def watched(browser: Browser, address: str, site: Site) -> Watched:
    made = Watched(let_in(browser, address, site), address, site)
    made.page.context.add_init_script(AXE.read_text("utf-8"))
    made.page.on("console", made.heard)
    made.page.on("pageerror", lambda error: made.told.append(f"error: {error}"))
    made.page.on("dialog", lambda dialog: (made.told.append("dialog"), dialog.dismiss()))
    made.page.context.on("request", lambda request: _stays(made, request.url))
    return made


def _stays(made: Watched, url: str) -> None:
    if not url.startswith((made.address, "data:", "blob:", "about:")):
        made.told.append(f"asked elsewhere: {url}")


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Watched]]:
    """One browser, and a server for each workspace."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "empty").mkdir()
    (folder / "fresh").mkdir()
    roots = {"empty": folder / "empty", "fresh": sample(folder / "fresh"), "decided": decided_sample()}
    with ExitStack() as stack:
        sites = {name: stack.enter_context(served(root)) for name, root in roots.items()}
        sites["fresh"][1].stages = STAGES  # nothing of the sample is computed twice
        for _, site in sites.values():
            site.board()  # a page asks for no more patience than it needs
        browser = stack.enter_context(chromium())
        yield {name: watched(browser, address, site) for name, (address, site) in sites.items()}


def faults(window: Watched, path: str) -> Iterator[str]:
    """What is wrong with a page, in each theme at each width. No colour is on its way to another."""
    for each in window.open(path):
        yield f"{path}: {each}"
    for scheme in ("light", "dark"):
        window.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width, (across, down) in VIEWPORTS.items():
            window.page.set_viewport_size({"width": across, "height": down})
            for each in (*window.page.evaluate(TOO_WIDE), *window.page.evaluate(JUDGED, TAGS)):
                yield f"{path} ({scheme}, {width}): {each}"


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("workspace", WORKSPACES)
def test_every_page_can_be_used_by_everybody(
    windows: dict[str, Watched], workspace: str, language: str
) -> None:
    window = windows[workspace]
    window.page.goto(f"{window.address}/enter?token={window.site.sessions.token()}")
    window.page.context.add_cookies([{"name": "lang", "value": language, "url": window.address}])
    found = [fault for path in addresses(window.site) for fault in faults(window, path)]
    assert not found, "\n".join(found)
