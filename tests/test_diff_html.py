"""The comparison page and the terminal: self-contained, escaped, complete, readable on a telephone."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.language.noise import WordEdit
from drafter.model import ChangeSet, Draft
from drafter.wording.comparison import ChangeGroup, group, parts
from drafter.wording.figures import number, signed
from drafter.writers.html.diff import write_html
from drafter.writers.screen.changes import changes_view
from tests.redrafting import read_clauses, written
from tests.test_alignment_cases import LAND, ROADS, SCHOOL

VERSIONS = Path(__file__).parent / "data" / "versions"
Compared = tuple[ChangeSet, Draft, Draft]


def compare(old: Draft, new: Draft) -> Compared:
    return changes(old, new, align(old, new)), old, new


@pytest.fixture(scope="module")
def versions() -> Compared:
    return compare(*(read_clauses(VERSIONS / f"clauses-v{number}.tsv", number) for number in (1, 2)))


class Page(HTMLParser):
    """What the tests ask of a page: tags with attributes, marked words, open and closed tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: dict[str, list[str]] = {"del": [], "ins": []}
        self.stack: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.stack.append(tag)
        if tag in self.marked:
            self.marked[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in ("del", "ins"):
            if tag in self.stack:
                self.marked[tag][-1] += data


def plain(compared: Compared, lang: str = "vi") -> str:
    stream = io.StringIO()
    Console(file=stream, width=110, highlight=False, emoji=False, markup=False).print(
        changes_view(*compared, lang)
    )
    return " ".join(stream.getvalue().split())


def page_of(*compared: Any) -> str:
    return write_html(*compared).decode()


@pytest.mark.slow
def test_the_page_is_well_formed_and_takes_nothing_from_elsewhere(versions: Compared) -> None:
    text = page_of(*versions)
    page = Page(text)
    assert not page.stack
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"}
    assert not re.search(r"(?:https?:)?//[a-z]|url\(|@import|\bon[a-z]+=", text)
    policy = next(
        attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy and policy.startswith("default-src 'none'")
    assert ("html", {"lang": "vi"}) in page.tags


def test_every_edit_of_words_stands_on_the_page(versions: Compared) -> None:
    page = Page(page_of(*versions))
    wanted = [part for change in versions[0].changes for part in parts(change) if isinstance(part, WordEdit)]
    assert page.marked["del"] == [edit.old for edit in wanted if edit.old and edit.noise is None]
    assert page.marked["ins"] == [edit.new for edit in wanted if edit.new and edit.noise is None]


def test_each_change_has_its_row_and_its_group(versions: Compared) -> None:
    page = Page(page_of(*versions))
    classes = [attrs["class"] or "" for tag, attrs in page.tags if tag == "article"]
    assert len(classes) == len(versions[0].changes)
    for name in ChangeGroup:
        shown = sum(f"g-{name}" in one.split() for one in classes)
        assert shown == sum(group(change) is name for change in versions[0].changes)


def test_changed_figures_are_called_out_and_lead_to_their_clause(versions: Compared) -> None:
    text = page_of(*versions)
    assert '<span class="was">25%</span> → <span class="now">30%</span> GDP' in text
    assert '<del><span class="figure">25%</span></del>' in text
    page = Page(text)
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    assert {(attrs["href"] or "")[1:] for tag, attrs in page.tags if tag == "a"} <= ids


def test_a_year_is_told_as_a_year() -> None:
    compared = compare(
        written(f"I {LAND} Xong trong năm 2025."), written(f"I {LAND} Xong trong năm 2026.", 2)
    )
    assert "năm 2025 → năm 2026" in plain(compared)
    assert '<span class="was">năm 2025</span> → <span class="now">năm 2026</span>' in page_of(*compared)


def test_noise_is_told_in_one_line_on_page_and_terminal(versions: Compared) -> None:
    assert "<b>UBND → Ủy ban nhân dân</b> (3)" in page_of(*versions)
    assert "UBND → Ủy ban nhân dân (3)" in plain(versions)


def test_what_a_draft_says_cannot_become_markup() -> None:
    evil = "<script>alert('x')</script> & <b>\"chỉ tiêu\"</b>"
    old, new = written(f"I {LAND}"), written(f"I {LAND} {evil}", 2)
    titled = replace(new, title=evil), replace(new, number=None, path=f"{evil}.docx")
    for after in titled:
        text = page_of(*compare(old, after))
        assert "<script" not in text and '<b>"' not in text
        assert "&lt;script&gt;" in text


@pytest.mark.parametrize(
    "lang, said", [("vi", "Hai dự thảo giống nhau"), ("en", "The two drafts are the same")]
)
def test_equal_drafts_say_so(lang: str, said: str) -> None:
    old = written(f"I {LAND}")
    compared = compare(old, old)
    assert said in page_of(*compared, lang)
    assert said in plain(compared, lang)


def test_where_only_noise_differs_the_page_opens_on_it() -> None:
    compared = compare(written("I UBND tỉnh số hoá hồ sơ"), written("I Ủy ban nhân dân tỉnh số hóa hồ sơ", 2))
    text = page_of(*compared)
    assert 'id="show-noise" checked' in text
    assert "Không có thay đổi về nội dung" in text


def test_the_terminal_marks_words_without_colour(versions: Compared) -> None:
    shown = plain(versions)
    assert "[-50%-]{+55%+}" in shown
    assert "học hỏi, [-sao chép-]{+giải mã+} các công nghệ" in shown
    assert "\x1b" not in shown


def test_the_terminal_counts_words_by_role(versions: Compared) -> None:
    before, after = (sum(pair[side] for pair in versions[0].words.values()) for side in (0, 1))
    shown = number(before, "vi"), number(after, "vi"), signed(after - before, "vi")
    assert " │ ".join(("Toàn văn", *shown)) in plain(versions)


def test_a_changed_title_is_shown() -> None:
    old, new = (
        replace(written(f"I {LAND}"), title="Về chuyển đổi số"),
        replace(written(f"I {LAND}"), title="Về đô thị số"),
    )
    compared = compare(old, new)
    assert "Về <del>chuyển đổi</del> <ins>đô thị</ins> số" in page_of(*compared)
    assert "Về [-chuyển đổi-]{+đô thị+} số" in plain(compared)


def test_of_a_new_table_the_terminal_shows_the_first_rows_and_counts_the_rest() -> None:
    old = read_clauses(Path(__file__).parent / "data" / "links" / "clauses.tsv")
    bare = replace(old, clauses=tuple(one for one in old.clauses if not one.id.startswith("pl-")))
    rows = sum(one.parent == "pl-I" for one in old.clauses)
    assert f"và {rows - 3} dòng nữa của bảng này" in plain(compare(bare, old))


def test_a_moved_clause_counts_as_content_and_a_renumbered_one_does_not() -> None:
    found, _, _ = compare(
        written(f"I A\nI.1 {LAND}\nI.2 {SCHOOL}\nII B\nII.1 {ROADS}"),
        written(f"I A\nI.1 {SCHOOL}\nII B\nII.1 {ROADS}\nII.2 {LAND}", 2),
    )
    groups = {change.old[0]: group(change) for change in found.changes}
    assert groups["I.1"] is ChangeGroup.CONTENT
    assert groups["I.2"] is ChangeGroup.RENUMBERED
    assert groups["II.1"] is ChangeGroup.UNCHANGED


@pytest.fixture
def widths(versions: Compared, tmp_path: Path) -> Iterator[dict[int, str]]:
    """Scroll and inner width as Chromium lays the page out, told by a script the page itself refuses."""
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page_of(*versions))
    probe = "<script>document.title=document.documentElement.scrollWidth+'/'+innerWidth</script></body>"
    page = tmp_path / "diff.html"
    frame = '<iframe id="f" src="diff.html" style="border:0;width:{}px;height:3000px"></iframe>'
    page.write_text(text.replace("</body>", probe), encoding="utf-8")
    found = {}
    for width in (390, 1400):
        outer = tmp_path / f"frame-{width}.html"
        script = "<script>onload=()=>document.title=f.contentDocument.title</script>"
        outer.write_text(frame.format(width) + script, encoding="utf-8")
        command = [
            shutil.which("chromium") or "chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--disable-background-networking", "--allow-file-access-from-files", "--virtual-time-budget=3000",
            f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", outer.as_uri(),
        ]  # fmt: skip
        run = subprocess.run(command, capture_output=True, timeout=60, check=True)
        title = re.search(r"<title>(\d+/\d+)</title>", run.stdout.decode("utf-8"))
        assert title is not None
        found[width] = title[1]
    yield found


@pytest.mark.browser
@pytest.mark.slow
def test_the_page_fits_a_telephone_and_a_screen(widths: dict[int, str]) -> None:
    for width, told in widths.items():
        needed, given = map(int, told.split("/"))
        assert needed <= given == width
