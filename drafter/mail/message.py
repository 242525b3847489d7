"""A message in neutral form, whichever program kept it."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_PARTS = 1000  # of one message: a mail with a hundred letters is far below
MAX_DEPTH = 40  # of parts in parts


@dataclass(frozen=True, slots=True)
class MailText:
    """A stretch of what is read in the message itself. `charset` as the message declares it, if it does;
    `flowed`: lines that end in a space go on in the next (RFC 3676), `joined`: without that space."""

    data: bytes = field(repr=False)
    html: bool = False
    charset: str | None = None
    flowed: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; `name` as its sender called it, "" where it has none. `kind`: its
    declared type, `"application/pdf"`."""

    name: str
    data: bytes = field(repr=False)
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MailMessage:
    """A message. `fields`: those that a mail program shows above it, in its order, decoded. `pictures`: how
    many pictures stand in the text itself and are no attachments."""

    fields: tuple[tuple[str, str], ...]
    bodies: tuple[MailText, ...]
    attachments: tuple[Attachment, ...]
    pictures: int = 0
