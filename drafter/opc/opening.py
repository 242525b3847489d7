"""Opening: the one guarded door to Office files, with limits on what they may unpack to."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

from drafter.errors import Cause, CutFile, EmptyFile, Encrypted, NotADocx, OldWordFile, UnsafeFile

from .package import BROKEN, Package

MAX_ENTRIES = 10_000
MAX_PACKAGE = 512 * 2**20  # bytes unpacked

# An entry's name that leaves its folder.
_LEAVES = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER_STREAMS = (("Workbook", "Excel .xls"), ("PowerPoint Document", "PowerPoint .ppt"))
_KINDS = (
    (b"%pdf", "PDF"), (b"{\\rtf", "RTF"), (b"<html", "HTML"), (b"<!doctype html", "HTML"), (b"<?xml", "XML"),
    (b"\x89png", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"rar!", "RAR"), (b"7z\xbc\xaf", "7-Zip"),
)  # fmt: skip


def open_package(data: bytes, *, shown: str, sha256: str | None = None) -> Package:
    """The package in `data`, checked before anything is unpacked; `shown` names it in messages.

    `sha256` spares counting it again. Raises EmptyFile, Encrypted, OldWordFile, NotADocx, CutFile
    or UnsafeFile.
    """
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
    except BROKEN as error:
        raise CutFile(shown) from error
    _check(archive, shown)
    return Package(shown, sha256 or hashlib.sha256(data).hexdigest(), archive)


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
