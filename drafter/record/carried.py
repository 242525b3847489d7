"""Carried: a record as one of a document's own properties, which programs take along from format to format.

LibreOffice drops custom XML parts and whatever else it does not know of an OpenDocument file; the properties
of a document (File, Properties) it keeps when it saves one and when it turns one into a Word or Excel file.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from drafter.errors import DrafterError
from drafter.opc import parse

from . import part

if TYPE_CHECKING:
    from drafter.opc import Element, Package

    from .values import Record

NAME = "drafter"
_PROPERTIES = "docProps/custom.xml"  # ISO 29500-1 15.2.12.2
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_MOST = 2**26  # bytes unpacked: some hundred thousand rows


def carry(meta: Element, record: Record) -> None:
    """Put a record into `meta`, the root of an OpenDocument file's `meta.xml`, in place of one there."""
    holder = meta.find(f"{{{_OFFICE}}}meta")
    if holder is None:
        holder = etree.SubElement(meta, f"{{{_OFFICE}}}meta")
    for known in holder.findall(f"{{{_META}}}user-defined[@{{{_META}}}name='{NAME}']"):
        holder.remove(known)
    made = etree.SubElement(holder, f"{{{_META}}}user-defined")
    made.set(f"{{{_META}}}name", NAME)
    made.text = base64.b64encode(zlib.compress(part.written(record), 9)).decode("ascii")


def carried(package: Package) -> Record | None:
    """The record among the properties of a Word or Excel file; None where there is none, or a broken one."""
    if _PROPERTIES not in package.names:
        return None
    try:
        found = package.xml(_PROPERTIES).iter(_PROPERTY)
        said = next(("".join(map(str, each.itertext())) for each in found if each.get("name") == NAME), None)
        return None if said is None else part.read(parse(_unpacked(said), shown=NAME, part=_PROPERTIES))
    except (DrafterError, binascii.Error, zlib.error, ValueError):  # somebody else's, or cut off
        return None


def _unpacked(said: str) -> bytes:
    return zlib.decompressobj().decompress(base64.b64decode(said.strip(), validate=True), _MOST)
