"""Office files: the one guarded door to their packages, and the names of Word's elements.

A package is opened once, in memory, with limits on what it may unpack to; its XML is parsed
without entities, document types or network. Strict OOXML is read as transitional.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import posixpath
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from .errors import (
    CannotRead,
    Cause,
    DamagedFile,
    EmptyFile,
    Encrypted,
    IsAFolder,
    MissingPart,
    NotADocx,
    NotFound,
    OldWordFile,
    UnsafeFile,
    Vanished,
    cause,
)  # fmt: skip

# ECMA-376 part 1 (strict) and part 4 (transitional) name the same things differently.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument|drawingml)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}

MAX_FILE = 256 * 2**20  # bytes on disk
MAX_ENTRIES = 10_000
MAX_PART = 256 * 2**20  # bytes unpacked: a part of a real draft stays under a tenth of this
MAX_PACKAGE = 512 * 2**20
MAX_RATIO = 300  # unpacked to packed, for parts over a mebibyte; real XML stays under 100

_USUAL_MAIN = "word/document.xml"
# All that zipfile and its decompressors raise on a damaged archive; UnicodeDecodeError is a ValueError.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError,
    RuntimeError, ValueError, OverflowError,
)  # fmt: skip
# An entry's name that leaves its folder.
_LEAVES = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER_STREAMS = (("Workbook", "Excel .xls"), ("PowerPoint Document", "PowerPoint .ppt"))
_OTHER_PARTS = (("xl/", "Excel .xlsx"), ("ppt/", "PowerPoint .pptx"), ("content.xml", "OpenDocument"))
_KINDS = (
    (b"%pdf", "PDF"), (b"{\\rtf", "RTF"), (b"<html", "HTML"), (b"<!doctype html", "HTML"), (b"<?xml", "XML"),
    (b"\x89png", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"rar!", "RAR"), (b"7z\xbc\xaf", "7-Zip"),
)  # fmt: skip


def name(prefixed: str) -> str:
    """`"w:p"` as lxml writes it: the namespace in braces."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another; `target` is a part's name, or an address where `external`."""

    kind: str  # the last piece of the type: "styles", "footnotes", "image"
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """An opened package. `shown` names it in messages; `sha256` is over the whole file."""

    shown: str
    sha256: str
    archive: zipfile.ZipFile

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self.archive.namelist())

    @cached_property
    def main(self) -> str:
        """The name of the main document part, wherever the package's relationships put it.

        Raises NotADocx for the package of another program, MissingPart where there is none.
        """
        for relationship in self.relationships("").values():
            part = self._there(relationship)
            if relationship.kind == "officeDocument" and part is not None:
                if part.startswith(("xl/", "ppt/")):
                    break
                return part
        for start, kind in _OTHER_PARTS:
            if any(entry.startswith(start) for entry in self.names):
                raise NotADocx(self.shown, found=kind)
        if _USUAL_MAIN in self.names:  # relationships lost, document kept
            return _USUAL_MAIN
        if "[Content_Types].xml" not in self.names and not self.relationships(""):
            raise NotADocx(self.shown, found="ZIP")
        raise MissingPart(self.shown, part=_USUAL_MAIN)

    def read(self, part: str) -> bytes:
        """The bytes of `part`. Raises MissingPart, DamagedFile, or UnsafeFile past the limits."""
        try:
            info = self.archive.getinfo(part)
        except KeyError as error:
            raise MissingPart(self.shown, part=part) from error
        try:
            with self.archive.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except _BROKEN as error:
            raise DamagedFile(self.shown, part=part) from error
        # The declared size can lie: what really came out counts.
        if len(data) > MAX_PART or (len(data) > 2**20 and len(data) > MAX_RATIO * max(info.compress_size, 1)):
            raise UnsafeFile(self.shown, reason=f"zip: {part}")
        return data

    def xml(self, part: str) -> etree._Element:
        """The root element of `part`, strict names turned into transitional ones."""
        return parse(self.read(part), shown=self.shown, part=part)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """By id, those of `part`; of the package itself for `""`. Read once."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    @cached_property
    def _relationships(self) -> dict[str, dict[str, Relationship]]:
        return {}

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.names:
            return {}
        found = {}
        for element in self.xml(rels).iter(name("rel:Relationship")):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relationship(kind, target, external)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The first part of `kind` ("styles") that `part` relates to and that is there."""
        for relationship in self.relationships(part).values():
            if relationship.kind == kind and (found := self._there(relationship)) is not None:
                return found
        return None

    def _there(self, relationship: Relationship) -> str | None:
        """The part a relationship points at, if it is there; case does not count (ECMA-376-2)."""
        if relationship.external:
            return None
        target = relationship.target
        return target if target in self.names else self._by_lower.get(target.lower())

    @cached_property
    def _by_lower(self) -> dict[str, str]:
        return {entry.lower(): entry for entry in self.archive.namelist()}


def parse(data: bytes, *, shown: str, part: str) -> etree._Element:
    """The root of an XML part. Raises DamagedFile; UnsafeFile where it declares a document type."""
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    if b"<!DOCTYPE" in data[:8192].replace(b"\0", b""):  # in UTF-16 too
        raise UnsafeFile(shown, reason=f"DOCTYPE: {part}")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True, collect_ids=False,  # nothing is looked up by xml:id
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(shown, part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeFile(shown, reason=f"DOCTYPE: {part}")
    return root


def chosen(alternate: etree._Element) -> etree._Element:
    """Of `mc:AlternateContent` one branch, since all say the same: the first with text, else the first."""
    branches = [branch for branch in alternate if branch.tag in _BRANCHES]
    with_text = (branch for branch in branches if next(branch.iter(_T), None) is not None)
    return next(with_text, branches[0] if branches else alternate)


def body_paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    """Every `w:p` that `Paragraph.index` counts, in that order, from 0 at the start of the body.

    Cells are included, and rows, cells and paragraphs that a view leaves out; text boxes and notes
    are not; of `mc:AlternateContent` one branch. `parent` is the `w:body`, or any block in it.
    """
    for element in parent:
        tag = element.tag
        if tag == _P:
            yield element
        elif tag == _ALTERNATE:
            yield from body_paragraphs(chosen(element))
        elif len(element):
            yield from body_paragraphs(element)


def body_tables(parent: etree._Element) -> Iterator[etree._Element]:
    """Every `w:tbl` that `Cell.table` counts, in that order: nested ones too, those in text boxes not."""
    for element in parent:
        if element.tag == _ALTERNATE:
            yield from body_tables(chosen(element))
        elif element.tag != _P:
            if element.tag == _TBL:
                yield element
            yield from body_tables(element)


_P, _T, _TBL, _ALTERNATE = map(name, ("w:p", "w:t", "w:tbl", "mc:AlternateContent"))
_BRANCHES = frozenset(map(name, ("mc:Choice", "mc:Fallback")))


def open_package(path: Path, *, shown: str | None = None) -> Package:
    """The package at `path`, checked before anything is unpacked.

    Raises NotFound, Vanished, IsAFolder, CannotRead, EmptyFile, Encrypted, OldWordFile, NotADocx,
    DamagedFile or UnsafeFile. The file is read once and closed again.
    """
    label = shown or str(path)
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise NotFound(label) from error
    except OSError as error:
        raise CannotRead(label, reason=cause(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise IsAFolder(label)
    if not stat.S_ISREG(status.st_mode):  # a pipe or device might never end
        raise CannotRead(label, reason=Cause.NOT_REGULAR)
    if status.st_size > MAX_FILE:
        raise UnsafeFile(label, reason=Cause.TOO_LARGE)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Vanished(label) from error
    except OSError as error:
        raise CannotRead(label, reason=cause(error)) from error
    return open_bytes(data, shown=label)


def open_bytes(data: bytes, *, shown: str) -> Package:
    """As `open_package`, for a file already in memory."""
    if not data:
        raise EmptyFile(shown)
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise Encrypted(shown)
        for stream, kind in _OTHER_STREAMS:
            if stream.encode("utf-16-le") in data:
                raise NotADocx(shown, found=kind)
        raise OldWordFile(shown)
    if not data.startswith(b"PK"):
        raise NotADocx(shown, found=_kind(data))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise DamagedFile(shown, part="zip") from error
    _check(archive, shown)
    return Package(shown, hashlib.sha256(data).hexdigest(), archive)


def _kind(data: bytes) -> str:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for start, kind in _KINDS:
        if head.startswith(start):
            return kind
    return Cause.BINARY if b"\0" in head else "TXT"


def _check(archive: zipfile.ZipFile, shown: str) -> None:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > MAX_ENTRIES:
        raise UnsafeFile(shown, reason=Cause.TOO_MANY_PARTS)
    if any(info.flag_bits & 0x1 for info in infos):
        raise Encrypted(shown)
    if sum(info.file_size for info in infos) > MAX_PACKAGE:
        raise UnsafeFile(shown, reason=Cause.TOO_LARGE)
    for entry in names:
        if _LEAVES.search(entry):
            raise UnsafeFile(shown, reason=f"zip: {entry}")
    if len(set(names)) != len(names):
        raise UnsafeFile(shown, reason=Cause.REPEATED_NAME)
