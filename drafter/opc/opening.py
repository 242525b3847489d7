"""Opening: the one guarded door to Office files, with limits on what they may unpack to."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

from drafter.errors import (
    Cause,
    CutFile,
    DrafterError,
    EmptyFile,
    Encrypted,
    NotADocx,
    OldWordFile,
    UnsafeFile,
)

from .formats import FileFormat, format_of
from .package import BROKEN, Package

MAX_ENTRIES = 10_000
MAX_PACKAGE = 512 * 2**20  # bytes unpacked

# An entry's name that leaves its folder.
_LEAVES = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


def open_package(data: bytes, *, shown: str, sha256: str | None = None) -> Package:
    """The package in `data`, checked before anything is unpacked; `shown` names it in messages.

    `sha256` spares counting it again. Raises EmptyFile, Encrypted, OldWordFile, NotADocx, CutFile
    or UnsafeFile.
    """
    if not data:
        raise EmptyFile(shown)
    if not data.startswith(b"PK"):
        raise _refusal(format_of(data, shown), shown)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise CutFile(shown) from error
    _check(archive, shown)
    return Package(shown, sha256 or hashlib.sha256(data).hexdigest(), archive)


def _refusal(found: FileFormat, shown: str) -> DrafterError:
    """Why what is no package at all cannot be opened."""
    if found is FileFormat.ENCRYPTED:
        return Encrypted(shown)
    if found is FileFormat.DOC:
        return OldWordFile(shown)
    return NotADocx(shown, found=Cause.BINARY if found is FileFormat.BINARY else found.value)


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
