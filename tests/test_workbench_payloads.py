"""Markup in every text field of drafts, letters, settings and decisions: on every page it is words."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

import pytest
from lxml import html

from tests.commands import run
from tests.docx_builder import cell, docx, p, r, row, table
from tests.workbench import chromium, desk, let_in, served
from tests.workbench_pages import DOOR, addresses, settled

pytestmark = [pytest.mark.slow, pytest.mark.browser]
_ODD = """() => [
  ...document.querySelectorAll("[id^=xss], script:not([src]), style, base, object, embed"),
  ...[...document.querySelectorAll("*")].filter(each => [...each.attributes].some(one =>
    one.name.startsWith("on") || (["href", "src", "action"].includes(one.name)
      && /^\\s*(javascript|data:text|vbscript)/i.test(one.value))))].map(each => each.outerHTML)"""
_SEEN = """() => document.body.innerText + [...document.querySelectorAll("input, textarea, option")].map(
  each => each.value + each.textContent).join(" ") + document.title"""


def bad(field: str) -> str:
    """Markup that would show itself by an element of this id, and by a dialog."""
    return f"<img src=x id=xss-{field} onerror=alert(1)>\"'><svg id=xss-{field} onload=alert(1)>{{{{7*7}}}}"


def short(field: str) -> str:
    """The same where a field is short, as a file's name is."""
    return f"<b id=xss-{field} onclick=alert(1)>"


FIELDS = (
    "title", "clause", "cell", "note", "label", "letter", "margin", "margin-author", "inserted",
    "inserted-author", "csv", "agency", "asked", "name", "response", "where", "remark", "assign", "office",
    "signer", "by", "session",
)  # fmt: skip
# Of whom a text box or a heading shows no more than a part, or who stands on no page.
_NOT_SHOWN = {"margin-author", "note"}


def draft(path: Path, number: int) -> None:
    front = [p("DỰ THẢO"), p(f"(Lần {number})"), p("NGHỊ QUYẾT"), p(f"về phát triển {bad('title')}")]
    note = f'<w:footnote w:id="2">{p(r(bad("note")))}</w:footnote>'
    body = [
        p("Điều 1. Mục tiêu"),
        p(f"1. Đến năm 2025 có {number}0% số xã {bad('clause')} đạt chuẩn."),
        p("2. Giao các sở tổ chức thực hiện.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        table(row(cell(p("STT")), cell(p("Chỉ tiêu"))), row(cell(p("1")), cell(p(f"Số xã {bad('cell')}")))),
    ]
    docx(path, *front, *body, footnotes=note)


def margin(path: Path) -> None:
    """A copy of the first draft with a note in its margin and a tracked insertion."""
    who, other = (escape(bad(each), {'"': "&quot;"}) for each in ("margin-author", "inserted-author"))
    said = p("Đề nghị làm rõ " + bad("margin") + ".")
    comment = f'<w:comment w:id="1" w:author="{who}">{said}</w:comment>'
    begins, ends = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    anchored = f'{begins}{r("các sở")}{ends}<w:r><w:commentReference w:id="1"/></w:r>'
    added = f'<w:ins w:id="7" w:author="{other}" w:date="2021-03-10T09:00:00Z">{r(bad("inserted"))}</w:ins>'
    docx(
        path,
        p("DỰ THẢO"),
        p("(Lần 1)"),
        p("NGHỊ QUYẾT"),
        p("Điều 1. Mục tiêu"),
        p(f"1. Đến năm 2025 có 10% số xã {bad('clause')} đạt chuẩn.", added),
        p("2. Giao ", anchored, " tổ chức thực hiện."),
        comments=comment,
    )


def hostile(folder: Path) -> Path:
    """A workspace in which everything that a person or a file can say is markup."""
    for each in ("drafts", "comments"):
        (folder / each).mkdir()
    for number in (1, 2):
        draft(folder / "drafts" / f"lan-{number}.docx", number)
    named = f"{short('name')}.md"
    (folder / "comments" / named).write_text(
        f"SỞ Y TẾ\nSố: 1/SYT\nKính gửi: Sở Nội vụ\n\n1. Tại khoản 1 Điều 1 đề nghị bỏ “{bad('letter')}”.\n"
        "2. Đề nghị bổ sung lộ trình tại khoản 2 Điều 1.\n",
        "utf-8",
    )
    margin(folder / "comments" / "sua-tren-du-thao.docx")
    quoted = bad("csv").replace('"', '""')
    (folder / "comments" / "so-xay-dung.csv").write_text(
        f'TT,Điều khoản,Nội dung góp ý,Lý do\n1,khoản 2 Điều 1,"Đề nghị bổ sung {quoted}","{quoted}"\n',
        "utf-8",
    )
    (folder / "drafter.toml").write_text(
        "deadline = 2021-03-31\n"
        f"agencies = [{{ name = '''{bad('asked')}''', due = 2021-03-15 }}]\n"
        f"[[drafts]]\npath = 'drafts/lan-2.docx'\nnumber = 2\nlabel = '''{bad('label')}'''\n"
        f"[[letters]]\npath = '''{named}'''\nagency = '''{bad('agency')}'''\ndraft = 1\n"
        f"[office]\nname = '''{bad('office')}'''\nsigner = '''{bad('signer')}'''\n",
        "utf-8",
    )
    said = {each: bad(each) for each in ("where", "remark", "assign", "by")}
    options = [part for name, words in said.items() for part in (f"--{name}", words)]
    for number in ("1", "2"):
        answer = f"Giải trình: {bad('response')}."
        done = run(folder, "decide", number, "--explain", "--response", answer, *options)
        assert done.exit_code == 0, done.output
    return folder


def test_markup_in_any_field_is_words_on_every_page(tmp_path: Path) -> None:
    odd: list[str] = []
    read: list[str] = []
    with served(hostile(tmp_path), name=bad("session")) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.on("dialog", lambda dialog: (odd.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: odd.append(said.text) if "404" not in said.text else None)
        numbers = sorted(site.board()[0].by_no)
        letters = [f"/files/letter?path={quote(each.path)}" for each in site.board()[0].read.letters]
        parts = ["/table/view", "/table/view?layout=comment&proof=1", "/table/readiness",
                 *(f"/comments/{no}" for no in numbers), *letters]  # fmt: skip
        for path in (*(each for each in addresses(site) if each != DOOR), *parts):
            page.goto(address + path)
            settled(page)
            framed = path.startswith("/table/view")  # which has a style of its own, and no script
            odd.extend(f"{path}: {each}" for each in page.evaluate(_ODD) if not framed or "xss" in each)
            read.append(page.evaluate(_SEEN))
    assert not odd, "\n".join(odd)
    words = "\n".join(read)
    assert not [each for each in FIELDS if f"id=xss-{each} " not in words and each not in _NOT_SHOWN]


def test_markup_is_words_in_files_that_a_browser_opens(tmp_path: Path) -> None:
    someone = desk(hostile(tmp_path))
    for path in ("/report", "/drafts/compare.html", "/table/view", "/table/file?as=html"):
        whole = html.fromstring(someone.client.get(path).content)
        assert not whole.xpath("//*[starts-with(@id, 'xss')]|//@*[starts-with(name(), 'on')]"), path
