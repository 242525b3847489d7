"""Letters saved as web pages: by Word, LibreOffice, Google Docs, Excel, a browser, a mail program."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyses.comments import letters
from drafter.analyses.comments.counting import unread_words
from drafter.errors import DrafterError, UnsafeFile
from drafter.intake import read_source, source_of
from drafter.model import Block, Grid, Sheet
from drafter.readers.comments import read_comment_file
from tests.commands import run, sample
from tests.inputs import ROOT
from tests.made_mail import zipped

LETTERS = sorted(path for path in (ROOT / "comments").iterdir() if path.suffix in (".docx", ".xlsx"))
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Góp ý</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>x</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in} span.an {mso-hide:all} --></style></head>
<body lang=VI style='tab-interval:.5in'><div class=WordSection1>
<p class=MsoNormal>Kính gửi: Ban soạn thảo.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Bỏ
<del>khoản 8</del>
khoản&nbsp;9 mục&#160;IV.<span class=an>chữ ẩn</span><o:p>&nbsp;</o:p></p>
<script>var x = "Đề nghị bổ sung";</script>
<p class=MsoNormal>2. Đề nghị thay &ldquo;hằng quý&rdquo; bằng
&ldquo;hằng năm&rdquo;.</p></div></body></html>"""
GOOGLE = """<html><head><style type="text/css">.c0{text-decoration:line-through}.c1{font-weight:700}
.c2{border-right-style:solid;border-right-width:1pt;border-top-width:1pt}.c9{display:none}
</style></head><body><p class="c7"><span class="c1">SỞ Y TẾ</span></p><ol class="lst" start="3">
<li><span>Giữ </span><span class="c0">bỏ</span><span> mục II.</span></li><li>Làm rõ nguồn vốn.</li></ol>
<table><tr><td class="c2">STT</td><td class="c2">Ý kiến góp ý</td><td class="c2">Lý do</td></tr>
<tr><td class="c2" rowspan="2">1</td><td class="c2">Bỏ khoản 9.</td><td class="c2">Trùng</td></tr>
<tr><td class="c2" colspan="2">Đề nghị bổ sung<br>lộ trình.<table><tr><td>hằng năm</td></tr></table></td></tr>
</table>
<p class="c9">không ai thấy</p></body></html>"""


def read(page: str | bytes, name: str = "gop-y.html") -> Sheet:
    sheet = read_comment_file(source_of(page.encode() if isinstance(page, str) else page, name))
    assert not unread_words(sheet)
    return sheet


def lines(sheet: Sheet) -> list[str]:
    return [part.text for part in sheet.parts if isinstance(part, Block)]


def cells(grid: Grid) -> list[list[list[str]]]:
    return [[[block.text for block in cell] for cell in row] for row in grid.rows]


def test_a_page_of_word_says_what_word_prints() -> None:
    sheet = read(WORD)
    assert [" ".join(line.split()) for line in lines(sheet)] == [
        "Kính gửi: Ban soạn thảo.", "1. Bỏ khoản 9 mục IV.", "2. Đề nghị thay “hằng quý” bằng “hằng năm”.",
    ]  # fmt: skip
    assert [struck.words for part in sheet.parts if isinstance(part, Block) for struck in part.struck] == [
        "khoản 8"
    ]
    assert [(notice.code, notice.detail) for notice in sheet.notices] == [("hidden-text", "5")]


def test_a_page_of_google_docs_has_its_lists_struck_words_and_table() -> None:
    sheet = read(GOOGLE)
    first, third, fourth = (part for part in sheet.parts if isinstance(part, Block))
    assert first.heading and (third.mark, third.text) == ("3.", "Giữ mục II.") and fourth.mark == "4."
    assert third.struck[0].words == "bỏ"
    (grid,) = (part for part in sheet.parts if isinstance(part, Grid))
    assert not grid.layout and cells(grid) == [
        [["STT"], ["Ý kiến góp ý"], ["Lý do"]],
        [["1"], ["Bỏ khoản 9."], ["Trùng"]],
        [["1"], ["Đề nghị bổ sung", "lộ trình.", "hằng năm"], ["Đề nghị bổ sung", "lộ trình.", "hằng năm"]],
    ]


def test_a_page_of_excel_named_as_a_workbook_is_the_form_that_it_is() -> None:
    rows = [["STT", "Điều, khoản", "Ý kiến góp ý"], ["1", "khoản 2, mục II", "Bỏ cụm từ “nếu có”."]]
    table = "".join("<tr>" + "".join(f"<td class=xl65>{c}</td>" for c in row) + "</tr>" for row in rows)
    page = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8><style>'
        f".xl65 {{border:.5pt solid windowtext}}</style></head><body><table>{table}</table></body></html>"
    )
    (letter,) = letters(read(page, "phieu-gop-y-so-y-te.xls"))
    assert [(c.text, c.cited) for c in letter.comments] == [("Bỏ cụm từ “nếu có”.", "khoản 2, mục II")]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1258", "utf-16"])
@pytest.mark.parametrize("told", [True, False])
def test_a_page_is_read_in_its_encoding_whether_it_says_it_or_not(charset: str, told: bool) -> None:
    from tests.test_comments_files import cp1258

    said = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if told else ""
    page = (
        f"<html><head>{said}</head><body><p>Đề nghị bổ sung lộ trình thực hiện ở mỗi huyện.</p></body></html>"
    )
    raw = cp1258(page) if charset == "windows-1258" else page.encode(charset)
    assert lines(read(raw)) == ["Đề nghị bổ sung lộ trình thực hiện ở mỗi huyện."]


def test_letters_that_a_page_writes_by_their_numbers_may_be_codes_of_an_old_font() -> None:
    coded = "§Ò nghÞ bæ sung lé tr×nh thùc hiÖn".encode("cp1252")
    signs = "".join(chr(byte) if byte < 128 else f"&#{byte};" for byte in coded)
    page = f'<html><body><p><font face=".VnTime">{signs} &lt;t&ecirc;n&gt;</font></p></body></html>'
    sheet = read(page.replace("&ecirc;", "ª"))
    assert lines(sheet) == ["Đề nghị bổ sung lộ trình thực hiện <tên>"]
    assert [(notice.code, notice.detail) for notice in sheet.notices] == [("legacy-text", "TCVN3")]
    plain = read(
        "<p>&#272;&#7873; ngh&#7883; b&#7893; sung &eacute;, l&#7897; tr&igrave;nh &amp; t&ecirc;n</p>"
    )
    assert lines(plain) == ["Đề nghị bổ sung é, lộ trình & tên"] and not plain.notices


def test_a_page_that_a_browser_kept_in_one_file_is_the_page() -> None:
    page = (
        'MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/related; boundary="b"; type="text/html"\n\n'
        "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        "Content-Location: file:///C:/a.htm\n\n<p>1. B=E1=BB=8F kho=E1=BA=A3n 9.</p>\n"
        "--b\nContent-Type: text/css\nContent-Location: file:///C:/a.css\n\np {color: red}\n--b--\n"
    )
    assert lines(read(page, "gop-y.mht")) == ["1. Bỏ khoản 9."]


def test_nothing_is_fetched_run_or_taken_from_outside() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>Bỏ &x; mục II.</p>'
        '<img src="http://192.0.2.1/a.png" onerror="x()"><iframe src="file:///etc/passwd">chữ</iframe>'
        '<link rel=stylesheet href="http://192.0.2.1/a.css"><object data=x>chữ</object></body></html>'
    )
    assert "root:" not in " ".join(lines(read(page)))
    assert not any("chữ" in line for line in lines(read(page)))


@pytest.mark.slow
def test_pages_that_drafter_wrote_are_no_letters_wherever_they_lie(tmp_path: Path) -> None:
    root = sample(tmp_path)
    made = root / "comments" / "so-sanh.html"
    assert run(root, "diff", "1", "2", "--html", str(tmp_path / "a.html")).exit_code == 0
    (tmp_path / "a.html").rename(made)
    (root / "comments" / "thu.zip").write_bytes(zipped({"so-sanh.html": made.read_bytes()}))
    problems = json.loads(run(root, "comments", "--json").stdout)["problems"]
    told = {(each["path"], each["code"]) for each in problems}
    assert told == {("so-sanh.html", "own-output"), ("thu.zip/so-sanh.html", "own-output")}


def test_a_page_that_only_frames_its_letter_is_read_as_the_letter() -> None:
    rows = "<tr><td>STT</td><td>Ý kiến góp ý</td></tr><tr><td>1</td><td>Bỏ mục II.</td></tr>"
    inner = f"<table border=1>{rows}</table>"
    sheet = read(f"<table width=600><tr><td><p>Kính gửi: Ban soạn thảo.</p>{inner}</td></tr></table>")
    assert lines(sheet) == ["Kính gửi: Ban soạn thảo."]
    assert [cells(part) for part in sheet.parts if isinstance(part, Grid)] == [
        [[["STT"], ["Ý kiến góp ý"]], [["1"], ["Bỏ mục II."]]]
    ]


@pytest.mark.slow
def test_what_is_too_deep_or_too_wide_is_told_or_read_in_bounded_room() -> None:
    with pytest.raises(UnsafeFile):
        read("<div>" * 5000 + "Bỏ mục II." + "</div>" * 5000)
    wide = "<table>" + "<tr><td colspan=1000 rowspan=60000>a<td>b</tr>" * 3000 + "</table>"
    assert sum("b" in str(part) for part in read(wide).parts)
    assert lines(read("<p>" + "<b>" * 1500 + "Bỏ mục II." + "</b>" * 1500)) == ["Bỏ mục II."]


_NAMES = (
    "p div b s table tr td th ul ol li br span blockquote h1 pre sup a del center dd hr title body html "
    "style textarea select option"
)
_TAGS = st.sampled_from(_NAMES.split())
_WORDS = st.sampled_from(["bỏ", "khoản 9", "&amp;", "&lt;", "2", " ", "\n", "một hai", "&#10;", "–", "½"])
_FIGURES = st.integers(-2, 50)
_STYLED = [
    '<p style="display:none">',
    "<li style='text-decoration:line-through'>",
    "<!-- x -->",
    "<![if !a]>",
]
_PIECES = st.one_of(
    _WORDS,
    st.builds("<{}>".format, _TAGS),
    st.builds("</{}>".format, _TAGS),
    st.builds('<{} colspan="{}" rowspan={} start={} type=a>'.format, _TAGS, _FIGURES, _FIGURES, _FIGURES),
    st.sampled_from(_STYLED),
)


@given(st.lists(_PIECES, max_size=40))
def test_every_word_of_any_page_is_read_once(pieces: list[str]) -> None:
    try:
        sheet = read("<html>" + "".join(pieces))
    except DrafterError:
        return
    numbers = [(b.number, b.offset) for part in sheet.parts for b in _blocks(part)]
    assert len(set(numbers)) == len(numbers)


def _blocks(part: Block | Grid) -> list[Block]:
    if isinstance(part, Block):
        return [part]
    return list(dict.fromkeys(block for row in part.rows for cell in row for block in cell))


@pytest.mark.slow
@pytest.mark.office
def test_letters_that_libreoffice_saves_as_pages_say_what_they_said(tmp_path: Path) -> None:
    chosen = [path for path in LETTERS if path.name.startswith(("so-", "cong-an", "hiep-hoi", "van-phong"))]
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'o').as_uri()}",
        "--headless",
        "--convert-to",
        "html",
    ]
    subprocess.run([*command, "--outdir", tmp_path, *chosen], check=True, capture_output=True, timeout=180)
    for path in chosen:
        page = tmp_path / f"{path.stem}.html"
        whole, made = (
            letters(read_comment_file(read_source(each, shown=path.name))) for each in (path, page)
        )
        assert all(letter.words.closes for letter in made)
        assert [[c.text for c in letter.comments] for letter in made] == [
            [c.text for c in letter.comments] for letter in whole
        ], path.name
        assert [(each.agency, each.number, each.date, each.words) for each in made] == [
            (each.agency, each.number, each.date, each.words) for each in whole
        ]
        assert [[c.key for c in letter.comments] for letter in made] == [
            [c.key for c in letter.comments] for letter in whole
        ]


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_that_a_browser_saved_says_what_the_page_said(tmp_path: Path) -> None:
    for page in (WORD, GOOGLE):
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        command = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path}",
            "--dump-dom",
        ]
        done = subprocess.run(
            [*command, (tmp_path / "a.html").as_uri()], check=True, capture_output=True, timeout=60
        )
        saved, typed = read(done.stdout), read(page)
        assert [(type(part), str(part)) for part in saved.parts] == [
            (type(part), str(part)) for part in typed.parts
        ]
