"""The workbench under load, on loopback: `python -m tests.bench.workbench`.

Users read pages of the sample as people do, each after a moment of reading; a workspace of 300 clauses and
5,000 comments is opened in Chromium; with `--soak MINUTES` one server is used at random for so long. Prints
how long pages took, how many answers were wrong, and what memory the server held.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

import httpx

from tests.bench.long_drafts import law
from tests.commands import sample
from tests.workbench import chromium, drafter_serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

_PAUSE = (1.0, 4.0)  # seconds between two pages of one user
_OTHERS = (
    "/", "/comments", "/comments?q=chuyen+doi+so", "/drafts", "/drafts/2", "/drafts/compare", "/targets",
    "/agencies", "/log", "/table/view", "/files",
)  # fmt: skip
_QUEUE = "the page of a comment"


@dataclass
class Told:
    """How long answers took, in seconds, by what was asked for; which were no page."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        both = sorted(each for took in self.took.values() for each in took)
        yield f"{len(both)} pages, {len(self.wrong)} errors"
        for name, took in ((_QUEUE, self.took[_QUEUE]), ("all pages", both)):
            if len(took) > 20:
                parts = quantiles(took, n=20)
                yield f"{name}: p50 {1000 * parts[9]:.0f} ms, p95 {1000 * parts[18]:.0f} ms"


@dataclass(frozen=True, slots=True)
class Running:
    """A server as a process, and somebody who was let in."""

    base: str
    pid: int
    cookies: httpx.Cookies
    csrf: str
    numbers: Sequence[int]

    @property
    def memory(self) -> int:
        """Megabytes that the process holds."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) // 1024


@contextmanager
def running(root: Path) -> Iterator[Running]:
    """`drafter serve` on a workspace, every kind of page opened once."""
    with drafter_serve(root) as (process, address), httpx.Client(timeout=900) as client:
        client.get(address)
        base = address.partition("/enter")[0]
        page = client.get(f"{base}/comments", follow_redirects=True).text
        for path in _OTHERS:  # what is made once for all is made before anybody is waiting
            client.get(base + path)
        csrf = re.findall(r'name="csrf" value="([^"]+)"', page)[0]
        numbers = sorted({int(no) for no in re.findall(r'href="/comments/(\d+)', page)})
        yield Running(base, process.pid, client.cookies, csrf, numbers)


async def _user(at: Running, told: Told, until: float, seed: int) -> None:
    """Reads pages, mostly of comments, and now and then saves one."""
    chance = random.Random(seed)
    async with httpx.AsyncClient(base_url=at.base, cookies=at.cookies, timeout=60) as client:
        await asyncio.sleep(chance.uniform(0, _PAUSE[1]))
        while time.monotonic() < until:
            number = chance.choice(at.numbers)
            one = chance.random() < 0.6
            path = f"/comments/{number}" if one else chance.choice(_OTHERS)
            start = time.perf_counter()
            answer = await client.get(path)
            told.took[_QUEUE if one else path].append(time.perf_counter() - start)
            if answer.status_code != 200:
                told.wrong.append(f"{path}: {answer.status_code}")
            if one and chance.random() < 0.1:
                await _save(client, answer.text, at, number, told)
            await asyncio.sleep(chance.uniform(*_PAUSE))


async def _save(client: httpx.AsyncClient, page: str, at: Running, number: int, told: Told) -> None:
    versions = re.findall(r'name="versions" value="([^"]*)"', page)[0]
    words = f"Giải trình: giữ như dự thảo ({number})."
    form = {"csrf": at.csrf, "versions": versions, "disposition": "explained", "reason": "other",
            "response": words, "then": "stay"}  # fmt: skip
    answer = await client.post(f"/comments/{number}/decide", data=form)
    if answer.status_code not in (303, 409):  # 409: somebody else was faster, and both are shown
        told.wrong.append(f"save {number}: {answer.status_code}")


def used(at: Running, users: int, seconds: float) -> Told:
    """What `users` at once are told in so many seconds."""
    told = Told()

    async def all_of_them() -> None:
        until = time.monotonic() + seconds
        await asyncio.gather(*(_user(at, told, until, seed) for seed in range(users)))

    asyncio.run(all_of_them())
    return told


def large(folder: Path, letters: int = 50, each: int = 100, seed: int = 1) -> Path:
    """A workspace of 300 clauses and 5,000 comments: two drafts of 100 articles, letters of 100 comments."""
    (folder / "drafts").mkdir(parents=True)
    (folder / "comments").mkdir()
    law(folder / "drafts", articles=100, seed=seed)
    (folder / "drafter.toml").write_text(
        "[[drafts]]\npath = 'drafts/law-old.docx'\nnumber = 1\n"
        "[[drafts]]\npath = 'drafts/law-new.docx'\nnumber = 2\n", "utf-8",
    )  # fmt: skip
    chance = random.Random(seed)
    asks = (
        "đề nghị bổ sung “lộ trình thực hiện từng năm” sau cụm từ “phối hợp”.",
        "đề nghị làm rõ cơ quan chủ trì, cơ quan phối hợp và thời hạn hoàn thành.",
        "đề nghị rà soát để thống nhất với quy định của pháp luật về ngân sách nhà nước.",
        "đề nghị bỏ nội dung này vì trùng với điều khác của dự thảo.",
        "đề nghị quy định rõ hơn về nguồn lực thực hiện, nhất là ở cấp xã.",
    )
    for at in range(letters):
        said = "\n".join(
            f"{no}. Tại khoản {chance.randint(1, 2)} Điều {chance.randint(1, 100)}: {chance.choice(asks)}"
            for no in range(1, each + 1)
        )
        name = f"ỦY BAN NHÂN DÂN XÃ SỐ {at + 1}"
        (folder / "comments" / f"xa-{at + 1:02}.txt").write_text(
            f"{name}\nSố: {at + 1}/UBND-VP\n\nGóp ý dự thảo lần 1\n\n{said}\n", "utf-8"
        )
    return folder


def first_paints(at: Running, paths: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Seconds until a browser that has been here before shows something of each page; the best of three."""
    with chromium() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([
            {"name": name, "value": value, "url": at.base} for name, value in at.cookies.items()
        ])  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(300_000)
        for path in paths:
            yield path, min(_painted(page, at.base + path) for _ in range(3))


def _painted(page: Page, address: str) -> float:
    page.goto(address)
    found = "() => (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime"
    page.wait_for_function(found)
    return float(page.evaluate(found)) / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--soak", type=float, metavar="MINUTES", help="only this, for so long")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        with running(sample(Path(name))) as at:
            before = at.memory
            seconds = 60 * options.soak if options.soak else options.seconds
            told = used(at, options.users, seconds)
            print(f"{options.users} users for {seconds:.0f} s on the sample:")
            print(*(f"  {line}" for line in told.lines()), *told.wrong[:5], sep="\n")
            print(f"  memory: {before} MB before, {at.memory} MB after")
        if options.soak:
            return
        start = time.monotonic()
        with running(large(Path(name) / "large")) as at:
            print(f"300 clauses, 5,000 comments: read in {time.monotonic() - start:.0f} s")
            for path, seconds in first_paints(at, ("/", "/comments", "/comments/2500", "/drafts/2")):
                print(f"  first paint of {path}: {1000 * seconds:.0f} ms")
            told = used(at, 10, 30)
            lines = (f"  10 users for 30 s: {line}" for line in told.lines())
            print(*lines, *told.wrong[:5], sep="\n")
            print(f"  memory: {at.memory} MB")


if __name__ == "__main__":
    main()
