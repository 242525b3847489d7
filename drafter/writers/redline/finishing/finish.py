"""Finishing: the parts of the new package in their order, rewritten ones in place, macros left out."""

from __future__ import annotations

import re

from lxml import etree

from drafter.opc import name

from ..bringing.parts import EditedPackage
from ..names import Element

_STRICT = b"purl.oclc.org/ooxml"
_MACROS = re.compile(r"(?:^|/)vba[^/]*\.(?:bin|xml)(?:\.rels)?$", re.IGNORECASE)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"


def finished(side: EditedPackage) -> dict[str, bytes]:
    """Every part of the package by name; content types first."""
    _without_macros(side)
    order = [entry for entry in side.package.archive.namelist() if not entry.endswith("/")]
    order += sorted((set(side.names) | set(side.trees)) - set(order))
    out: dict[str, bytes] = {}
    for part in sorted(order, key=lambda entry: entry != _TYPES):
        if _MACROS.search(part):
            continue
        if part not in side.trees and part.endswith((".xml", ".rels")) and _STRICT in side.raw(part):
            side.tree(part)  # parsing turns strict names into transitional ones
        tree = side.trees.get(part)
        if tree is None:
            if part in side.names:
                out[part] = side.raw(part)
        elif part in side.names or len(tree):
            _relaxed(tree)
            out[part] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return out


def _relaxed(tree: Element) -> None:
    """A strict document says so on its root; what is written is transitional."""
    if name("w:conformance") in tree.attrib:
        del tree.attrib[name("w:conformance")]


def _without_macros(side: EditedPackage) -> None:
    if not any(_MACROS.search(part) for part in side.names):
        return
    types = side.tree(_TYPES)
    for one in list(types):
        part = one.get("PartName", "").lstrip("/")
        if _MACROS.search(part):
            types.remove(one)
        elif part == side.main:
            one.set("ContentType", _DOCX)
    for rels in [part for part in side.names if part.endswith(".rels")]:
        tree = side.tree(rels)
        for one in list(tree):
            if _MACROS.search(one.get("Target", "")):
                tree.remove(one)
