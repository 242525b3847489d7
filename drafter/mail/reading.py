"""Reading: a message in either form, told by how it begins."""

from __future__ import annotations

from .eml import read_eml
from .message import MailMessage
from .outlook import is_outlook, read_outlook


def read_mail(data: bytes, *, shown: str) -> MailMessage:
    """The message in `data`; `shown` names it in failures. Raises DamagedFile, UnsafeFile, SealedMail."""
    return read_outlook(data, shown=shown) if is_outlook(data) else read_eml(data, shown=shown)
