"""Akoma Ntoso files: `read_akn(source)` gives every paragraph of an act, a bill or a document, as printed.

Numbers stand before the words that they number; what the format says of a line by its class or style is
kept as far as a draft needs it. Elements that it does not know are read for their words.
"""

from __future__ import annotations

from lxml import etree

from drafter.errors import NotAkn
from drafter.model import Manuscript, Source
from drafter.opc import parse

from .blocks import AknReading

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_START = b"<"


def read_akn(source: Source) -> Manuscript:
    """The document in an Akoma Ntoso file.

    Raises NotAkn for a file that is none, or holds no document; DamagedFile, UnsafeFile.
    """
    head = source.bytes[:4].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not head.startswith(_START):
        raise NotAkn(source.shown)
    root = parse(source.bytes, shown=source.shown, part="XML")
    if etree.QName(root).namespace != _NAMESPACE or etree.QName(root).localname != "akomaNtoso":
        raise NotAkn(source.shown)
    document = next((child for child in root if child.find(f"{{{_NAMESPACE}}}meta") is not None), None)
    if document is None:
        raise NotAkn(source.shown)
    return Manuscript(source.shown, source.sha256, AknReading().paragraphs(document))
