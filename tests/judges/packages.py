"""Packages as the judges read them: every XML part of a .docx as a tree."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def mc(name: str) -> str:
    return f"{{{MC}}}{name}"


@dataclass(frozen=True)
class Parts:
    """`trees` by part name; `names` of all parts."""

    trees: dict[str, Element]
    names: frozenset[str]


def load(path: Path) -> Parts:
    """Every XML part of a package. Raises where one is not well-formed."""
    trees: dict[str, Element] = {}
    with zipfile.ZipFile(path) as archive:
        names = frozenset(archive.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                data = archive.read(name)
                if name.endswith(".xml"):
                    data = data.replace(_STRICT, W.encode())
                trees[name] = etree.fromstring(data, _PARSER)
    return Parts(trees, names)
