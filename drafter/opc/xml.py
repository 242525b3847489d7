"""XML of a part: parsed without entities, document types or network; written in one way."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from drafter.errors import DamagedFile, UnsafeFile

from .names import Element

# ECMA-376 part 1 (strict) and part 4 (transitional) name the same things differently.
STRICT = b"purl.oclc.org/ooxml"
_STRICT_NAMES = re.compile(
    rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|spreadsheetml|officeDocument|drawingml)/"
)
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
# Characters that XML 1.0 cannot hold; a letter copied from elsewhere can.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(data: bytes, *, shown: str, part: str) -> Element:
    """The root of an XML part, strict names turned into transitional ones.

    Raises DamagedFile; UnsafeFile where it declares a document type.
    """
    if STRICT in data:
        data = _STRICT_NAMES.sub(_TRANSITIONAL, data)
    if b"<!DOCTYPE" in data[:8192].replace(b"\0", b""):  # in UTF-16 too
        raise UnsafeFile(shown, reason=f"DOCTYPE: {part}")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True, collect_ids=False,  # nothing is looked up by xml:id
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(shown, part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeFile(shown, reason=f"DOCTYPE: {part}")
    return root


def unprefixed(tag: str) -> Element:
    """A root whose namespace stands alone: `"{urn:x}a"` is written `<a xmlns="urn:x">`."""
    alone: Any = {None: etree.QName(tag).namespace}
    return etree.Element(tag, nsmap=alone)


def serialised(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def storable(text: str) -> str:
    """`text` without what no part of an office file can hold."""
    return _UNSTORABLE.sub("", text)
