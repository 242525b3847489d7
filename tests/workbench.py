"""The workbench as tests meet it: asked in process, or served on loopback to a real browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from starlette.testclient import TestClient

from drafter.web import ServeOptions
from drafter.web.application import application
from drafter.web.sessions import Access
from drafter.web.site import Site
from tests.commands import ROOT, SAMPLE, STAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BASE = "http://127.0.0.1"
VIEWPORTS = {"wide": (1280, 900), "narrow": (390, 844)}


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody at the page: `client` asks, `csrf` stands in what is sent."""

    client: TestClient
    site: Site
    csrf: str

    def get(self, path: str, /, **params: str) -> str:
        """The page at `path`; whatever is no page is an error."""
        answer = self.client.get(path, params=params)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:500])
        return answer.text

    def post(self, path: str, /, **fields: object) -> int:
        """Send a form of ours; the status, a redirect not followed."""
        sent = self.client.post(path, data={"csrf": self.csrf, **fields}, follow_redirects=False)
        return sent.status_code


def desk(
    root: Path, *, access: Access = Access.APPROVER, name: str = "Chuyên viên A", **options: object
) -> Desk:
    """Somebody who was let in to the workbench of the workspace at `root`."""
    app = application(ServeOptions(root=root, name=name, **options))  # type: ignore[arg-type]
    site: Site = app.state.site
    if root == SAMPLE:
        site.stages = STAGES  # nothing of the sample is computed twice
    session = site.sessions.begin(name, access)
    client = TestClient(
        app, base_url=BASE, cookies={site.options.cookie: session.id}, raise_server_exceptions=False
    )
    return Desk(client, site, session.csrf)


@contextmanager
def served(root: Path, **options: object) -> Iterator[tuple[str, Site]]:
    """The workbench on a port of loopback that is free: its address, and the site that is served."""
    from drafter.web.serving import bound

    wanted = ServeOptions(**{"root": root, "name": "Chuyên viên A", **options})  # type: ignore[arg-type]
    with bound(replace(wanted, port=0)) as socket:
        known = replace(wanted, port=socket.getsockname()[1])
        app = application(known)
        if root == SAMPLE:
            app.state.site.stages = STAGES
            app.state.site.board()  # nobody waits for it at the first page
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{known.port}", app.state.site
        finally:
            server.should_exit = server.force_exit = True
            thread.join(10)


@contextmanager
def drafter_serve(root: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`drafter serve` as a process; the address that it prints."""
    command = [
        sys.executable,
        "-m",
        "drafter",
        "-C",
        str(root),
        "serve",
        "--no-open",
        "--by",
        "Chuyên viên A",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert running.stdout is not None
        printed = next(found for line in running.stdout if (found := re.search(r"http\S+", line)))
        yield running, printed[0]
    finally:
        running.kill()
        running.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def let_in(browser: Browser, address: str, site: Site, *, width: str = "wide", dark: bool = False) -> Page:
    """A new browser window (a context of its own) on the first page."""
    sides = VIEWPORTS[width]
    window = browser.new_context(
        viewport={"width": sides[0], "height": sides[1]},
        color_scheme="dark" if dark else "light",
        locale="vi-VN",
    )
    page = window.new_page()
    page.set_default_timeout(120_000)  # a busy machine is no fault
    page.goto(f"{address}/enter?token={site.sessions.token()}")
    return page


def words_of(html: str) -> str:
    """What a reader sees of a page, roughly: text without tags, spaces told once."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
