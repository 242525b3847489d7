"""PDFs as programs print them, scans, and what is wrong with some: the same comments as in the Word files."""

import io
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from drafter.analyses.comments import letters
from drafter.errors import DrafterError
from drafter.intake import read_source
from drafter.intake.paper import tesseract
from drafter.language.words import words
from drafter.model import Block, Grid, Letter, Sheet
from drafter.readers.comments import read_comment_file
from drafter.workspace.kept import Kept
from drafter.workspace.papers import Papers
from tests.commands import SAMPLE, part, run
from tests.printing import bound, by_browser, by_hand, by_office, one_page, scan
from tests.workbench import desk

LETTERS = SAMPLE / "comments"
OFFICIAL = Path(__file__).parent / "data" / "official"
_RULED = re.compile("[_—]+")  # lines that are drawn with signs
HELLO = b"BT /F 14 Tf 85 700 Td (De nghi bo sung cum tu hoan thien vao khoan 2 Dieu 3.) Tj ET"


def sheet(path: Path) -> Sheet:
    return read_comment_file(Papers().of(read_source(path, shown=path.name)))


def refused(data: bytes, folder: Path, name: str = "a.pdf") -> DrafterError:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(DrafterError) as found:
        sheet(path)
    return found.value


def body(read: Sheet) -> list[str]:
    """The lines outside the edges, those of a merged cell once."""
    found: dict[int, str] = {}
    for each in read.parts:
        cells = [[each]] if isinstance(each, Block) else [cell for row in each.rows for cell in row]
        for block in (block for cell in cells for block in cell if not block.edge):
            found.setdefault(id(block), f"{block.mark or ''} {block.text}".strip())
    return list(found.values())


def share(said: Sheet, printed: Sheet) -> float:
    """The share of the words of one that stand in the same order in the other."""
    one, other = ([word for line in body(each) for word in words(line)] for each in (said, printed))
    one, other = ([unicodedata.normalize("NFC", word) for word in each] for each in (one, other))
    same = sum(
        block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    )
    return same / len(one)


def said(found: tuple[Letter, ...]) -> list[tuple[object, ...]]:
    return [
        (letter.agency, letter.number, letter.date, letter.stance, comment.text, comment.cited, comment.quote)
        for letter in found
        for comment in letter.comments
    ]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The letters of the sample and a resolution as LibreOffice prints them."""
    files = [
        path for path in LETTERS.glob("*.docx") if "du-thao" not in path.stem and "dự thảo" not in path.stem
    ]
    copy = next(LETTERS.glob("ubnd-thi-xa*.docx"))
    return by_office([*files, copy, OFFICIAL / "nq57-nqtw.docx"], tmp_path_factory.mktemp("printed"))


@pytest.mark.slow
@pytest.mark.office
def test_a_printed_letter_says_what_the_word_file_says(printed: dict[str, Path]) -> None:
    known = [stem for stem in printed if (LETTERS / f"{stem}.docx").exists() and "du-thao" not in stem]
    assert len(known) >= 7
    for stem in known:
        word, paper = sheet(LETTERS / f"{stem}.docx"), sheet(printed[stem])
        assert share(word, paper) >= 0.99, stem
        assert said(letters(paper)) == said(letters(word)), stem
        assert letters(paper)[0].words.closes, stem


@pytest.mark.slow
@pytest.mark.office
def test_the_words_of_a_long_document_come_back_in_order(printed: dict[str, Path]) -> None:
    word, paper = sheet(OFFICIAL / "nq57-nqtw.docx"), sheet(printed["nq57-nqtw"])
    assert share(word, paper) >= 0.99
    assert abs(len(body(word)) - len(body(paper))) <= 2
    assert said(letters(paper)) == said(letters(word)) and letters(paper)[0].words.closes


@pytest.mark.slow
@pytest.mark.office
def test_a_printed_copy_of_a_draft_and_a_printed_draft_are_refused(
    printed: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "comments").mkdir()
    (tmp_path / "drafts").mkdir()
    for draft in (SAMPLE / "drafts").iterdir():
        (tmp_path / "drafts" / draft.name).write_bytes(draft.read_bytes())
    copy = next(path for stem, path in printed.items() if stem.startswith("ubnd-thi-xa"))
    (tmp_path / "comments" / "a.pdf").write_bytes(copy.read_bytes())
    (tmp_path / "comments" / "b.pdf").write_bytes(printed["so-noi-vu"].read_bytes())
    found = run(tmp_path, "comments", "--json")
    assert found.exit_code == 3 and "a.pdf: là bản sao của" in found.stderr
    assert '"path": "b.pdf"' in found.stdout
    (tmp_path / "drafts" / "c.pdf").write_bytes(copy.read_bytes())
    found = run(tmp_path, "outline", str(tmp_path / "drafts" / "c.pdf"))
    assert found.exit_code == 3 and "(nội dung là PDF)" in found.stderr and "bản Word" in found.stderr


FORM = """<style>body{{font:14pt 'Liberation Serif'}} table{{border-collapse:collapse;width:100%}}
td,th{{border:1px solid;padding:3pt;vertical-align:top}} div{{text-align:center}}
.two{{display:flex;justify-content:space-between}}
</style><div class=two><div>UBND TỈNH HÀ TĨNH<br><b>SỞ NỘI VỤ</b></div>
<div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b><br>
<i>Hà Tĩnh, ngày 09 tháng 3 năm 2021</i></div></div>
<p style="text-align:center">Kính gửi: Sở Thông tin và Truyền thông.</p>
<p>Sở Nội vụ góp ý như sau:</p>
<table><thead><tr><th>TT<th>Nội dung dự thảo<th>Ý kiến góp ý</thead>{rows}</table>
<p>Sở Nội vụ kính gửi./."""


@pytest.mark.slow
@pytest.mark.browser
def test_a_form_that_a_browser_prints_over_pages_is_one_table(tmp_path: Path) -> None:
    cells = [
        [
            str(n),
            f"Khoản {n} mục III",
            f"Đề nghị bổ sung từ số {n}" + ", cho phù hợp với thực tế của tỉnh" * 5 + ".",
        ]
        for n in range(1, 30)
    ]
    rows = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in cells)
    read = sheet(by_browser(FORM.format(rows=rows), tmp_path))
    (grid,) = (each for each in read.parts if isinstance(each, Grid))
    found = [[" ".join(block.text for block in cell) for cell in row] for row in grid.rows]
    assert found == [["TT", "Nội dung dự thảo", "Ý kiến góp ý"], *([c.strip() for c in row] for row in cells)]
    lines = [each.text for each in read.parts if isinstance(each, Block) and not each.edge]
    assert lines == [
        "UBND TỈNH HÀ TĨNH", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Hà Tĩnh, ngày 09 tháng 3 năm 2021", "Kính gửi: Sở Thông tin và Truyền thông.",
        "Sở Nội vụ góp ý như sau:", "Sở Nội vụ kính gửi./.",
    ]  # fmt: skip
    (letter,) = letters(read)
    assert letter.agency == "Sở Nội vụ" and len(letter.comments) == 29 and letter.words.closes


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.scans
def test_a_scan_is_recognised_once_and_its_comments_are_for_a_person_to_see(
    printed: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "so-noi-vu.png"
    scan(printed["so-noi-vu"]).save(path, dpi=(200, 200))
    word, read = sheet(LETTERS / "so-noi-vu.docx"), sheet(path)
    one, other = (_RULED.sub("", unicodedata.normalize("NFC", " ".join(body(each)))) for each in (word, read))
    assert Levenshtein.distance(one, other) / len(one) <= 0.03
    assert {notice.code for notice in read.notices} - {"doubtful-words"} == {"recognised"}
    home = tmp_path / "home"
    home.mkdir()
    source = read_source(path, shown="a.png")
    paper = Papers(Kept(home)).of(source).paper
    monkeypatch.setenv("PATH", "")  # whoever asked for Tesseract again would not find it
    tesseract.program.cache_clear()
    again = Papers(Kept(home)).of(read_source(path, shown="b.png")).paper
    assert paper and again and (again.pages, again.path) == (paper.pages, "b.png")
    (letter,) = letters(read)
    assert letter.words.closes and len(letter.comments) == 4 and all(c.review for c in letter.comments)


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.scans
def test_of_a_pdf_with_pages_of_both_kinds_only_the_scans_are_recognised(
    printed: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "hai-phan.pdf"
    path.write_bytes(bound(printed["so-tai-chinh"], scan(printed["so-noi-vu"])))
    read = sheet(path)
    (told,) = (notice for notice in read.notices if notice.code != "doubtful-words")
    pages = len(body(sheet(printed["so-tai-chinh"])))
    assert told.code == "recognised" and told.detail.isdecimal() and min(read.recognised) > pages - 2
    review = [comment.review for letter in letters(read) for comment in letter.comments]
    assert review == sorted(review) and set(review) == {False, True}


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.scans
def test_the_page_of_a_recognised_comment_shows_the_scan_beside_its_words(
    printed: dict[str, Path], tmp_path: Path
) -> None:
    root = part(tmp_path)
    for path in (root / "comments").iterdir():
        path.unlink()
    scan(printed["ubnd-huyen-huong-khe"], dpi=120).save(root / "comments" / "huong-khe.png", dpi=(120, 120))
    at = desk(root)
    assert '<img src="/comments/1/scan/0.png"' in at.get("/comments/1")
    image = Image.open(io.BytesIO(at.client.get("/comments/1/scan/0.png").content))
    assert image.format == "PNG" and image.width > 3 * image.height  # some lines as wide as the page
    darkest, lightest = image.getextrema()
    assert darkest < 60 < 200 < lightest  # letters on paper
    assert at.client.get("/comments/1/scan/9.png").status_code == 404


@pytest.fixture
def _bare(monkeypatch: pytest.MonkeyPatch) -> object:
    """A machine on which Tesseract is not installed."""
    monkeypatch.setenv("PATH", "")
    tesseract.program.cache_clear()
    yield
    tesseract.program.cache_clear()


@pytest.mark.slow
@pytest.mark.usefixtures("_bare")
def test_without_tesseract_a_scan_is_told_with_its_remedy(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("L", (600, 800), 255).save(data, "PNG")
    assert refused(data.getvalue(), tmp_path, "a.png").code == "scanned"
    assert refused(bound(Image.new("L", (600, 800), 90)), tmp_path).code == "scanned"
    text = tmp_path / "text.pdf"
    text.write_bytes(one_page(HELLO))
    found = refused(bound(text, Image.new("L", (600, 800), 90)), tmp_path)
    assert (found.code, found.facts["pages"]) == ("scanned-pages", "2")


LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00><00>]" % (
    b"41" * 32,
    b"42" * 32,
)
FAULTY = {
    "a password": (one_page(HELLO, trailer=LOCKED), "encrypted-pdf"),
    "the end is missing": (one_page(HELLO)[:-60], "cut-off"),
    "only the beginning": (b"%PDF-1.7\n" + b"\0" * 500 + b"%%EOF", "cut-off"),
    "nothing printed": (one_page(b" "), "blank"),
    "very many pages": (one_page(HELLO, times=3000), "unsafe"),
    "pages that lead back": (by_hand([b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]), "cut-off"),
}  # fmt: skip


@pytest.mark.few
@pytest.mark.parametrize("fault", FAULTY)
def test_a_pdf_that_cannot_be_read_is_one_line(fault: str, tmp_path: Path) -> None:
    data, code = FAULTY[fault]
    assert refused(data, tmp_path).code == code


@pytest.mark.slow
@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\xff\xd8\xff" + b"\1" * 99, b"II*\0" + b"\xff" * 50]
)
def test_a_damaged_picture_is_one_line(data: bytes, tmp_path: Path) -> None:
    assert refused(data, tmp_path, "a.png").code == "cut-off"


@pytest.mark.slow
def test_a_picture_of_too_many_dots_is_not_unpacked(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(data, "PNG")
    assert refused(data.getvalue(), tmp_path, "a.png").code in ("unsafe", "cut-off", "scanned")


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"q " * 20_000_000, HELLO * 60_000], ids=["states", "texts"])
def test_a_page_that_unpacks_to_very_much_is_read_or_refused_within_its_limits(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(one_page(content))
    try:
        sheet(path)
    except DrafterError as error:
        assert error.code in ("unreadable", "too-slow", "unsafe", "blank", "scanned", "not-recognised")


@pytest.mark.slow
def test_notes_on_the_pages_are_told(tmp_path: Path) -> None:
    note = b"/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Xem lai) >>]"
    path = tmp_path / "a.pdf"
    path.write_bytes(one_page(HELLO, more=note))
    read = sheet(path)
    assert [(notice.code, notice.detail) for notice in read.notices] == [("paper-notes", "1")]
    assert body(read) == ["De nghi bo sung cum tu hoan thien vao khoan 2 Dieu 3."]
