"""Word files that embed other files: every word of those stands in its place, or is told to be left out."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from drafter.intake import read_source
from drafter.model import Manuscript, Sheet
from drafter.readers import opened
from drafter.readers.comments import read_comment_file
from drafter.readers.docx import read_docx
from drafter.workspace.conversions import Conversions
from tests.commands import run
from tests.docx_builder import cell, item, level, lists, members, p, pack, r, relations, row, table

CHUNK = '<w:altChunk r:id="chunk{}"/>'
REL = (
    '<Relationship Id="chunk{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"'
    ' Target="afchunk{}.{}"/>'
)
INSIDE = ("Điều 2. Đối tượng áp dụng", "1. Sở Tài chính chủ trì.")


def holding(
    path: Path, *chunks: tuple[str, str | bytes], before: str = p("Điều 1."), after: str = p("Điều 9.")
) -> Path:
    """A Word file that embeds these parts, suffix and content each, between two paragraphs."""
    content: dict[str, str | bytes] = {
        **members(before, *(CHUNK.format(at) for at, _ in enumerate(chunks)), after)
    }
    links = "".join(REL.format(at, at, suffix) for at, (suffix, _) in enumerate(chunks))
    content["word/_rels/document.xml.rels"] = relations({}).replace(
        "</Relationships>", f"{links}</Relationships>"
    )
    content.update({f"word/afchunk{at}.{suffix}": data for at, (suffix, data) in enumerate(chunks)})
    return pack(path, content)


def embedded(*blocks: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members(*blocks, **parts).items():
            archive.writestr(name, data)
    return out.getvalue()


def read(path: Path) -> Manuscript:
    return read_docx(opened(read_source(path)))


def lines(path: Path) -> list[str]:
    return [f"{one.marker or ''} {one.text}".strip() for one in read(path).paragraphs]


HTML = f"<html><meta charset=utf-8><body><p>{INSIDE[0]}</p><p>{INSIDE[1]}</p></body></html>"
NUMBERED = lists({1: level(0, "decimal", "%1.")}, {1: (1, "")})
MAIL = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    f"--x\nContent-Type: text/html; charset=utf-8\n\n{HTML}\n--x--\n"
)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        ("docx", embedded(*map(p, INSIDE))),
        ("docx", embedded(p(INSIDE[0]), item(INSIDE[1][3:], 1), numbering=NUMBERED)),
        ("html", HTML.encode()),
        ("mht", MAIL.encode()),
        ("txt", "\n".join(INSIDE).encode("utf-8-sig")),
        ("txt", "\n".join(INSIDE).encode("utf-16")),
        ("dat", HTML.encode()),
    ],
)
def test_what_is_embedded_stands_in_its_place(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = holding(tmp_path / "a.docx", (suffix, data))
    assert lines(path) == ["Điều 1.", *INSIDE, "Điều 9."]
    assert not [each for each in read(path).notices if each.code == "alt-chunk"]


def test_a_table_that_is_embedded_keeps_its_cells(tmp_path: Path) -> None:
    wide = cell(p("Chỉ tiêu"), tcpr='<w:gridSpan w:val="2"/>')
    grid = table(row(wide), row(cell(p("Tỷ lệ")), cell(p("90%"))))
    path = holding(tmp_path / "a.docx", ("docx", embedded(grid)))
    found = [
        (one.text, one.cell.row, one.cell.column, one.cell.span) for one in read(path).paragraphs if one.cell
    ]
    assert found == [("Chỉ tiêu", 0, 0, 2), ("Tỷ lệ", 1, 0, 1), ("90%", 1, 1, 1)]


def test_what_cannot_be_read_is_told_and_the_rest_stands(tmp_path: Path) -> None:
    path = holding(
        tmp_path / "a.docx", ("bin", b"\0\1\2\3"), ("txt", "Khoản 2.".encode()), ("docx", b"PK cut off")
    )
    assert lines(path) == ["Điều 1.", "Khoản 2.", "Điều 9."]
    assert [each.code for each in read(path).notices] == ["alt-chunk", "alt-chunk"]


def test_marks_of_what_is_embedded_are_told(tmp_path: Path) -> None:
    added = f'<w:ins w:id="1" w:author="Sở Y tế">{r("mới")}</w:ins>'
    path = holding(tmp_path / "a.docx", ("docx", embedded(p("Khoản ", added))))
    assert lines(path) == ["Điều 1.", "Khoản mới", "Điều 9."]
    assert [(each.code, each.detail) for each in read(path).notices] == [("alt-chunk-marks", "1")]


def test_files_within_files_end_somewhere(tmp_path: Path) -> None:
    data = embedded(p("sâu nhất"))
    for at in range(6):
        data = holding(tmp_path / f"{at}.docx", ("docx", data), before=p(f"lớp {at}"), after="").read_bytes()
    found = lines(tmp_path / "5.docx")
    assert found == ["lớp 5", "lớp 4", "lớp 3", "lớp 2"]


def test_a_letter_loses_no_word_of_what_it_embeds(tmp_path: Path) -> None:
    folder = tmp_path / "comments"
    folder.mkdir()
    letter = ("SỞ TÀI CHÍNH", "Kính gửi: Ban soạn thảo")
    said = (
        "<html><body><p>1. Đề nghị bỏ khoản 9 mục IV.</p><p>2. Đề nghị bổ sung nguồn vốn.</p></body></html>"
    )
    holding(folder / "a.docx", ("html", said.encode()), before="".join(map(p, letter)), after="")
    sheet: Sheet = read_comment_file(read_source(folder / "a.docx"))
    assert sheet.raw is not None and re.search(r"bổ\s+sung\s+nguồn\s+vốn", sheet.raw)
    result = run(tmp_path, "comments")
    assert result.exit_code == 0 and "2 ý kiến trong 1 tệp" in result.stdout


@pytest.mark.office
@pytest.mark.slow
def test_rtf_that_is_embedded_is_read_by_way_of_libreoffice_which_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    said = "".join(rf"\u{ord(letter)}?" for letter in INSIDE[1])
    path = holding(tmp_path / "a.docx", ("rtf", rf"{{\rtf1\ansi\uc1 {said}\par}}".encode()))
    source = Conversions().of(read_source(path))
    assert [one.text for one in read_docx(opened(source)).paragraphs if one.text] == [
        "Điều 1.", INSIDE[1], "Điều 9.",
    ]  # fmt: skip
    assert source.sha256 == read_source(path).sha256 and list(Path().iterdir()) == []
