"""Mail: messages as mail programs keep them → who wrote, what stands in them, what is attached.

    Internet messages (.eml, RFC 5322 with MIME) and those of Outlook (.msg, MS-OXMSG) → `MailMessage`

The room owns what the parts of a message mean. It takes and gives bytes, never files; nothing in a message is
fetched or run. It may import only `errors`.
"""

from typing import TYPE_CHECKING

from drafter.lazy import lazily

if TYPE_CHECKING:
    from .eml import written
    from .message import Attachment, MailMessage, MailText
    from .reading import read_mail

__all__ = ["Attachment", "MailMessage", "MailText", "read_mail", "written"]

__getattr__ = lazily(
    __name__,
    {"eml": "written", "message": "Attachment MailMessage MailText", "reading": "read_mail"},
)
