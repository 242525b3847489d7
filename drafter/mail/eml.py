"""Internet messages: RFC 5322 and MIME, as Python's `email` parses them, → `MailMessage` and back."""

from __future__ import annotations

import hashlib
import re
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.encoders import encode_base64
from email.errors import MessageError
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.utils import collapse_rfc2231_value

from drafter.errors import Cause, DamagedFile, SealedMail, UnsafeFile

from .message import MAX_DEPTH, MAX_PARTS, Attachment, MailMessage, MailText

_SHOWN = ("From", "Sent", "Date", "To", "Cc", "Subject")
_ENCODED = re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?\n]*)\?=")
_SEALS = frozenset(
    ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
)
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_Part = Message  # of whatever kind


def read_eml(data: bytes, *, shown: str) -> MailMessage:
    """The message in `data`. Raises DamagedFile, SealedMail, UnsafeFile past the limits
    of parts."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        return _EmlReading(shown).mail(message)
    except (
        MessageError,
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
    ) as error:
        # what the parser of fields raises on hostile ones: see its issues in CPython
        raise DamagedFile(shown, part="MIME") from error


class _EmlReading:
    """The parts of one message, gone through once."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._bodies: list[MailText] = []
        self._attachments: list[Attachment] = []
        self._pictures = 0
        self._parts = 0

    def mail(self, message: _Part) -> MailMessage:
        self._take(message, 0, inline=False)
        raw = {name.lower(): value for name, value in reversed([*message.raw_items()])}
        fields = ((name, _decoded(str(raw.get(name.lower(), "")))) for name in _SHOWN)
        told = tuple((name, " ".join(value.split())) for name, value in fields if value.strip())
        return MailMessage(told, tuple(self._bodies), tuple(self._attachments), self._pictures)

    def _take(self, part: _Part, depth: int, *, inline: bool) -> None:
        self._parts += 1
        if self._parts > MAX_PARTS or depth > MAX_DEPTH:
            raise UnsafeFile(
                self._shown, reason=Cause.TOO_MANY_PARTS if depth <= MAX_DEPTH else Cause.TOO_DEEP
            )
        kind = part.get_content_type()
        if kind == "message/rfc822" and part.is_multipart():
            self._attach(_named(part) or "", _message(part), kind)
        elif kind == "multipart/alternative" and part.is_multipart():
            self._take(_best(part), depth + 1, inline=inline)
        elif part.is_multipart():
            related = kind == "multipart/related"
            for place, below in enumerate(_below(part)):
                self._take(below, depth + 1, inline=inline or (related and place > 0))
        else:
            self._leaf(part, kind, inline=inline)

    def _leaf(self, part: _Part, kind: str, *, inline: bool) -> None:
        if kind in _SEALS:
            return
        if kind in _SEALED and part.get_param("smime-type") != "signed-data":
            raise SealedMail(self._shown)
        name, data = _named(part), _payload(part)
        is_attached = part.get_content_disposition() == "attachment" or bool(name)
        if inline and not is_attached and kind.startswith("text/"):
            return  # what a page is made of beside its text: styles, frames
        if kind in ("text/plain", "text/html") and not is_attached:
            flowed = str(part.get_param("format", "")).lower() == "flowed"
            joined = str(part.get_param("delsp", "")).lower() == "yes"
            charset = part.get_content_charset()
            self._bodies.append(MailText(data, kind == "text/html", charset, flowed, joined))
        elif (
            kind.startswith("image/")
            and part.get_content_disposition() != "attachment"
            and (inline or "Content-ID" in part)
        ):
            self._pictures += 1
        elif data or is_attached:
            self._attach(name or "", data, kind)

    def _attach(self, name: str, data: bytes, kind: str) -> None:
        self._attachments.append(Attachment(name, data, kind))


def _best(part: _Part) -> _Part:
    """Of several forms of one text the last that is read here (RFC 2046, 5.1.4: the richest stands last)."""
    forms = list(_below(part))
    known = [
        form
        for form in forms
        if form.is_multipart() or form.get_content_type() in ("text/plain", "text/html")
    ]
    return next((form for form in reversed(known) if _says(form)), (known or forms or [part])[-1])


def _says(part: _Part) -> bool:
    """Whether anything stands in a form of the text."""
    return any(_payload(leaf).strip() for leaf in part.walk() if not leaf.is_multipart())


def _below(part: _Part) -> Iterator[_Part]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (each for each in payload if isinstance(each, Message))


def _payload(part: _Part) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _message(part: _Part) -> bytes:
    inner = next(_below(part), None)
    return b"" if inner is None else inner.as_bytes(policy=policy.compat32)


def _named(part: _Part) -> str | None:
    """The name of an attached file, by RFC 2231 or as older programs write it, in the form of a field."""
    said = part.get_param("filename", None, "content-disposition") or part.get_param("name")
    if said is None:
        return None
    return _decoded(collapse_rfc2231_value(said) if isinstance(said, tuple) else said).strip()


def _decoded(value: str) -> str:
    """A field with its encoded words (RFC 2047). Blanks between two of them are none; a letter may be cut in
    two by programs that fold by bytes. Bytes that were not encoded are UTF-8, else Windows-1252."""
    made, at, charset, kept = "", 0, "", b""
    for word in _ENCODED.finditer(value):
        between = value[at : word.start()]
        at = word.end()
        if between.strip() or (at and charset != word[1].lower()):
            made, kept = made + _piece(kept, charset), b""
        if between.strip() or not charset:
            made += _plain(between)
        charset = word[1].lower()
        kept += _bytes(word[2].lower(), word[3])
    return made + _piece(kept, charset) + _plain(value[at:])


def _bytes(way: str, said: str) -> bytes:
    raw = said.encode("ascii", "surrogateescape")
    if way == "q":
        return a2b_qp(raw.replace(b"_", b" "), header=True)
    try:
        return a2b_base64(raw + b"=" * (-len(raw) % 4))
    except BinasciiError:
        return raw


def _piece(said: bytes, charset: str) -> str:
    try:
        return said.decode(charset.partition("*")[0] or "ascii")  # RFC 2231, 5: a language behind "*"
    except (LookupError, ValueError):
        return _unsaid(said)


def _plain(value: str) -> str:
    try:
        return _unsaid(value.encode("ascii", "surrogateescape"))
    except UnicodeEncodeError:
        return value


def _unsaid(said: bytes) -> str:
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:
        return said.decode("cp1252", "replace")


def written(mail: MailMessage) -> bytes:
    """`mail` as an Internet message: equal messages give equal bytes."""
    digest = hashlib.sha256(repr(mail.fields).encode("utf-8", "replace"))
    for data in (*(body.data for body in mail.bodies), *(each.data for each in mail.attachments)):
        digest.update(data)
    made = MIMEMultipart(boundary=f"=_{digest.hexdigest()[:24]}")
    for name, value in mail.fields:
        made[name] = Header(value, "utf-8", maxlinelen=990).encode()
    for body in mail.bodies:
        part = _encoded("text/html" if body.html else "text/plain", body.data)
        if body.charset is not None:
            part.set_param("charset", body.charset)
        made.attach(part)
    for each in mail.attachments:
        part = _encoded(each.kind if each.kind.count("/") == 1 else "application/octet-stream", each.data)
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", each.name))
        made.attach(part)
    return made.as_bytes(policy=policy.compat32)


def _encoded(kind: str, data: bytes) -> MIMEBase:
    main, _, sub = kind.partition("/")
    if main in ("message", "multipart"):  # as a file, not as parts of this message
        main, sub = "application", "octet-stream"
    part = MIMEBase(main, sub)
    part.set_payload(data)
    encode_base64(part)
    return part
