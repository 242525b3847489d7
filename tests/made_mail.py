"""Mails and archives as programs make them, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email import policy
from email.message import EmailMessage

from aspose.email_foss.msg import MapiMessage

WORDS = (
    "Kính gửi: Ban soạn thảo.\n\nSở Tài chính góp ý dự thảo Nghị quyết lần 2 như sau:\n\n"
    "1. Bỏ khoản 9 mục IV.\n2. Đề nghị thay “hằng quý” bằng “hằng năm”.\n\nTrân trọng.\n"
)
WANTED = ["Bỏ khoản 9 mục IV.", "Đề nghị thay “hằng quý” bằng “hằng năm”."]
COVER = "Kính gửi Ban soạn thảo,\n\nSở Tài chính gửi văn bản góp ý kèm theo thư này.\n\nTrân trọng.\n"


def mail(words: str = WORDS, *, html: str = "", attached: Mapping[str, bytes] | None = None) -> EmailMessage:
    """A mail of an agency, with the page `html` as the other form of its words where there is one."""
    made = EmailMessage(policy=policy.SMTP)
    made["From"] = "Sở Tài chính tỉnh <vanthu@stc.example>"
    made["To"] = "Ban soạn thảo <soanthao@example>"
    made["Date"] = "Tue, 03 Dec 2024 09:00:00 +0700"
    made["Subject"] = "Góp ý dự thảo Nghị quyết về chính quyền số, đô thị thông minh và kinh tế số, lần 2"
    made["Message-ID"] = "<1@stc.example>"
    made.set_content(words)
    if html:
        made.add_alternative(html, subtype="html")
    for name, data in (attached or {}).items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def outlook(made: EmailMessage) -> bytes:
    """The same as a message of Outlook (.msg)."""
    with MapiMessage.from_email_message(made) as message:
        written: bytes = message.to_bytes()
        return written


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of files by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def named_in(encoding: str, name: str, data: bytes) -> bytes:
    """A zip with one file whose name is written in the code page of some system, which nothing tells."""
    raw = name.encode(encoding)
    stand_in = "x" * len(raw)
    return zipped({stand_in: data}).replace(stand_in.encode(), raw)
