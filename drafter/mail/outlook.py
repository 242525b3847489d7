"""Messages of Outlook: MS-OXMSG, a compound file whose streams are properties, → `MailMessage`."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from drafter.errors import Cause, DamagedFile, UnsafeFile

from .eml import written
from .message import MAX_PARTS, Attachment, MailMessage, MailText
from .rich import unpacked

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0"
_MOST = 256 * 2**20  # bytes of all streams that are read
_DEEPEST = 3  # messages within messages
_TEXT, _TEXT_8, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"

# MS-OXPROPS: ids of properties.
_SUBJECT, _SENDER, _SENDER_AT, _TO, _CC, _BODY, _HTML = "0037", "0C1A", "5D01", "0E04", "0E03", "1000", "1013"
_SENDER_AT_OLD = "0C1F"
_SENT, _DELIVERED, _PAGE_HTML, _PAGE_TEXT = 0x0039, 0x0E06, 0x3FDE, 0x3FFD
_DATA, _LONG_NAME, _SHORT_NAME, _TITLE, _KIND, _CONTENT_ID = "3701", "3707", "3704", "3001", "370E", "3712"
_RTF, _HIDDEN = "1009", 0x7FFE
_ENTRY = struct.Struct("<HHI8s")  # type, id, flags, value
_HEADS = {"": 32, "embedded": 24, "attachment": 8}  # bytes before the entries (MS-OXMSG 2.4.1)
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_WINDOWS, _UTF_8, _ASCII = 1252, 65001, 20127
_BROKEN = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    struct.error,
    RecursionError,
    OverflowError,
)


def is_outlook(data: bytes) -> bool:
    """Whether these bytes are a compound file that holds a message."""
    return data.startswith(_OLE) and _PROPERTIES.encode("utf-16-le") in data


def read_outlook(data: bytes, *, shown: str) -> MailMessage:
    """The message in `data`. Raises DamagedFile, or UnsafeFile past the limits of parts and sizes."""
    import olefile  # few files are of this kind

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as opened:
            return _OutlookReading(opened, shown).mail((), 0)
    except _BROKEN as error:
        raise DamagedFile(shown, part="MSG") from error


@dataclass(frozen=True, slots=True)
class _Storage:
    """One storage of the file: properties of text or bytes by id and type, those of fixed length by id."""

    streams: dict[tuple[str, str], tuple[str, ...]]
    fixed: dict[int, bytes]

    def number(self, id: int) -> int:
        return int.from_bytes(self.fixed.get(id, b"")[:4], "little")


class _OutlookReading:
    """A compound file, each of its streams read once."""

    def __init__(self, opened: Any, shown: str) -> None:
        self._opened, self._shown = opened, shown
        self._room = _MOST
        self._names = [tuple(path) for path in opened.listdir(streams=True, storages=True)]
        if len(self._names) > MAX_PARTS * 20:
            raise UnsafeFile(shown, reason=Cause.TOO_MANY_PARTS)

    def mail(self, at: tuple[str, ...], depth: int) -> MailMessage:
        """The message whose storage is `at`."""
        if depth > _DEEPEST:
            raise UnsafeFile(self._shown, reason=Cause.TOO_DEEP)
        here = self._storage(at, "embedded" if at else "")
        bodies = tuple(self._bodies(here))
        attached = [self._attached(each, here, depth) for each in self._attachments(at)]
        rich = [] if bodies or (_RTF, _BINARY) not in here.streams else [self._rich(here)]
        return MailMessage(
            tuple(self._fields(here)),
            bodies,
            (*rich, *(each for each in attached if each is not None)),
            sum(each is None for each in attached),
        )

    def _storage(self, at: tuple[str, ...], kind: str) -> _Storage:
        streams: dict[tuple[str, str], tuple[str, ...]] = {}
        for path in self._names:
            name = path[-1]
            if path[:-1] == at and name.lower().startswith("__substg1.0_") and len(name) == 20:
                streams[name[12:16].upper(), name[16:20].upper()] = path
        fixed: dict[int, bytes] = {}
        if (*at, _PROPERTIES) in self._names:
            data = self._read((*at, _PROPERTIES))[_HEADS[kind] :]
            for _, id, _, value in _ENTRY.iter_unpack(data[: len(data) // _ENTRY.size * _ENTRY.size]):
                fixed.setdefault(id, value)
        return _Storage(streams, fixed)

    def _read(self, path: tuple[str, ...]) -> bytes:
        self._room -= self._opened.get_size(list(path))
        if self._room < 0:
            raise UnsafeFile(self._shown, reason=Cause.TOO_LARGE)
        data: bytes = self._opened.openstream(list(path)).read()
        return data

    def _text(self, here: _Storage, id: str) -> str:
        if (id, _TEXT) in here.streams:
            return self._read(here.streams[id, _TEXT]).decode("utf-16-le", "replace").rstrip("\0")
        if (id, _TEXT_8) in here.streams:
            data = self._read(here.streams[id, _TEXT_8]).rstrip(b"\0")
            return data.decode(_charset(here.number(_PAGE_TEXT)) or "cp1252", "replace")
        return ""

    def _fields(self, here: _Storage) -> Iterator[tuple[str, str]]:
        name, address = self._text(here, _SENDER), self._text(here, _SENDER_AT)
        address = address or self._text(here, _SENDER_AT_OLD)
        sender = f"{name} <{address}>" if "@" in address and address != name else name or address
        sent = here.fixed.get(_SENT) or here.fixed.get(_DELIVERED)
        found = (
            ("From", sender),
            ("Date", _day(sent) if sent else ""),
            ("To", self._text(here, _TO)),
            ("Cc", self._text(here, _CC)),
            ("Subject", self._text(here, _SUBJECT)),
        )
        return ((field, " ".join(value.split())) for field, value in found if value.strip())

    def _bodies(self, here: _Storage) -> Iterator[MailText]:
        html = next(
            (
                here.streams[_HTML, kind]
                for kind in (_BINARY, _TEXT, _TEXT_8)
                if (_HTML, kind) in here.streams
            ),
            None,
        )
        if html is not None:
            data = self._read(html)
            page = _charset(here.number(_PAGE_HTML))
            data, page = (data, "utf-16-le") if html[-1].upper().endswith(_TEXT) else (data, page)
            if data.strip(b"\0\r\n "):
                yield MailText(data.rstrip(b"\0") if page != "utf-16-le" else data, True, page)
                return
        text = self._text(here, _BODY)
        if text.strip():
            yield MailText(text.encode("utf-8", "surrogatepass"), False, "utf-8")

    def _rich(self, here: _Storage) -> Attachment:
        """The text of a message that some programs keep as rich text alone: a file like those attached."""
        return Attachment("message.rtf", unpacked(self._read(here.streams[_RTF, _BINARY])), "text/rtf")

    def _attachments(self, at: tuple[str, ...]) -> list[tuple[str, ...]]:
        found = sorted(
            {path[: len(at) + 1] for path in self._names if path[: len(at)] == at and len(path) > len(at)}
        )
        made = [path for path in found if path[-1].lower().startswith("__attach_version1.0_")]
        if len(made) > MAX_PARTS:
            raise UnsafeFile(self._shown, reason=Cause.TOO_MANY_PARTS)
        return made

    def _attached(self, at: tuple[str, ...], parent: _Storage, depth: int) -> Attachment | None:
        """None for a picture that stands in the text."""
        here = self._storage(at, "attachment")
        if _PAGE_TEXT not in here.fixed and _PAGE_TEXT in parent.fixed:
            here.fixed[_PAGE_TEXT] = parent.fixed[_PAGE_TEXT]
        names = (self._text(here, id) for id in (_LONG_NAME, _SHORT_NAME, _TITLE))
        name, kind = next(filter(None, names), ""), self._text(here, _KIND)
        if (_DATA, _OBJECT) in here.streams:
            inner = here.streams[_DATA, _OBJECT]
            if (*inner, _PROPERTIES) not in self._names:  # an object that is no message: a drawing, a table
                return None
            named = name if name.lower().endswith(".eml") else f"{name or 'message'}.eml"
            return Attachment(named, written(self.mail(inner, depth + 1)), "message/rfc822")
        if kind.startswith("image/") and (self._text(here, _CONTENT_ID) or here.number(_HIDDEN)):
            return None
        data = self._read(here.streams[_DATA, _BINARY]) if (_DATA, _BINARY) in here.streams else b""
        return Attachment(name, data, kind)


def _charset(page: int) -> str | None:
    """The name by which Python knows a code page of Windows."""
    if not page:
        return None
    return {_UTF_8: "utf-8", _ASCII: "ascii", 1200: "utf-16-le", 28591: "latin-1"}.get(page, f"cp{page}")


def _day(value: bytes) -> str:
    """A moment in intervals of 100 ns since 1601, as the field Date writes it."""
    steps = int.from_bytes(value, "little")
    try:
        return format_datetime(_EPOCH + timedelta(microseconds=steps // 10))
    except OverflowError:
        return ""
