"""Every page of the workbench as pictures, to be looked at: `python -m tests.screenshots FOLDER`.

Of the sample decided, as it comes, and of an empty folder; in both languages, wide and narrow, light and
dark. `--only` takes pages whose address begins so, `--few` the decided sample in the light alone.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.commands import STAGES, sample
from tests.workbench import VIEWPORTS, chromium, let_in, served
from tests.workbench_pages import DOOR, addresses, decided_sample, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from drafter.web.site import Site

LANGUAGES, SCHEMES = ("vi", "en"), ("light", "dark")
BEST = {"overview": "/", "comment": "/comments/14", "compare": "/drafts/compare#changes", "table": "/table"}
_DAY = date(2021, 3, 25)  # when the office of the sample is at it
_TALLEST = 8000  # pixels of a picture
_DRAWN = """() => {
  document.querySelectorAll("img").forEach(each => { each.loading = "eager"; });
  return Promise.all([...document.images].map(each => each.decode().catch(() => null))).then(
    () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
}"""
_PACKED = """async source => {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.toDataURL("image/webp", 0.9);
}"""


def name_of(path: str) -> str:
    """A file name for an address; without the token of a reviewer."""
    plain = re.sub(r"^/submit/.*", "/submit", path.partition("#")[0])
    return re.sub(r"[^\w.=-]+", "-", plain.strip("/")).strip("-")[:60] or "overview"


def photograph(page: Page, file: Path, *, whole: bool = True) -> None:
    """The page, once nothing of it is still on its way; what is out of sight is drawn too."""
    settled(page)
    if whole:
        width = page.evaluate("() => window.innerWidth")
        height = page.evaluate("() => document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": min(height, _TALLEST)})
    page.evaluate(_DRAWN)
    page.screenshot(path=file)


def pictures(
    browser: Browser, root: Path, folder: Path, only: str, schemes: Sequence[str] = SCHEMES
) -> Iterator[Path]:
    """Each page of a workspace in every dress."""
    with at_work(root) as (address, site):
        for language in LANGUAGES:
            page = let_in(browser, address, site)
            page.context.add_cookies([{"name": "lang", "value": language, "url": address}])
            for path in addresses(site):
                if not path.startswith(only):
                    continue
                if path == DOOR:
                    page.context.clear_cookies(name=site.options.cookie)
                for width, (across, down) in VIEWPORTS.items():
                    page.set_viewport_size({"width": across, "height": down})
                    page.goto(address + path)  # anew: a page may look at its width when it is opened
                    for scheme in schemes:
                        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                        page.set_viewport_size({"width": across, "height": down})
                        file = folder / f"{name_of(path)}.{language}.{width}.{scheme}.png"
                        photograph(page, file)
                        yield file
            page.context.close()


@contextmanager
def at_work(root: Path) -> Iterator[tuple[str, Site]]:
    """A workspace as it is served while the office is at it, everything read."""
    with served(root) as (address, site):
        site.stages, site.today = STAGES, lambda: _DAY
        site.board()
        yield address, site


def best(browser: Browser, folder: Path) -> None:
    """The pages that the README shows."""
    with at_work(decided_sample()) as (address, site):
        page = let_in(browser, address, site)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        for name, path in BEST.items():
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(f"{address}{path}")
            photograph(page, folder / f"trang-{name}.png", whole=False)
        _pack(browser.new_page(), folder)


def _pack(page: Page, folder: Path) -> None:
    """Each picture as WebP, which takes a third of the room."""
    for name in BEST:
        path = folder / f"trang-{name}.png"
        picture = b64encode(path.read_bytes()).decode()
        packed = page.evaluate(_PACKED, f"data:image/png;base64,{picture}")
        path.with_suffix(".webp").write_bytes(b64decode(packed.partition(",")[2]))
        path.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="/")
    parser.add_argument("--few", action="store_true")
    parser.add_argument("--best", action="store_true", help="only those that the README shows, for .github")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.best:
        with chromium() as browser:
            best(browser, options.folder)
        return
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        (Path(name) / "empty").mkdir()
        (Path(name) / "fresh").mkdir()
        roots = {"decided": decided_sample(), "fresh": sample(Path(name) / "fresh"),
                 "empty": Path(name) / "empty"}  # fmt: skip
        schemes = SCHEMES[:1] if options.few else SCHEMES
        for kind, root in list(roots.items())[: 1 if options.few else None]:
            folder = options.folder / kind
            folder.mkdir(parents=True, exist_ok=True)
            count = sum(1 for _ in pictures(browser, root, folder, options.only, schemes))
            print(f"{kind}: {count} pictures")


if __name__ == "__main__":
    main()
