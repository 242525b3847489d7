"""Archives: a .zip in which letters were sent → its files, each within limits, under the name it was given.

Names of members are UTF-8 where the archive says so. Older programs of Vietnamese Windows wrote them in the
code page of the system, and others in UTF-8 without a word: a name is read in the first of these that makes
Vietnamese of it, else as the DOS code page that the format names (APPNOTE 6.3.10, D).
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from drafter.errors import (
    Cause,
    CutFile,
    DamagedFile,
    DrafterError,
    EmptyFile,
    LockedMember,
    PassedOver,
    UnsafeFile,
)
from drafter.language.syllables import marked_words, share
from drafter.opc import FileFormat, format_named, format_of
from drafter.opc.package import BROKEN, MAX_RATIO

MAX_MEMBERS = 5_000
MAX_MEMBER = 256 * 2**20  # bytes unpacked: as large as a file may be that lies in the folder
_LONGEST, _LONGEST_PATH = 255, 4096  # signs
MAX_TOTAL = 512 * 2**20  # bytes unpacked of all members

_PACKED = (
    (b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"\x1f\x8b", "GZIP"), (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\0", "XZ"), (b"MSCF", "CAB"),
)  # fmt: skip
_F = FileFormat
_TEXTS = frozenset((_F.TEXT, _F.CSV, _F.MARKDOWN, _F.HTML, _F.JSON, _F.XML))
_APPLE = b"\0\5\x16\7"  # AppleDouble: what macOS keeps beside each file
_NO_DOCUMENTS = frozenset((_F.BINARY, _F.EMPTY))
_LEAVES = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|\0")
_LITTER = re.compile(
    r"(?:^|/)(?:__macosx/|\.(?!\.?/)|~\$|thumbs\.db$|desktop\.ini$)|\.(?:tmp|bak|crdownload|part)$",
    re.IGNORECASE,
)
_UTF_8_FLAG, _LOCKED = 0x800, 0x1
_UNICODE_PATH = 0x7075  # extra field: the name in UTF-8, with a checksum of the other (APPNOTE 4.6.9)
_SURE = 0.85  # of the marked words of a name that are Vietnamese


@dataclass(frozen=True, slots=True)
class PackedEntry:
    """A file in an archive: its name with "/", and what it holds, or why it is left out."""

    name: str
    data: bytes = b""
    failure: DrafterError | None = None


@dataclass(slots=True)
class Room:
    """What may still be unpacked of one file, whatever lies within what in it."""

    members: int = MAX_MEMBERS
    bytes: int = MAX_TOTAL


def packed_as(data: bytes) -> str | None:
    """What kind of archive that is not opened here these bytes are: `"RAR"`; None for anything else."""
    if data[257:262] == b"ustar":
        return "TAR"
    return next((kind for head, kind in _PACKED if data.startswith(head)), None)


def entries(data: bytes, shown: str, room: Room) -> Iterator[PackedEntry]:
    """The files of a zip in its order, but for what systems leave in folders. One at fault stops no other.
    What is unpacked is taken from `room`.

    Raises EmptyFile, CutFile, UnsafeFile where there are too many members.
    """
    if not data:
        raise EmptyFile(shown)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise CutFile(shown) from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        room.members -= len(infos)
        if room.members < 0:
            raise UnsafeFile(shown, reason=Cause.TOO_MANY_PARTS)
        seen: set[str] = set()
        for info in infos:
            name = _name(info)
            litter = bool(_LITTER.search(name))
            made = _entry(archive, info, name, shown, room.bytes, repeated=name in seen)
            seen.add(name)
            room.bytes -= len(made.data)
            if not litter:
                yield made
            elif found := document_in(made.data, name):
                yield PackedEntry(name, failure=PassedOver(f"{shown}/{_inside(name)}", found=found.value))


def document_in(data: bytes, name: str) -> FileFormat | None:
    """What a file that is named as litter holds, where it is a document: a text where its name says so."""
    if data.startswith(_APPLE):
        return None
    found = format_of(data, name)
    if found in _TEXTS:
        return found if data.strip() and format_named(name.removesuffix("#")) in _TEXTS else None
    return None if found in _NO_DOCUMENTS else found


def _entry(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, shown: str, room: int, *, repeated: bool
) -> PackedEntry:
    at = f"{shown}/{_inside(name)}"
    if _LEAVES.search(name):
        return PackedEntry(_inside(name), failure=UnsafeFile(at, reason=f"zip: {name}".replace("\0", "")))
    if repeated:
        return PackedEntry(name, failure=UnsafeFile(at, reason=Cause.REPEATED_NAME))
    mode = info.external_attr >> 16 if info.create_system == 3 else 0
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):  # a link, a device
        return PackedEntry(name, failure=UnsafeFile(at, reason=Cause.NOT_REGULAR))
    if info.flag_bits & _LOCKED:
        return PackedEntry(name, failure=LockedMember(at))
    most = min(MAX_MEMBER, room)
    if info.file_size > most:
        return PackedEntry(name, failure=UnsafeFile(at, reason=Cause.TOO_LARGE))
    try:
        with archive.open(info) as stream:
            data = stream.read(most + 1)
    except BROKEN:
        return PackedEntry(name, failure=DamagedFile(at, part="ZIP"))
    if len(data) > most or (len(data) > 2**20 and len(data) > MAX_RATIO * max(info.compress_size, 1)):
        return PackedEntry(name, failure=UnsafeFile(at, reason=Cause.TOO_LARGE))
    return PackedEntry(name, data)


def _inside(name: str) -> str:
    """A name without what would lead out of its folder."""
    parts = (part for part in re.split(r"[/\0]", name) if part not in ("", ".", ".."))
    return "/".join(part.rstrip(":") for part in parts) or "?"


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member as its sender saw it, composed (NFC), with "/"."""
    name = info.orig_filename
    if not info.flag_bits & _UTF_8_FLAG:
        name = _unicode_path(info) or _guessed(name)
    return shortened(normalize("NFC", name.replace("\\", "/")).removeprefix("./"))


def shortened(name: str) -> str:
    """A name as long as systems have them at most: of a longer part, or whole, the middle is left out."""
    parts = (part if len(part) <= _LONGEST else f"{part[:120]}…{part[-100:]}" for part in name.split("/"))
    whole = "/".join(parts)
    return whole if len(whole) <= _LONGEST_PATH else f"{whole[:2000]}…{whole[-2000:]}"


def _unicode_path(info: zipfile.ZipInfo) -> str | None:
    extra = info.extra
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(field) > 5 and field[0] == 1:
            raw = info.orig_filename.encode("cp437", "replace")
            if struct.unpack_from("<L", field, 1)[0] == zlib.crc32(raw):
                return field[5:].decode("utf-8", "replace")
    return None


def _guessed(name: str) -> str:
    """A name of which nobody says the encoding; zipfile takes it for the DOS code page."""
    if name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "cp1258"):
        try:
            read = normalize("NFC", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or (marked_words(read) and share(read) >= _SURE):
            return read
    return name
