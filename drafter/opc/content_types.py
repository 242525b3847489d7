"""Content types: what kind each part is, by its own name or its extension (ISO 29500-2 7.2.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from lxml import etree

from .names import Element, name
from .xml import serialised, unprefixed

TYPES = "[Content_Types].xml"
OVERRIDE = name("ct:Override")
_DEFAULT = name("ct:Default")
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "emf": "image/x-emf", "wmf": "image/x-wmf", "tif": "image/tiff", "tiff": "image/tiff",
    "svg": "image/svg+xml",
}  # fmt: skip
# The kind of a relationship → the end of the type of the part it leads to (ISO 29500-1 11.3).
_OF_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_WORD = {
    "officeDocument": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
    "webSettings": "webSettings", "fontTable": "fontTable", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "commentsExtended": "commentsExtended", "header": "header", "footer": "footer",
    "glossaryDocument": "document.glossary",
}  # fmt: skip
_OTHERS = {
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "diagramData": "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
    "diagramLayout": "application/vnd.openxmlformats-officedocument.drawingml.diagramLayout+xml",
    "diagramQuickStyle": "application/vnd.openxmlformats-officedocument.drawingml.diagramStyle+xml",
    "diagramColors": "application/vnd.openxmlformats-officedocument.drawingml.diagramColors+xml",
}


def content_type(types: Element, part: str) -> str | None:
    """The type of `part`; case does not count."""
    for override in types.iter(OVERRIDE):
        if override.get("PartName", "").lower() == "/" + part.lower():
            return override.get("ContentType")
    extension = posixpath.splitext(part)[1].lstrip(".").lower()
    for default in types.iter(_DEFAULT):
        if default.get("Extension", "").lower() == extension:
            return default.get("ContentType")
    return None


def add_content_type(types: Element, part: str, kind: str) -> None:
    """Say that `part` is of `kind`, unless that is said already."""
    if content_type(types, part) != kind:
        etree.SubElement(types, OVERRIDE, {"PartName": f"/{part}", "ContentType": kind})


def guessed_types(related: Mapping[str, str], parts: Iterable[str]) -> Element:
    """The part that says what kind each part is, for a package that lost it; Word opens no file without.

    `related` gives the kind of relationship that leads to a part, by the part's name.
    """
    types = unprefixed(name("ct:Types"))
    for extension, kind in _DEFAULTS.items():
        etree.SubElement(types, _DEFAULT, {"Extension": extension, "ContentType": kind})
    extensions = {posixpath.splitext(part)[1].lstrip(".").lower() for part in parts}
    for extension in sorted(extensions - _DEFAULTS.keys()):
        kind = _PICTURES.get(extension, "application/octet-stream")
        etree.SubElement(types, _DEFAULT, {"Extension": extension, "ContentType": kind})
    for part, relation in related.items():
        if relation in _WORD:
            add_content_type(types, part, f"{_OF_WORD}{_WORD[relation]}+xml")
        elif relation in _OTHERS:
            add_content_type(types, part, _OTHERS[relation])
    return types


def types_of(kinds: Mapping[str, str]) -> bytes:
    """The part that says what kind each part is, by name."""
    types = unprefixed(name("ct:Types"))
    for extension, kind in _DEFAULTS.items():
        etree.SubElement(types, _DEFAULT, {"Extension": extension, "ContentType": kind})
    for part, kind in kinds.items():
        add_content_type(types, part, kind)
    return serialised(types)
