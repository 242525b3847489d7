"""What a file is, by what is in it: real files of the repository under every wrong name, and made ones."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.intake import read_source
from drafter.opc import FileFormat, format_of
from drafter.readers.comments import read_comment_file

ROOT = Path(__file__).parents[1]
OFFICIAL = ROOT / "tests" / "data" / "official"
LETTER = "SỞ TÀI CHÍNH\nKính gửi: Ban soạn thảo\n1. Đề nghị bỏ khoản 9 mục IV.\n"
NAMES = ("a.docx", "a.xlsx", "a.pdf", "a.doc", "a.txt", "a.csv", "a", "a.xyz", "a.html", "a.eml")


def packed(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


CERTAIN = {
    "docx": (next((ROOT / "drafts").glob("*.docx")).read_bytes(), FileFormat.DOCX),
    "xlsx": (next((ROOT / "comments").glob("*.xlsx")).read_bytes(), FileFormat.XLSX),
    "doc": (next(OFFICIAL.glob("*.doc")).read_bytes(), FileFormat.DOC),
    "pdf": (b"\r\n%PDF-1.4\n%\xe2\xe3", FileFormat.PDF),
    "rtf": (b"{\\rtf1\\ansi G\\'f3p}", FileFormat.RTF),
    "odt": (packed(mimetype="application/vnd.oasis.opendocument.text"), FileFormat.ODT),
    "ods": (packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), FileFormat.ODS),
    "zip": (packed(**{"word/gop-y.txt": "x", "b.docx": "y"}), FileFormat.ZIP),
    "xlsb": (packed(**{"[Content_Types].xml": "", "xl/workbook.bin": ""}), FileFormat.XLSB),
    "html": (f"\ufeff<!-- x --><HTML><body>{LETTER}".encode(), FileFormat.HTML),
    "html in utf-16": (f"<html><body>{LETTER}".encode("utf-16"), FileFormat.HTML),
    "word xml": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
                 FileFormat.WORD_XML),
    "excel xml": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
                  FileFormat.EXCEL_XML),
    "mail": (b"Return-Path: <a@x>\r\nFrom: a@x\r\nMIME-Version: 1.0\r\n\r\nx", FileFormat.EML),
    "web archive": (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tb=x\r\n",
                    FileFormat.MHTML),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, FileFormat.PICTURE),
    "nothing": (b"", FileFormat.EMPTY),
}  # fmt: skip


@pytest.mark.parametrize("kind", CERTAIN)
@pytest.mark.parametrize("name", NAMES)
def test_what_a_file_is_does_not_depend_on_its_name(kind: str, name: str) -> None:
    data, wanted = CERTAIN[kind]
    assert format_of(data, name) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.txt", FileFormat.TEXT),
        ("a", FileFormat.TEXT),
        ("a.docx", FileFormat.TEXT),
        ("a.md", FileFormat.MARKDOWN),
        ("a.CSV", FileFormat.CSV),
        ("a.xls", FileFormat.CSV),
        ("a.json", FileFormat.JSON),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_the_name_decides_among_texts(name: str, wanted: FileFormat, encoding: str) -> None:
    assert format_of(LETTER.encode(encoding), name) is wanted


def test_a_mail_that_was_pasted_into_a_text_is_a_text() -> None:
    pasted = "From: Sở Tài chính\nTo: Văn phòng\nSubject: Góp ý\n\nĐề nghị bỏ khoản 9."
    assert format_of(pasted.encode(), "a.txt") is FileFormat.TEXT
    assert format_of(pasted.encode(), "a.eml") is FileFormat.EML


def test_a_word_file_with_a_workbook_in_it_is_a_word_file() -> None:
    inside = packed(**{"[Content_Types].xml": "", "word/document.xml": "", "word/embeddings/a.xlsx": "PK"})
    assert format_of(inside, "a.xlsx") is FileFormat.DOCX


@given(st.binary(max_size=200), st.sampled_from([data for data, _ in CERTAIN.values()]), st.integers(0, 60))
def test_no_bytes_are_too_odd_to_be_something(noise: bytes, real: bytes, at: int) -> None:
    assert isinstance(format_of(noise, "a.docx"), FileFormat)
    assert isinstance(format_of(real[: at * 50] + noise + real[at * 50 : 9000], "a"), FileFormat)


@pytest.mark.parametrize("name", ["so-tai-chinh.xlsx", "so-tai-chinh", "so-tai-chinh.pdf"])
def test_a_letter_under_a_wrong_name_is_read_and_its_name_is_told(tmp_path: Path, name: str) -> None:
    right = ROOT / "comments" / "so-tai-chinh.docx"
    wrong = tmp_path / name
    wrong.write_bytes(right.read_bytes())
    read = read_comment_file(read_source(wrong, shown=name))
    assert read.parts == read_comment_file(read_source(right)).parts
    assert [(each.code, each.place) for each in read.notices] == [("other-format", name)]
