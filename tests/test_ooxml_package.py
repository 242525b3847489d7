"""The one door to office files: what it lets in, and how it names what it does not."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from drafter.errors import (
    CutFile,
    DamagedFile,
    DrafterError,
    EmptyFile,
    Encrypted,
    MissingPart,
    NotADocx,
    NotFound,
    OldWordFile,
    UnsafeFile,
)
from drafter.wording.errors import sentence
from tests.docx_builder import docx, members, p, pack, part
from tests.inputs import open_package, read_docx

OFFICIAL = Path(__file__).parent / "data" / "official"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(path: Path) -> DrafterError:
    with pytest.raises(DrafterError) as caught:
        read_docx(path)
    for lang in ("vi", "en"):
        told = sentence(caught.value, lang)
        assert told.startswith(str(path)) and "\n" not in told and "{" not in told
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind", "found"),
    [
        (b"", EmptyFile, None),
        (b"%PDF-1.7\n", NotADocx, "PDF"),
        (b"{\\rtf1 }", NotADocx, "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", NotADocx, "HTML"),
        (b"\xff\xd8\xff\xe0", NotADocx, "JPEG, PNG, TIFF"),
        ("Kính gửi".encode(), NotADocx, "text"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Encrypted, None),
        (OLE + "WordDocument".encode("utf-16-le"), OldWordFile, None),
        (OLE + "Workbook".encode("utf-16-le"), NotADocx, "Excel 97–2003 .xls"),
        (b"PK\x03\x04 cut off", CutFile, None),
    ],
)
def test_what_is_no_docx_is_named(tmp_path: Path, data: bytes, kind: type, found: str | None) -> None:
    path = tmp_path / "Công văn.docx"
    path.write_bytes(data)
    error = refused(path)
    assert type(error) is kind
    assert error.facts.get("found") == found


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "không có.docx"), NotFound)


def test_a_true_doc_is_an_old_word_file() -> None:
    assert isinstance(refused(OFFICIAL / "nd30-2020-phuluc3.doc"), OldWordFile)


def test_a_package_without_its_document_lacks_a_part(tmp_path: Path) -> None:
    content = members(p("Điều 1."))
    del content["word/document.xml"]
    assert isinstance(refused(pack(tmp_path / "a.docx", content)), MissingPart)


@pytest.mark.parametrize(
    ("name", "found"),
    [("xl/workbook.xml", "Excel .xlsx"), ("content.xml", "OpenDocument"), ("ảnh.txt", "ZIP")],
)
def test_another_zip_is_no_docx(tmp_path: Path, name: str, found: str) -> None:
    error = refused(pack(tmp_path / "a.docx", {name: "<a/>"}))
    assert isinstance(error, NotADocx) and error.facts["found"] == found


def test_the_document_may_stand_anywhere(tmp_path: Path) -> None:
    read = read_docx(docx(tmp_path, p("Điều 1."), main="noi/khac/van-ban.xml"))
    assert [one.text for one in read.paragraphs] == ["Điều 1."]


def test_strict_names_are_read_as_transitional(tmp_path: Path) -> None:
    content = members(p("Điều 1."), styles="")
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, text in content.items()
    }
    read = read_docx(pack(tmp_path / "a.docx", strict))
    assert [one.text for one in read.paragraphs] == ["Điều 1."]


@pytest.mark.parametrize(
    "doctype",
    ['<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">'],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(tmp_path: Path, doctype: str, encoding: str) -> None:
    text = part("w:document", "<w:body/>").replace('"UTF-8"?>', f'"{encoding}"?>{doctype}')
    content = members() | {"word/document.xml": text.encode(encoding)}
    assert isinstance(refused(pack(tmp_path / "a.docx", content)), UnsafeFile)


def test_xml_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    content = members(p("Điều 1."))
    content["word/document.xml"] = content["word/document.xml"][:-20]
    error = refused(pack(tmp_path / "a.docx", content))
    assert isinstance(error, DamagedFile) and error.facts["part"] == "word/document.xml"


def test_a_wrong_checksum_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members(p("Điều một")).items():
            archive.writestr(name, data)
    path.write_bytes(path.read_bytes().replace("Điều một".encode(), "Điều hai".encode()))
    assert isinstance(refused(path), DamagedFile)


@pytest.mark.parametrize("entry", ["../../ngoài.txt", "/etc/cron", "C:\\Windows\\a", "a\\..\\..\\b"])
def test_names_that_leave_the_package_are_refused(tmp_path: Path, entry: str) -> None:
    path = pack(tmp_path / "a.docx", members(p("Điều 1.")))
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = entry
        archive.writestr(info, "x")
    assert isinstance(refused(path), UnsafeFile)


def test_a_repeated_member_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.docx", members(p("Điều 1.")))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", part("w:document", "<w:body/>"))
    assert isinstance(refused(path), UnsafeFile)


@pytest.mark.slow
def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = part("w:document", f"<w:body>{' ' * 40_000_000}</w:body>")
    assert isinstance(refused(pack(tmp_path / "a.docx", members() | {"word/document.xml": bomb})), UnsafeFile)


def test_a_declared_size_past_the_limit_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.docx", members(p("Điều 1.")))
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (2**31).to_bytes(4, "little")
    path.write_bytes(data)
    assert isinstance(refused(path), UnsafeFile)


@pytest.mark.slow
def test_too_many_members_are_refused(tmp_path: Path) -> None:
    many = {f"customXml/{at}.xml": "" for at in range(10_001)}
    assert isinstance(refused(pack(tmp_path / "a.docx", members(p("Điều 1.")) | many)), UnsafeFile)


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    import hashlib

    path = docx(tmp_path, p("Điều 1."))
    assert open_package(path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
