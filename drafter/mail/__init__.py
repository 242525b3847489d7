"""Mail: messages as mail programs keep them → who wrote, what stands in them, what is attached.

    Internet messages (.eml, RFC 5322 with MIME) and those of Outlook (.msg, MS-OXMSG) → `MailMessage`

The room owns what the parts of a message mean. It takes and gives bytes, never files; nothing in a message is
fetched or run. It may import only `errors`.
"""

from .eml import read_eml, written
from .message import Attachment, MailMessage, MailText
from .outlook import is_outlook, read_outlook

__all__ = ["Attachment", "MailMessage", "MailText", "read_mail", "written"]


def read_mail(data: bytes, *, shown: str) -> MailMessage:
    """The message in `data`; `shown` names it in failures. Raises DamagedFile, UnsafeFile, SealedMail."""
    return read_outlook(data, shown=shown) if is_outlook(data) else read_eml(data, shown=shown)
