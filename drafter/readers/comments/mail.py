"""Letters as mails: the fields that a mail program shows, then the text, plain or as a web page.

What is attached are letters of their own, which `intake` takes out. What a mail program puts around an answer
and the message quoted below it are told apart by `analyses.comments.mail`, as in a mail saved as text.
"""

from __future__ import annotations

from drafter.mail import MailMessage, MailText, read_mail
from drafter.model import Block, Grid, Notice, Sheet, Source

from . import raw, text
from .beside import concealed
from .encodings import decode
from .web_page import page_of

_SIGNATURE = "-- "  # RFC 3676, 4.3: its space joins no lines


def read(source: Source) -> Sheet:
    """The fields and the text of a message. Raises DamagedFile, SealedMail, UnsafeFile, NotText."""
    mail = read_mail(source.bytes, shown=source.shown)
    fields = [f"{name}: {value}" for name, value in mail.fields]
    head = [Block(number, line, edge=True) for number, line in enumerate(fields, 1)]
    return _sheet(source, mail, head, "\n".join(fields))


def read_page(source: Source) -> Sheet:
    """A web page that a browser or Word saved in the form of a mail (.mht), without the fields of that."""
    return _sheet(source, read_mail(source.bytes, shown=source.shown), [], "")


def _sheet(source: Source, mail: MailMessage, head: list[Block], said: str) -> Sheet:
    parts: list[Block | Grid] = list(head)
    words, notices = [said], list[Notice]()
    hidden: list[str] = []
    first = len(head) + 1
    for body in mail.bodies:
        if not body.data.strip(b"\0 \t\r\n"):
            continue
        if body.html:
            page = page_of(body.data, source.shown, charset=body.charset, quoted=bool(head), first=first)
            parts.extend(page.parts)
            words.append(page.raw)
            notices.extend(page.notices)
            hidden.extend(page.hidden)
            first = page.last
        else:
            decoded = decode(body.data, source.shown, declared=body.charset)
            lines = _unflowed(decoded.text, body) if body.flowed else decoded.text.splitlines()
            parts.extend(text.joined(lines, first))
            words.append(raw.of_text(decoded.text))
            notices.extend(decoded.notices)
            first += len(lines)
    if mail.pictures:
        notices.append(Notice("mail-pictures", source.shown, str(mail.pictures)))
    return Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="paragraph" if any(body.html for body in mail.bodies) else "line",
        parts=tuple(parts),
        raw="\n".join(words),
        notices=tuple(dict.fromkeys(notices)),
        hidden=concealed(hidden, first + 1),
    )


def _unflowed(said: str, body: MailText) -> list[str]:
    """The lines as they were typed (RFC 3676, 4.1): one that ends in a space goes on in the next."""
    made: list[str] = []
    goes_on: int | None = None  # signs of a quote before the line that goes on
    for line in said.splitlines():
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        words = bare.removeprefix(" ")
        if goes_on == depth and words != _SIGNATURE:
            made[-1] = made[-1][:-1] + words if body.joined else made[-1] + words
        else:
            made.append(f"{'>' * depth} {words}" if depth else words)
        goes_on = depth if words.endswith(" ") and words != _SIGNATURE else None
    return made
