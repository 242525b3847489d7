"""Containers: files in which letters were sent together; an archive or a mail → the files in it.

Each is named by its path within the container. A zip may lie in a zip, a mail in a zip, a zip in a mail, so
far as the limits of depth go; what lies deeper is told and left out. The message itself of a mail is read
from the mail; here are only its attachments.
"""

from __future__ import annotations

import mimetypes
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from drafter.errors import Cause, DrafterError, EmptyArchive, PackedByOutlook, PackedFile, UnsafeFile
from drafter.language.natural import natural
from drafter.model import Source
from drafter.opc import CONVERTED, FileFormat, format_named, format_of

from .archives import PackedEntry, Room, entries, packed_as, shortened
from .files import source_of

MAX_ARCHIVES = 2  # a zip in a zip
MAX_DEPTH = 3  # of containers in containers
_MAILS = frozenset((FileFormat.EML, FileFormat.MSG))
CONTAINERS = frozenset((FileFormat.ZIP, FileFormat.RAR, FileFormat.SEVEN_ZIP, *_MAILS))
# Files of these names are read whole and told by what is in them; a text of any name may be a mail.
_ALONE = frozenset((*CONVERTED, FileFormat.DOCX, FileFormat.XLSX, FileFormat.PDF, FileFormat.PICTURE))
_OLE = b"\xd0\xcf\x11\xe0"
_TNEF = b"\x78\x9f\x3e\x22"  # [MS-OXTNEF] 2.1.3.2.1

_HEAD = 16384  # bytes
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container: its path there; what it holds, or why it is left out."""

    path: str
    source: Source | None = None
    failure: DrafterError | None = None


def looks_packed(path: Path) -> bool:
    """Whether other files may be in the one at `path`: by its name, else by how it begins. What the system
    refuses is told where the file is read."""
    named = format_named(path.name)
    if named in CONTAINERS or named in _ALONE:
        return named in CONTAINERS
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    begins = format_of(head, path.name)
    return begins in CONTAINERS or head.startswith((b"PK", _OLE, _TNEF)) or packed_as(head) is not None


def is_message(source: Source) -> bool:
    """Whether a file is a mail, which is read itself beside what is attached to it."""
    return format_of(source.bytes, source.shown) in _MAILS


def unpacked(source: Source) -> tuple[Member, ...]:
    """The files in a container, in natural order as in a folder; () for a file that is none.

    Raises what opening it raises: EmptyFile, CutFile, UnsafeFile, DamagedFile, SealedMail, PackedFile,
    PackedByOutlook; EmptyArchive.
    """
    found = _members(source, Room(), archives=0, depth=1)
    return tuple(sorted(found, key=lambda member: natural(member.path)))


def _members(source: Source, room: Room, *, archives: int, depth: int) -> Iterator[Member]:
    _refuse_packed(source)
    found = format_of(source.bytes, source.shown)
    if found is FileFormat.ZIP:
        held = list(_unique(entries(source.bytes, source.shown, room)))
        if not held:
            raise EmptyArchive(source.shown)
        yield from _opened(held, source, room, archives=archives + 1, depth=depth)
    elif found in _MAILS:
        yield from _opened(_attached(source), source, room, archives=archives, depth=depth)


def _refuse_packed(source: Source) -> None:
    """Raises PackedFile for an archive of a kind that is not opened here, PackedByOutlook for a message."""
    if source.bytes.startswith(_TNEF):
        raise PackedByOutlook(source.shown)
    kind = packed_as(source.bytes)
    if kind is not None:
        raise PackedFile(source.shown, found=kind)


def _opened(
    held: Iterable[PackedEntry], source: Source, room: Room, *, archives: int, depth: int
) -> Iterator[Member]:
    """The files of one container, those that are containers opened in turn."""
    for entry in held:
        shown = f"{source.shown}/{entry.name}"
        if entry.failure is not None:
            yield Member(entry.name, failure=entry.failure)
            continue
        inner = source_of(entry.data, shown)
        try:
            _refuse_packed(inner)
            found = format_of(inner.bytes, shown)
            archive, message = found is FileFormat.ZIP, found in _MAILS
            if (archive and archives >= MAX_ARCHIVES) or ((archive or message) and depth >= MAX_DEPTH):
                raise UnsafeFile(shown, reason=Cause.TOO_DEEP)
            below = (
                tuple(_members(inner, room, archives=archives, depth=depth + 1)) if archive or message else ()
            )
        except DrafterError as error:
            yield Member(entry.name, failure=error.at(shown))
            continue
        if not archive:
            yield Member(entry.name, inner)
        for member in below:
            yield Member(f"{entry.name}/{member.path}", member.source, member.failure)


def _attached(source: Source) -> Iterator[PackedEntry]:
    from drafter.mail import read_mail  # with all of the email library

    mail = read_mail(source.bytes, shown=source.shown)
    named = (
        PackedEntry(_name(each.name, each.kind, number), each.data)
        for number, each in enumerate(mail.attachments, 1)
    )
    return _unique(named)


def _name(name: str, kind: str, number: int) -> str:
    """The name of an attachment as one part of a path; where it has none, one by its kind."""
    last = _UNSEEN.sub("", normalize("NFC", re.split(r"[\\/]", name)[-1])).strip()
    if last.strip("."):
        return shortened(last)
    suffix = ".eml" if kind == "message/rfc822" else mimetypes.guess_extension(kind) or ""
    return f"{number}{suffix}"


def _unique(found: Iterable[PackedEntry]) -> Iterator[PackedEntry]:
    """Entries each under a name of its own: a second one of a name gets a number."""
    seen: Counter[str] = Counter()
    for entry in found:
        seen[entry.name] += 1
        if seen[entry.name] == 1:
            yield entry
            continue
        path = PurePosixPath(entry.name)
        name = f"{entry.name.removesuffix(path.suffix)} ({seen[entry.name]}){path.suffix}"
        yield PackedEntry(name, entry.data, entry.failure)
