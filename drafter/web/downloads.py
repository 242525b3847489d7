"""Downloads: what the browser keeps as a file, under the name that an official would give it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from starlette.responses import Response

from drafter.language.normal import unaccented

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA = {
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".json": "application/json",
    ".zip": "application/zip",
    ".png": "image/png",
}
_OTHER = "application/octet-stream"
# RFC 8187, attr-char: what need not be written as %XX.
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`|~")
# What no Windows file can be called by, and what ends or steers a header.
_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
# A page of ours in a frame: its own styles, and nothing else; no script, no form, no cookie.
FRAMED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"


def download(data: bytes, name: str) -> Response:
    """A file to be kept as `name`."""
    return Response(data, media_type=media_of(name), headers={"Content-Disposition": disposition(name)})


def shown(data: bytes, name: str) -> Response:
    """A file to be looked at where it stands: a PDF, a picture, a page in a frame."""
    headers = {"Content-Disposition": disposition(name, kind="inline")}
    if media_of(name).startswith("text/html"):
        headers["Content-Security-Policy"] = FRAMED
    return Response(data, media_type=media_of(name), headers=headers)


def media_of(name: str) -> str:
    return MEDIA.get(PurePosixPath(name).suffix.lower(), _OTHER)


def disposition(name: str, *, kind: str = "attachment") -> str:
    """RFC 6266: the name in full for browsers of today, and without its marks for those before."""
    whole = file_name(name)
    plain = unaccented(whole).encode("ascii", "replace").decode().replace("?", "_")
    quoted = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in whole.encode())
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quoted}"


def file_name(name: str) -> str:
    """`name` as every system can hold it."""
    return _REFUSED.sub("-", name).strip(" .") or "drafter"
