"""Names: the namespaces of Office files, and their elements as lxml writes them."""

from __future__ import annotations

from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wne": "http://schemas.microsoft.com/office/word/2006/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "tc": "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
OFFICE = NAMESPACES["r"] + "/"  # what the types of most relationships begin with


@cache
def name(prefixed: str) -> str:
    """`"w:p"` as lxml writes it: the namespace in braces."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
