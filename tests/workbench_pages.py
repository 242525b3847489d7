"""Every page of the workbench by its address, for what holds of all of them; made workspaces to look at.

A new route stands in `PAGES`, or in `NO_PAGES` where it gives no page of its own; a test sees to that.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.routing import Route

from drafter.jobs.snapshots import snapshots
from drafter.web.application import application
from drafter.web.site import Site
from tests.sample.decided import build

if TYPE_CHECKING:
    from playwright.sync_api import Page

Addresses = Callable[[Site], Sequence[str]]


def _comments(site: Site) -> Sequence[str]:
    """The first comment, one in conflict, the last."""
    board = site.board()[0]
    clashing = {comment for clash in board.clashes for comment in clash.comments}
    numbers = sorted(board.by_no)
    wanted = (
        *numbers[:1], *[no for no in numbers if board.by_no[no].id in clashing][:1], *numbers[-1:]
    )  # fmt: skip
    return [f"/comments/{no}" for no in dict.fromkeys(wanted)]


def _drafts(site: Site) -> Sequence[str]:
    drafts = site.board()[0].rounds.drafts
    return [f"/drafts/{draft.number}" for draft in (*drafts[:1], *drafts[-1:])]


def _letter(site: Site) -> Sequence[str]:
    return [f"/files/letter?path={quote(each.path)}" for each in site.board()[0].read.letters[:1]]


def _reply(site: Site) -> Sequence[str]:
    from drafter.jobs.reply import reply_letters

    if not site.board()[0].rounds.drafts:
        return ()
    return [f"/replies/{quote(name)}" for name in reply_letters(site.workspace()).names[:1]]


def _sent(site: Site) -> Sequence[str]:
    return [f"/log/sent/{each.id}" for each in snapshots(site.workspace())[-1:]]


def _reviewer(site: Site) -> Sequence[str]:
    letters = site.board()[0].read.letters
    agency = letters[0].agency if letters else "Sở Tư pháp"
    return [f"/submit/{site.reviewers.make(agency, None, 'A', site.today())}"]


def _always(*addresses: str) -> Addresses:
    return lambda _: addresses


# Route → addresses under which its page is looked at.
PAGES: Mapping[str, Addresses] = {
    "/": _always("/"),
    "/brief": _always("/brief"),
    "/files": _always("/files"),
    "/files/letter": _letter,
    "/files/settings": _always("/files/settings"),
    "/drafts": _always("/drafts"),
    "/drafts/{key}": _drafts,
    "/drafts/compare": _always("/drafts/compare", "/drafts/compare?view=inline&noise=1"),
    "/comments": _always("/comments", "/comments?query=khong-co-chu-nay"),
    "/comments/{no:int}": _comments,
    "/table": _always("/table"),
    "/replies": _always("/replies", "/replies?part=reminders&today=2021-03-20"),
    "/replies/{name}": _reply,
    "/agencies": _always("/agencies"),
    "/targets": _always("/targets"),
    "/consultations": _always("/consultations"),
    "/log": _always("/log"),
    "/log/sent": _always("/log/sent"),
    "/log/sent/{id:int}": _sent,
    "/guide": _always("/guide"),
    "/reviewers": _always("/reviewers"),
    "/submit/{token}": _reviewer,
}
# What gives a file, a part of a page, a page of something that somebody has sent, or the door.
NO_PAGES = frozenset({
    "/enter", "/events", "/report", "/table/pages", "/table/readiness", "/table/view", "/table/file",
    "/table/returned/{id}", "/prints/{id}.pdf", "/prints/{id}/{page:int}.png", "/drafts/compare.docx",
    "/drafts/compare.html", "/drafts/{key}/comments", "/replies/all.zip", "/replies/{name}/pages",
    "/replies/{name}/file", "/log/sent/{id:int}/pages", "/log/sent/{id:int}/file", "/submit/{token}/draft",
    "/submit/{token}/form", "/replies/send", "/comments/{no:int}/standing",
    "/comments/{no:int}/scan/{at:int}.png", "/comments/{no:int}/clauses", "/consultations/file",
})  # fmt: skip
MISSING, DOOR = "/khong-co-trang-nay", "/enter"


def routes(app: Starlette, method: str) -> Iterator[Route]:
    """The routes of the application that answer to a method."""
    for each in app.routes:
        if isinstance(each, Route) and method in (each.methods or ()):
            yield each


def addresses(site: Site) -> list[str]:
    """Every page of the workspace that is served, one that is none, and at last the door."""
    known = {each.path for each in routes(application(site.options), "GET")}
    found = [address for route, make in PAGES.items() if route in known for address in make(site)]
    return [*found, MISSING, DOOR]


@cache
def decided_sample() -> Path:
    """The sample with everything decided, made once. Whoever changes it takes a copy."""
    folder = Path(tempfile.mkdtemp(prefix="drafter-decided-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build(folder / "ho-so")


def settled(page: Page) -> None:
    """Wait until nothing of a page is still on its way."""
    page.wait_for_load_state("load")
    page.wait_for_function("() => !document.querySelector('.spinner, .htmx-request')", timeout=120_000)
