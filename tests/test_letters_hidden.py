"""What a letter in Word or as a web page holds that is not read: words that nobody sees, pictures."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.drawing.image import Image as SheetPicture
from PIL import Image as PillowImage

from drafter.analyses.comments import letters
from drafter.analyses.comments.counting import unread_words
from drafter.intake import read_source, source_of
from drafter.model import FrameKind, Letter, Sheet
from drafter.readers.comments import read_comment_file
from drafter.workspace import Workspace
from tests.docx_builder import cell, docx, p, r, row, table

HEAD = ("SỞ TÀI CHÍNH", "Kính gửi: Ban soạn thảo")
WANTED = ["Đề nghị bỏ khoản 9 mục IV.", "Đề nghị bổ sung lộ trình."]
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_BLIP = '<a:graphic><a:graphicData><a:blip r:embed="rId9"/></a:graphicData></a:graphic>'


def picture(wide: float, high: float) -> str:
    """A picture of so many centimetres."""
    extent = f'<wp:extent cx="{int(wide * 360000)}" cy="{int(high * 360000)}"/>'
    return f"<w:r><w:drawing><wp:inline {_WP}>{extent}{_BLIP}</wp:inline></w:drawing></w:r>"


def old_picture(wide: float, high: float) -> str:
    style = f"width:{wide}cm;height:{high}cm"
    return f'<w:r><w:pict><v:shape style="{style}"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>'


def read(folder: Path, *more: str) -> Sheet:
    first, second = (p(f"{n}. {text}") for n, text in enumerate(WANTED, 1))
    path = docx(folder / "gop-y.docx", *map(p, HEAD), first, *more, second)
    sheet = read_comment_file(read_source(path, shown="gop-y.docx"))
    assert not unread_words(sheet)
    return sheet


def page(more: str, style: str = "", around: str = "") -> Sheet:
    first, second = WANTED
    body = f"<p>{HEAD[1]}</p><p>1. {first} {more}</p><p>2. {second}</p>"
    html = f"<html><head><style>{style}</style></head><body {around}>{body}</body></html>"
    sheet = read_comment_file(source_of(html.encode(), "gop-y.html"))
    assert not unread_words(sheet)
    return sheet


def told(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [(notice.code, notice.place, notice.detail) for notice in sheet.notices]


def only(sheet: Sheet) -> Letter:
    (letter,) = letters(sheet)
    assert letter.words.closes
    return letter


def unseen(letter: Letter) -> list[str]:
    return [piece.text.strip() for piece in letter.frame if piece.kind is FrameKind.HIDDEN]


LOOKS = {
    "hidden": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "white on white": '<w:color w:val="ffffff"/><w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>',
    "tiny": '<w:sz w:val="2"/>',
}


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_words_of_a_letter_that_nobody_sees_are_told_by_its_name_and_stand_in_the_rest(
    look: str, tmp_path: Path
) -> None:
    sheet = read(tmp_path, p(r("Đề nghị bỏ khoản 1 mục II.", LOOKS[look])))
    assert told(sheet) == [("hidden-text", "gop-y.docx", "26")]
    letter = only(sheet)
    assert [comment.text for comment in letter.comments] == WANTED
    assert unseen(letter) == ["Đề nghị bỏ khoản 1 mục II."]


@pytest.mark.parametrize(
    "shown",
    [
        p(r("3. Bỏ khoản 1.", '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>')),
        p(r("3. Bỏ khoản 1.", '<w:color w:val="FFFFFF"/>'), ppr='<w:shd w:val="clear" w:fill="1F4E79"/>'),
        p(r("3. Bỏ khoản 1.", '<w:sz w:val="12"/>')),
    ],
)
def test_white_words_on_another_ground_are_seen(shown: str, tmp_path: Path) -> None:
    sheet = read(tmp_path, shown)
    assert not sheet.hidden and not told(sheet)


WHITE = r("Đề nghị bỏ khoản 1 mục II.", LOOKS["white"])
TINY = r("Đề nghị bỏ khoản 1 mục II.", LOOKS["tiny"])
_DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>'
_PATTERN = '<w:shd w:val="solid" w:color="1F4E79" w:fill="auto"/>'
_PAPER = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
_STYLED = f"""<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/></w:style>
<w:style w:type="table" w:styleId="Blue">
<w:tblStylePr w:type="firstRow"><w:tcPr>{_DARK}</w:tcPr></w:tblStylePr></w:style>
<w:style w:type="paragraph" w:styleId="Gone"><w:rPr>{LOOKS["white"]}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="GoneToo"><w:basedOn w:val="Gone"/></w:style>
<w:style w:type="character" w:styleId="Dot"><w:rPr>{LOOKS["tiny"]}</w:rPr></w:style>"""


def box(words: str, look: str) -> str:
    """A text box whose shape has properties of its own."""
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:spPr>"
        f"{look}</wps:spPr><wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx></wps:wsp>"
        f"</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def old_box(words: str, look: str) -> str:
    inner = f"<v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape {look}>{inner}</v:shape></w:pict></w:r>"


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


NOBODY_SEES = {
    "in a cell": table(row(cell(p(WHITE)))),
    "tiny in a cell": table(row(cell(p(TINY)))),
    "in a white cell of a dark table": table(row(cell(p(WHITE), tcpr=_PAPER)), tblpr=_DARK),
    "in a table of a plain style": table(row(cell(p(WHITE))), tblpr='<w:tblStyle w:val="Plain"/>'),
    "in a table within a table": table(row(cell(table(row(cell(p(WHITE)))), p()))),
    "in a text box": p(box(WHITE, "")),
    "in a white text box": p(box(WHITE, _filled("FFFFFF"))),
    "tiny in a text box": p(box(TINY, _filled("1F4E79"))),
    "in an old text box": p(old_box(WHITE, "")),
    "by the style of its paragraph": p(r("Đề nghị bỏ khoản 1 mục II."), ppr='<w:pStyle w:val="GoneToo"/>'),
    "by a style of signs": p(r("Đề nghị bỏ khoản 1 mục II.", '<w:rStyle w:val="Dot"/>')),
    "in a note": p("Ghi chú", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
}
SEEN = {
    "in a dark cell": table(row(cell(p(WHITE), tcpr=_DARK))),
    "in a cell with a pattern": table(row(cell(p(WHITE), tcpr=_PATTERN))),
    "in a dark table": table(row(cell(p(WHITE))), tblpr=_DARK),
    "in a table of a style with shades": table(row(cell(p(WHITE))), tblpr='<w:tblStyle w:val="Blue"/>'),
    "in a dark cell around its table": table(row(cell(table(row(cell(p(WHITE)))), p(), tcpr=_DARK))),
    "in a dark text box": p(box(WHITE, _filled("1F4E79"))),
    "in a text box with a picture": p(box(WHITE, "<a:blipFill/>")),
    "in an old dark text box": p(old_box(WHITE, 'fillcolor="#1f4e79 [3204]"')),
}


def read_all(folder: Path, *more: str) -> Sheet:
    path = docx(
        folder / "gop-y.docx", *map(p, HEAD), *(p(f"{n}. {text}") for n, text in enumerate(WANTED, 1)), *more,
        styles=_STYLED, footnotes=f'<w:footnote w:id="2">{p(WHITE)}</w:footnote>',
    )  # fmt: skip
    sheet = read_comment_file(read_source(path, shown="gop-y.docx"))
    assert not unread_words(sheet)
    return sheet


@pytest.mark.parametrize("where", sorted(NOBODY_SEES))
def test_words_that_nobody_sees_are_told_wherever_they_stand(where: str, tmp_path: Path) -> None:
    letter = only(sheet := read_all(tmp_path, NOBODY_SEES[where]))
    assert ("hidden-text", "gop-y.docx", "26") in told(sheet)
    assert unseen(letter) == ["Đề nghị bỏ khoản 1 mục II."]
    assert not any("khoản 1 mục II" in comment.text for comment in letter.comments)


@pytest.mark.parametrize("where", sorted(SEEN))
def test_white_words_before_a_ground_that_may_be_dark_are_read(where: str, tmp_path: Path) -> None:
    letter = only(sheet := read_all(tmp_path, SEEN[where]))
    assert not sheet.hidden and not told(sheet) and not unseen(letter)


@pytest.mark.parametrize("drawn", [picture, old_picture])
@pytest.mark.parametrize(
    ("wide", "high", "large"), [(16, 22, True), (15, 0.9, True), (3, 3, False), (16, 0.1, False)]
)
def test_a_large_picture_is_told_with_the_words_beside_it(
    drawn: object, wide: float, high: float, large: bool, tmp_path: Path
) -> None:
    assert callable(drawn)
    sheet = read(tmp_path, p(drawn(wide, high)))
    assert told(sheet) == ([("pictures", "gop-y.docx", f"“1. {WANTED[0]}”")] if large else [])


WEB = {
    "white": '<span style="color:#fff">{}</span>',
    "white by its font": "<font color=white>{}</font>",
    "on its own colour": '<span style="background-color: rgb(10,20,30); color: #0a141e">{}</span>',
    "no size": '<span style="font-size:0">{}</span>',
    "one dot high": '<div style="font-size: 1px">{}</div>',
    "off the page": '<div style="position:absolute; left:-9999px">{}</div>',
    "drawn aside": '<p style="text-indent: -9999px">{}</p>',
    "seen through": '<span style="opacity:0">{}</span>',
    "shut": '<div style="max-height:0;overflow:hidden">{}</div>',
    "not displayed": '<span style="display:none">{}</span>',
    "by its class": '<span class="an">{}</span>',
}


@pytest.mark.parametrize("how", sorted(WEB))
def test_words_of_a_page_that_nobody_sees_are_told_and_stand_in_the_rest(how: str) -> None:
    words = "Đề nghị bỏ khoản 1 mục II."
    sheet = page(WEB[how].format(words), ".an {color: white}")
    assert [each[:2] for each in told(sheet)] == [("hidden-text", "gop-y.html")]
    letter = only(sheet)
    assert [comment.text for comment in letter.comments] == WANTED and unseen(letter) == [words]


@pytest.mark.parametrize(
    ("more", "style", "around"),
    [
        ('<span style="color:white;background:navy">{}</span>', "", ""),
        ('<span style="font-size:0"><span style="font-size:13pt">{}</span></span>', "", ""),
        ('<span style="color:#eee">{}</span>', "", "bgcolor=black text=white"),
        ('<span style="color:white">{}</span>', "#letter p {background: #123456}", ""),
        ('<span style="color:white">{}</span>', "p {background: url(a.png)}", ""),
        ('<span style="color:#888; font-size:7pt">{}</span>', "", ""),
    ],
)
def test_words_of_a_page_that_may_be_seen_are_read(more: str, style: str, around: str) -> None:
    sheet = page(more.format("Bỏ khoản 1 mục II."), style, around)
    assert not sheet.hidden and not told(sheet)
    assert any("khoản 1" in comment.text for comment in only(sheet).comments)


@pytest.mark.parametrize(
    ("drawn", "large"),
    [
        ('<img src="data:image/png;base64,iVBORw0KGgo=">', True),
        ("<img src=scan.jpg width=600 height=800>", True),
        ("<img src=a.gif width=1 height=1>", False),
        ("<img src=logo.png width=90 height=90>", False),
        ("<svg width=600 height=800><text>Bỏ khoản 1.</text></svg>", False),
    ],
)
def test_a_picture_in_a_page_is_told_with_the_words_before_it(drawn: str, large: bool) -> None:
    assert told(page(drawn)) == ([("pictures", "gop-y.html", f"“1. {WANTED[0]}”")] if large else [])


def test_what_is_struck_at_the_end_of_an_item_in_a_line_of_its_own_and_in_the_frame_is_told_once(
    tmp_path: Path,
) -> None:
    def struck(words: str, *before: str) -> str:
        return p(*before, r(words, "<w:strike/>"))

    lines = [
        struck("đề nghị bỏ D6", "3. Khoản 2 mục IV "),
        struck("và D7", "4. Đề nghị làm rõ khoản 3, "),
        struck("5. Đề nghị bỏ D8 tại khoản 4."),
        struck("- Báo D9;", "Nơi nhận: "),
    ]
    letter = only(read(tmp_path, *lines))
    said = [words for comment in letter.comments for words in comment.struck] + unseen(letter)
    for words in ("đề nghị bỏ D6", "và D7", "5. Đề nghị bỏ D8 tại khoản 4.", "- Báo D9;"):
        assert said.count(words) == 1, words


MARKED = "![Ảnh chụp công văn]({})"
EMBEDDED = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="


def marked(*lines: str) -> Sheet:
    text = "\n\n".join((*HEAD, *lines))
    sheet = read_comment_file(source_of(text.encode(), "gop-y.md"))
    assert not unread_words(sheet)
    return sheet


@pytest.mark.parametrize(
    "drawn",
    [
        MARKED.format("trang-3.png"),
        MARKED.format(EMBEDDED),
        '<img src="trang-3.png">',
        f'<img src="{EMBEDDED}">',
    ],
)
def test_a_picture_in_markdown_is_told_with_the_words_before_it(drawn: str) -> None:
    sheet = marked(f"1. {WANTED[0]}", drawn, f"2. {WANTED[1]}")
    assert told(sheet) == [("pictures", "gop-y.md", f"“{WANTED[0]}”")]
    assert "iVBOR" not in "".join(comment.text for comment in only(sheet).comments)


def png(wide: int, high: int) -> BytesIO:
    """A picture of so many dots."""
    made = BytesIO()
    PillowImage.new("RGB", (wide, high)).save(made, "png")
    return made


def drawn_over(path: Path, *rows: tuple[str, ...]) -> Path:
    """A workbook with a picture in the third row, and a small one below it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Góp ý"
    for cells in rows:
        sheet.append(cells)
    sheet.add_image(SheetPicture(png(400, 300)), "B3")
    sheet.add_image(SheetPicture(png(16, 16)), "B9")
    book.save(path)
    return path


_BOX = (
    "<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>12</xdr:row></xdr:from><xdr:sp><xdr:txBody>"
    "<a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
)


def boxed(path: Path, words: str) -> Path:
    """The workbook with a text box over cell C13."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}
    prefix = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    box = _BOX.format(words).replace("<xdr:twoCellAnchor>", f"<xdr:twoCellAnchor {prefix} {_A}>")
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            if name == "xl/drawings/drawing1.xml":
                end = text.rindex("</")
                text = text[:end] + box + text[end:]
            archive.writestr(name, text.encode("utf-8", "surrogateescape"))
    return path


_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def test_what_is_drawn_over_the_cells_of_a_sheet_is_told(tmp_path: Path) -> None:
    path = drawn_over(tmp_path / "gop-y.xlsx", ("STT", "Nội dung góp ý"), ("1", WANTED[0]))
    sheet = read_comment_file(read_source(boxed(path, WANTED[1]), shown="gop-y.xlsx"))
    assert told(sheet) == [
        ("pictures", "gop-y.xlsx (Góp ý)", f"“{WANTED[0]}”"),
        ("sheet-box", "gop-y.xlsx (Góp ý), C13", WANTED[1]),
    ]


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx", "a.xlsx"])
def test_a_letter_that_is_only_a_picture_says_so(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "comments"
    folder.mkdir()
    if name.endswith("docx"):
        docx(folder / name, p(picture(16, 22)))
    elif name.endswith("xlsx"):
        drawn_over(folder / name)
    else:
        (folder / name).write_text("<html><img src=a.png></html>" if "html" in name else "![](a.png)")
    read = Workspace(tmp_path, report=lambda _: None, reading=True).correspondence()
    assert [problem.code for problem in read.problems] == ["no-comments"]
    assert [notice.code for notice in read.notices] == ["pictures-only"]
