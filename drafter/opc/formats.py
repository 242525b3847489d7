"""Formats: what a file is, by what is in it; its name decides among texts alone, which look alike.

    %PDF-1.7 … named "a.docx" → pdf;  STT;Ý kiến … named "a.csv" → csv

Magic numbers are those of the formats' own descriptions; zip and OLE files are told apart by what they hold.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath

from drafter.errors import Cause, DrafterError, EmptyFile, Encrypted, UnreadFormat

from .compound import root_streams
from .directory import member_names
from .package import BROKEN

_HEAD = 8192  # bytes of a file that tell what it is
_MANY = 2**20  # bytes of the part of a zip file that says what it is


class FileFormat(StrEnum):
    """What a file is; the value is how it is called to people, where wording has no name for it."""

    DOCX = "Word .docx"  # .docm, .dotx and .dotm too, transitional and strict
    XLSX = "Excel .xlsx"  # .xlsm, .xltx and .xltm too
    XLSB = "Excel .xlsb"
    PPTX = "PowerPoint .pptx"
    DOC = "Word 97–2003 .doc"
    XLS = "Excel 97–2003 .xls"
    PPT = "PowerPoint .ppt"
    WORD_XML = "Word .xml"
    EXCEL_XML = "Excel .xml"
    RTF = "RTF"
    ODT = "OpenDocument .odt"
    ODS = "OpenDocument .ods"
    ODP = "OpenDocument .odp"
    FODT = "OpenDocument .fodt"
    FODS = "OpenDocument .fods"
    PDF = "PDF"
    PICTURE = "JPEG, PNG, TIFF"
    EML = "eml"
    MHTML = "MHTML"
    MSG = "Outlook .msg"
    HTML = "HTML"
    ZIP = "ZIP"
    RAR = "RAR"
    SEVEN_ZIP = "7-Zip"
    CSV = "CSV"
    MARKDOWN = "Markdown"
    JSON = "JSON"
    XML = "XML"
    TEXT = "text"
    ENCRYPTED = "encrypted"  # an Office file behind a password
    BINARY = "binary"  # nothing of these
    EMPTY = "empty"


_F = FileFormat
SUFFIXES: Mapping[str, FileFormat] = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), _F.DOCX), ".doc": _F.DOC, ".dot": _F.DOC,
    ".rtf": _F.RTF, ".odt": _F.ODT, ".ott": _F.ODT, ".fodt": _F.FODT,
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), _F.XLSX), ".xlsb": _F.XLSB, ".xls": _F.XLS,
    ".xlt": _F.XLS, ".ods": _F.ODS, ".ots": _F.ODS, ".fods": _F.FODS,
    ".pptx": _F.PPTX, ".ppt": _F.PPT, ".odp": _F.ODP,
    ".pdf": _F.PDF, **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"), _F.PICTURE),
    ".eml": _F.EML, ".msg": _F.MSG, ".mht": _F.MHTML, ".mhtml": _F.MHTML,
    **dict.fromkeys((".html", ".htm", ".xhtml"), _F.HTML), ".zip": _F.ZIP, ".rar": _F.RAR,
    ".7z": _F.SEVEN_ZIP,
    ".csv": _F.CSV, ".tsv": _F.CSV, ".md": _F.MARKDOWN, ".markdown": _F.MARKDOWN, ".json": _F.JSON,
    ".xml": _F.XML, ".txt": _F.TEXT,
}  # fmt: skip
# What another program can make of a format, of the two that are read part by part, with all that it holds.
CONVERTED: Mapping[FileFormat, FileFormat] = {
    **dict.fromkeys((_F.DOC, _F.RTF, _F.ODT, _F.FODT, _F.WORD_XML), _F.DOCX),
    **dict.fromkeys((_F.XLS, _F.XLSB, _F.ODS, _F.FODS, _F.EXCEL_XML), _F.XLSX),
}
_TEXTS = (_F.CSV, _F.MARKDOWN, _F.JSON, _F.TEXT)
# Under the suffix of a workbook a text is a table: Excel opens such files, and other programs write them.
_AS_TEXT = {**{text: text for text in _TEXTS}, **dict.fromkeys((_F.XLSX, _F.XLSB, _F.XLS, _F.ODS), _F.CSV)}

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"{\\rtf", _F.RTF), (b"Rar!", _F.RAR), (b"7z\xbc\xaf", _F.SEVEN_ZIP),
    (b"\x89PNG", _F.PICTURE), (b"\xff\xd8\xff", _F.PICTURE), (b"II*\0", _F.PICTURE), (b"MM\0*", _F.PICTURE),
    (b"GIF8", _F.PICTURE),
)  # fmt: skip
_BITMAP = re.compile(rb"BM.{4}\0{4}", re.DOTALL)  # "BM" alone begins words
_STREAMS = (  # of OLE files, [MS-DOC] 2.1, [MS-XLS] 2.1, [MS-PPT] 2.1, [MS-OXMSG] 2.1, [MS-OFFCRYPTO] 2.3.4.4
    ("EncryptedPackage", _F.ENCRYPTED), ("__properties_version1.0", _F.MSG), ("WordDocument", _F.DOC),
    ("Workbook", _F.XLS), ("Book", _F.XLS), ("PowerPoint Document", _F.PPT),
)  # fmt: skip
_OPEN_DOCUMENT = (
    (b"opendocument.text", _F.ODT), (b"opendocument.spreadsheet", _F.ODS),
    (b"opendocument.presentation", _F.ODP),
)  # fmt: skip
_TYPES, _MIMETYPE = "[Content_Types].xml", b"mimetype"
_USUAL_MAINS = (("word/document.xml", _F.DOCX), ("xl/workbook.bin", _F.XLSB), ("xl/workbook.xml", _F.XLSX),
                ("ppt/presentation.xml", _F.PPTX))  # fmt: skip
_MAINS = (  # content types of main parts, as ECMA-376 and Microsoft name them
    (re.compile(rb"(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabledTemplate"
                rb"|ms-word\.(?:document|template)\.macroEnabled)\.main\+xml"), _F.DOCX),
    (re.compile(rb"ms-excel\.sheet\.binary\.macroEnabled\.main"), _F.XLSB),
    (re.compile(rb"(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml"),
     _F.XLSX),
    (re.compile(rb"presentationml\.\w+\.main\+xml"), _F.PPTX),
)  # fmt: skip
_PARTS = (("word/", _F.DOCX), ("xl/workbook.bin", _F.XLSB), ("xl/", _F.XLSX), ("ppt/", _F.PPTX))
_XMLS = (
    (re.compile(rb'progid="Word\.Document"|<(?:\w+:)?wordDocument\b|<pkg:package\b'), _F.WORD_XML),
    (re.compile(rb'progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet'), _F.EXCEL_XML),
    (re.compile(rb"<office:document\b.*opendocument\.text", re.DOTALL), _F.FODT),
    (re.compile(rb"<office:document\b.*opendocument\.spreadsheet", re.DOTALL), _F.FODS),
)
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.S | re.I
)
_HEADERS = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+")  # RFC 5322 2.2
_OF_MAIL = re.compile(r"^(?:MIME-Version|Received|Message-ID|Return-Path|DKIM-Signature):", re.M | re.I)
_WEB_ARCHIVE = re.compile(r"^Content-Type:\s*multipart/related\b(?!.*^(?:Received|To):)", re.M | re.S | re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def format_of(data: bytes, shown: str) -> FileFormat:
    """What `data` is; `shown` is its name, which decides among texts. Raises nothing, whatever the bytes."""
    if not data:
        return _F.EMPTY
    named = format_named(shown)
    if data.startswith(_ZIP):
        return _of_zip(data, named)
    if data.startswith(_OLE):
        return _of_compound(data)
    found = next((kind for start, kind in _MAGIC if data.startswith(start)), None)
    if found is not None:
        return found
    if b"%PDF-" in data[:1024]:  # ISO 32000-1, annex H, 3.4.1
        return _F.PDF
    if _BITMAP.match(data) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return _F.PICTURE
    text = _text(data[:_HEAD])
    if text is None:
        return named if named in _TEXTS else _F.BINARY
    return _of_text(text, data[:_HEAD], named)


def format_named(shown: str) -> FileFormat | None:
    """What the suffix of a name says; None for one that says nothing."""
    return SUFFIXES.get(PurePosixPath(shown).suffix.lower())


def refusal(found: FileFormat, shown: str, kind: type[UnreadFormat] = UnreadFormat) -> DrafterError:
    """Why a file that is `found` cannot be used; `kind` says what for, where it is only of the wrong kind."""
    if found is _F.EMPTY:
        return EmptyFile(shown)
    if found is _F.ENCRYPTED:
        return Encrypted(shown)
    return kind(shown, found=Cause.BINARY if found is _F.BINARY else found.value)


def _of_text(text: str, head: bytes, named: FileFormat | None) -> FileFormat:
    start = text.lstrip()
    if start.startswith("<"):
        plain = text.encode() if b"\0" in head else head
        found = next((kind for pattern, kind in _XMLS if pattern.search(plain)), None)
        if found is not None:
            return found
        if _HTML.match(text) or named is _F.HTML:
            return _F.HTML
        if start.startswith("<?xml"):
            return _F.XML
    headers = _HEADERS.match(start)
    if headers and (_OF_MAIL.search(headers[0]) or named in (_F.EML, _F.MHTML)):
        return _F.MHTML if _WEB_ARCHIVE.search(headers[0]) else _F.EML
    if named is _F.HTML:
        return _F.HTML
    return _F.TEXT if named is None else _AS_TEXT.get(named, _F.TEXT)


def _text(head: bytes) -> str | None:
    """The beginning of a text, its ASCII at least as it stands there; None for what is no text."""
    begun = next(((mark, encoding) for mark, encoding in _BOMS if head.startswith(mark)), None)
    evens, odds = head[::2].count(0), head[1::2].count(0)
    if begun is not None:
        text = head[len(begun[0]) :].decode(begun[1], "replace")
    elif max(evens, odds) > len(head) // 8 and min(evens, odds) <= len(head) // 64:  # UTF-16 without its mark
        text = head.decode("utf-16-be" if evens > odds else "utf-16-le", "replace")
    else:
        text = head.decode("latin-1")
    return None if _CONTROL.search(text) else text


def _of_zip(data: bytes, named: FileFormat | None) -> FileFormat:
    """By the names of its members, which cost nothing; what these do not say, the members do."""
    names = member_names(data)
    first = (
        data[38:_HEAD] if data[30:38] == _MIMETYPE else b""
    )  # stored, as OpenDocument 1.3 part 2, 3.3 asks
    found = _begins_open(first) or next((kind for part, kind in _USUAL_MAINS if part in names), None)
    if found is not None:
        return found
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _of_members(archive)
    except BROKEN:  # cut off: the beginning still names its parts, or the name says what it was
        packed = named if named in (*(kind for _, kind in _PARTS), _F.ODT, _F.ODS) else _F.ZIP
        return next((kind for start, kind in _PARTS if start.encode() in data[:_HEAD]), packed or _F.ZIP)


def _begins_open(said: bytes) -> FileFormat | None:
    return next((kind for sign, kind in _OPEN_DOCUMENT if sign in said), None)


def _of_members(archive: zipfile.ZipFile) -> FileFormat:
    names = archive.namelist()
    if "META-INF/manifest.xml" in names or "mimetype" in names:
        said = (_begin(archive, name) for name in ("mimetype", "META-INF/manifest.xml") if name in names)
        found = _begins_open(b"".join(said))
        if found is not None:
            return found
    if _TYPES in names:
        types = _begin(archive, _TYPES)
        found = next((kind for pattern, kind in _MAINS if pattern.search(types)), None)
        if found is not None:
            return found
    if _TYPES in names or "_rels/.rels" in names:
        return next((kind for start, kind in _PARTS if any(name.startswith(start) for name in names)), _F.ZIP)
    return _F.ZIP


def _begin(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as member:
            return member.read(_MANY)
    except BROKEN:
        return b""


def _of_compound(data: bytes) -> FileFormat:
    streams = root_streams(data)
    if streams is None:  # damaged: what it still names
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), _F.BINARY)
    return next((kind for name, kind in _STREAMS if name.lower() in streams), _F.BINARY)
