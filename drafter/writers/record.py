"""What a table written into an office file remembers: its inputs, its rows' comments, its seal.

One custom XML part, kept by Word and Excel and shown by neither, so that decisions can be read
back from an edited file and a table be traced to its exact inputs.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import textwrap
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape

from lxml import etree

from drafter.model import Row, Table
from drafter.opc import packed, storable
from drafter.wording.messages import say
from drafter.wording.names import draft_label

from .files import SEAL

PART = "customXml/drafter.xml"
NAMESPACE = "urn:drafter:table:1"
_TYPES = "[Content_Types].xml"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAME = 80  # characters of a draft's name in a footer, which Excel limits to 255 with its codes
# What a custom part must have beside it (ISO 29500-1 15.2.6): its properties, and the way to them.
_PROPERTIES = (
    (
        "customXml/itemPropsDrafter.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        b'<ds:datastoreItem ds:itemID="{6A0C1B52-8F0E-4F6A-9B0B-5D2E7C3A9F10}"'
        b' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/>'
        b"</ds:datastoreItem>",
    ),
    (
        "customXml/_rels/drafter.xml.rels",
        "",
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'customXmlProps" Target="itemPropsDrafter.xml"/></Relationships>',
    ),
)
# Both libraries claim that Microsoft's program made the file.
APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>drafter</Application></Properties>"
)
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def row_key(row: Row) -> str:
    """A name for a row that does not depend on its number: letters and digits, for bookmarks."""
    return "r" + hashlib.sha256("\n".join(sorted(row.comments)).encode()).hexdigest()[:16]


def inputs_hash(table: Table) -> str:
    """The first 12 hex digits of one hash over the hashes of all inputs."""
    whole = "\n".join(f"{digest}  {path}" for path, digest in sorted(table.inputs))
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def footer_text(table: Table, lang: str) -> str:
    """`"Dự thảo lần 3 · mã nguồn 0123456789ab"`; a draft without a number goes by its title."""
    number = table.draft_number
    if number is None:
        name = textwrap.shorten(table.draft_title, _NAME, placeholder=" …")
    else:
        name = draft_label(number, lang)
    return say("table.footer", lang, name=name, hash=inputs_hash(table))


def record_xml(table: Table) -> bytes:
    inputs = "".join(f'<input path="{escape(path)}" sha256="{digest}"/>' for path, digest in table.inputs)
    rows = "".join(
        f'<row key="{row_key(row)}">'
        + "".join(f"<comment>{escape(comment)}</comment>" for comment in row.comments)
        + "</row>"
        for row in table.rows
    )
    xml = f'<table xmlns="{NAMESPACE}" seal="{SEAL}"><inputs>{inputs}</inputs><rows>{rows}</rows></table>'
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml.encode()


def redline_xml(inputs: Sequence[tuple[str, str]]) -> bytes:
    """The record of a redline: (path, SHA-256) of the old and the new draft, and its seal."""
    made = "".join(f'<input path="{escape(storable(path))}" sha256="{digest}"/>' for path, digest in inputs)
    xml = f'<redline xmlns="{NAMESPACE}" seal="{SEAL}"><inputs>{made}</inputs></redline>'
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml.encode()


def with_record(
    data: bytes, record: bytes, *, owner: str, patches: Mapping[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """The package `data` with `record` as a custom part, related to its main part `owner`.

    `patches` rewrite parts by name, for what the library that made them cannot be told.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    folder, file = posixpath.split(owner)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    parts[rels] = _with_child(
        parts.get(rels, b""),
        f"{{{_RELATIONSHIPS}}}Relationship",
        {"Id": "rIdDrafter", "Type": _RELATIONSHIP, "Target": f"/{PART}"},
    )
    parts[_TYPES] = _with_child(
        parts[_TYPES],
        f"{{{_CONTENT_TYPES}}}Override",
        {"PartName": f"/{PART}", "ContentType": "application/xml"},
    )
    for name, patch in (patches or {}).items():
        parts[name] = patch(parts[name])
    for part, kind, content in _PROPERTIES:
        parts[part] = content
        if kind:
            parts[_TYPES] = _with_child(
                parts[_TYPES],
                f"{{{_CONTENT_TYPES}}}Override",
                {"PartName": f"/{part}", "ContentType": kind},
            )
    parts[PART] = record
    return packed(parts)


def _with_child(part: bytes, name: str, attributes: dict[str, str]) -> bytes:
    """`part`, relationships where it is empty, with one more element unless it stands there already."""
    root = etree.fromstring(part or f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
    if not any(child.items() == list(attributes.items()) for child in root):
        etree.SubElement(root, name, attributes)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
