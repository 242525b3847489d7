"""Content types: what kind each part is, by its own name or its extension (ISO 29500-2 7.2.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

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


def types_of(kinds: Mapping[str, str]) -> bytes:
    """The part that says what kind each part is, by name."""
    types = unprefixed(name("ct:Types"))
    for extension, kind in _DEFAULTS.items():
        etree.SubElement(types, _DEFAULT, {"Extension": extension, "ContentType": kind})
    for part, kind in kinds.items():
        add_content_type(types, part, kind)
    return serialised(types)
