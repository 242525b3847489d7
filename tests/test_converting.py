"""Files of other office programs, read by way of LibreOffice; what is told where it is not there."""

import io
import json
import re
import shutil
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from drafter.errors import NotConverted
from drafter.intake import office as offices
from drafter.intake import read_source, source_of
from drafter.intake.converting import converted
from drafter.intake.office import LibreOffice, office
from drafter.model import Grid, Manuscript, Sheet, Source
from drafter.readers import opened
from drafter.readers.comments import read_comment_file
from drafter.readers.docx import read_docx
from tests.commands import part, run
from tests.workbench import desk

ROOT = Path(__file__).parents[1]
FILES, OFFICIAL = ROOT / "tests/data/office", ROOT / "tests/data/official"
LETTER = ROOT / "comments/so-tai-chinh.docx"
FORM = ROOT / "comments/so-giao-duc-va-dao-tao.xlsx"
LINES = (
    "SỞ Y TẾ",
    "Kính gửi: Ban soạn thảo",
    "1. Đề nghị bỏ khoản 9 mục IV.",
    "2. Thống nhất các nội dung còn lại.",
)
SAME = 0.99  # of the words


def rtf(*lines: str) -> bytes:
    """As a program writes it that knows nothing but the standard: every letter beyond ASCII as its number."""
    said = (re.sub(r"[^\x00-\x7f]", lambda one: rf"\u{ord(one[0])}?", line) for line in lines)
    return (r"{\rtf1\ansi\uc1 " + r"\par ".join(said) + r"\par}").encode()


def odt(*lines: str) -> bytes:
    """The least that OpenDocument asks for."""
    urn, kind = "urn:oasis:names:tc:opendocument:xmlns", "application/vnd.oasis.opendocument.text"
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{urn}:office:1.0" xmlns:text="{urn}:text:1.0" o:version="1.3">'
            f"<o:body><o:text>{body}</o:text></o:body></o:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{urn}:manifest:1.0">{entries}</m:manifest>'
        )
    return out.getvalue()


@pytest.fixture(scope="module")
def read() -> dict[str, Source]:
    """Every file once, as LibreOffice makes it, in as few runs as there are formats."""
    sources = [
        read_source(path, shown=path.name)
        for path in sorted(FILES.iterdir())
        if path.suffix not in (".md", ".docx")
    ]
    sources.append(read_source(OFFICIAL / "nd30-2020-phuluc3.doc", shown="nd30.doc"))
    sources += [source_of(rtf(*LINES), "tay.rtf"), source_of(odt(*LINES), "tay.odt")]
    damaged = (FILES / "cong-van.doc").read_bytes()
    sources.append(source_of(damaged[:12000] + bytes(2000) + damaged[14000:], "hong.doc"))
    made = converted(sources, office())
    assert isinstance(made.pop(), NotConverted)
    assert all(isinstance(each, Source) for each in made)
    return {
        source.shown: each for source, each in zip(sources, made, strict=False) if isinstance(each, Source)
    }


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+|[^\w\s]", unicodedata.normalize("NFC", text)))


def manuscript(source: Source) -> Manuscript:
    return read_docx(opened(source))


def said(source: Source) -> Counter[str]:
    """The words of a Word file, automatic numbers and notes too."""
    return words(" ".join(f"{one.marker or ''} {one.text} {' '.join(note.text for note in one.notes)}"
                          for one in manuscript(source).paragraphs))  # fmt: skip


def kept(found: Counter[str], wanted: Counter[str]) -> float:
    """The share of the wanted words that were found, less what was made up."""
    return 1 - ((wanted - found).total() + (found - wanted).total()) / wanted.total()


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("name", ["cong-van.doc", "cong-van.rtf", "cong-van.odt"])
def test_a_letter_of_another_program_says_what_its_docx_says(read: dict[str, Source], name: str) -> None:
    assert kept(said(read[name]), said(read_source(LETTER))) >= SAME
    sheet = read_comment_file(read[name])
    assert sheet.sha256 == read_source(FILES / name).sha256 and sheet.path == name
    told = "converted-doc" if name.endswith(".doc") else "converted"
    assert told in {notice.code for notice in sheet.notices}


@pytest.mark.office
@pytest.mark.slow
def test_a_doc_that_word_wrote_says_what_its_docx_says(read: dict[str, Source]) -> None:
    assert kept(said(read["nd30.doc"]), said(read_source(OFFICIAL / "nd30-2020-phuluc3.docx"))) >= SAME


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("name", ["tay.rtf", "tay.odt"])
def test_what_is_written_by_the_letter_of_the_standard_is_read(read: dict[str, Source], name: str) -> None:
    assert [one.text for one in manuscript(read[name]).paragraphs if one.text] == [*LINES]


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("name", ["phieu.ods", "phieu.xls"])
def test_a_form_of_another_program_has_the_cells_of_its_xlsx(read: dict[str, Source], name: str) -> None:
    def cells(sheet: Sheet) -> list[list[str]]:
        grids = [part for part in sheet.parts if isinstance(part, Grid)]
        return [[" ".join(b.text for b in cell) for cell in row] for grid in grids for row in grid.rows]

    assert cells(read_comment_file(read[name])) == cells(read_comment_file(read_source(FORM)))


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("name", ["ban-sua.doc", "ban-sua.rtf", "ban-sua.odt"])
def test_tracked_changes_and_the_margin_come_with_a_copy(read: dict[str, Source], name: str) -> None:
    found, wanted = manuscript(read[name]), manuscript(read_source(FILES / "ban-sua.docx"))
    assert {(each.op, each.text, each.author) for each in found.revisions} == {
        (each.op, each.text, each.author) for each in wanted.revisions
    }
    assert [(each.text, each.quote) for each in found.annotations] == [
        (each.text, each.quote) for each in wanted.annotations
    ]
    if not name.endswith(".rtf"):  # into which LibreOffice writes "S? T? pháp" as who wrote in the margin
        assert [each.author for each in found.annotations] == [each.author for each in wanted.annotations]


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "told"), [("vi", "Hãy cài LibreOffice"), ("en", "Install it")])
def test_where_libreoffice_is_missing_a_line_says_how_to_get_it_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, told: str
) -> None:
    monkeypatch.setattr(offices, "office", lambda: None)
    some = part(tmp_path)
    before = json.loads(run(some, "comments", "--json").stdout)
    for name in ("cong-van.doc", "phieu.ods"):
        shutil.copy(FILES / name, some / "comments")
    result = run(some, "--lang", lang, "comments", "--json")
    lines = [line for line in result.stderr.splitlines() if line.startswith("comments/")]
    assert result.exit_code == 3 and json.loads(result.stdout)["comments"] == before["comments"]
    assert [line.partition(":")[0] for line in lines] == ["comments/cong-van.doc", "comments/phieu.ods"]
    assert all(told in line and "drafter doctor" in line for line in lines)
    assert ".docx" in lines[0] and ".xlsx" in lines[1]


@pytest.mark.office
@pytest.mark.slow
def test_a_doc_is_converted_once_for_the_page_and_every_command_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is sent to the page, read there in the child that may start no program, and named as it was sent."""
    root = part(tmp_path)
    someone = desk(root)
    answer = someone.client.post(
        "/files/send",
        data={"csrf": someone.csrf, "kind": ""},
        files=[("files", ("Công văn.doc", (FILES / "cong-van.doc").read_bytes()))],
    )
    assert answer.status_code == 200 and (root / "comments" / "Công văn.doc").is_file()
    monkeypatch.setattr(offices, "office", lambda: None)
    result = run(root, "comments", "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert "Công văn.doc" in {letter["path"] for letter in found["agencies"]}
    assert any(notice["code"] == "converted-doc" for notice in found["notices"])


def test_a_program_that_dies_of_one_file_takes_no_other_with_it(tmp_path: Path) -> None:
    """A stand-in for LibreOffice that gives up at the first file of a run that it cannot read."""
    program = tmp_path / "soffice"
    program.write_text(
        "#!/bin/sh\nout=; for word; do case $word in */out) out=$word;; *.doc) grep -q good $word || exit 139"
        '; mkdir -p $out; cp $word "$out/$(basename $word .doc).docx";; esac; done\n'
    )
    program.chmod(0o755)
    made = LibreOffice(str(program)).converted(
        [b"good 1", b"bad", b"good 2"], ".doc", "docx:MS Word 2007 XML"
    )
    assert made == [b"good 1", None, b"good 2"]


def test_a_strict_workbook_says_what_the_transitional_one_says() -> None:
    """Excel saves "Strict Open XML" on demand (ISO/IEC 29500-1): the same, under other names."""
    usual_home, strict_home = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    names = {
        usual_home + b"spreadsheetml/2006/main": strict_home + b"spreadsheetml/main",
        usual_home + b"officeDocument/2006/relationships": strict_home + b"officeDocument/relationships",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(FORM) as usual, zipfile.ZipFile(out, "w") as strict:
        for part in usual.namelist():
            data = usual.read(part)
            for usually, strictly in names.items():
                data = data.replace(usually, strictly)
            strict.writestr(part, data)
            assert b"spreadsheetml/2006/main" not in data
    found = read_comment_file(source_of(out.getvalue(), FORM.name))
    assert found.parts == read_comment_file(read_source(FORM)).parts
