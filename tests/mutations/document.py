"""A .docx being edited: its parts as trees, and what the operations look for in them."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from lxml import etree

Element = etree._Element
_Of = TypeVar("_Of")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}


def w(name: str) -> str:
    return f"{{{W}}}{name}"


# Paragraphs that hold one of these are left to the operations made for them.
_DELICATE = tuple(
    map(w, ("fldChar", "drawing", "pict", "object", "sdt", "hyperlink", "fldSimple", "footnoteReference",
            "endnoteReference", "bookmarkStart", "commentRangeStart", "ins", "del", "moveFrom", "moveTo"))
)  # fmt: skip


@cache  # only files of the repository are edited, and none of them changes
def _members(path: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


class Document:
    """The package of a file; `body` and other stories are changed in place."""

    def __init__(self, path: Path) -> None:
        self.data = dict(_members(path))
        self.trees: dict[str, Element] = {}
        body = self.tree("word/document.xml").find(w("body"))
        assert body is not None
        self.body = body
        self.ids = 90_000  # of what is added

    def tree(self, name: str) -> Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.data[name])
        return self.trees[name]

    def has(self, name: str) -> bool:
        return name in self.data or name in self.trees

    def parts(self, prefix: str) -> list[str]:
        return sorted(name for name in self.data if name.startswith(prefix) and name.endswith(".xml"))

    def bytes(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*self.data, *(name for name in self.trees if name not in self.data)]:
                tree = self.trees.get(name)
                data = self.data[name] if tree is None else etree.tostring(tree)
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def fresh(self) -> str:
        self.ids += 1
        return str(self.ids)

    def link(self, kind: str, target: str, mode: str | None = None) -> str:
        """The id of a new relationship of the main part."""
        key = f"rIdFresh{self.fresh()}"
        relations = self.tree("word/_rels/document.xml.rels")
        made = etree.SubElement(relations, _RELATION, {"Id": key, "Type": f"{R}/{kind}", "Target": target})
        if mode is not None:
            made.set("TargetMode", mode)
        return key

    def paragraphs(self) -> list[Element]:
        """Of the body and its tables, those in text boxes left out."""
        return [p for p in self.body.iter(w("p")) if next(p.iterancestors(w("txbxContent")), None) is None]

    def noted(self) -> list[Element]:
        """The paragraphs of all notes but separators."""
        return [
            p
            for name in NOTES.values()
            if self.has(name)
            for note in self.tree(name)
            if note.get(w("type")) in (None, "normal")
            for p in note.iter(w("p"))
        ]

    def top(self) -> list[Element]:
        """The body's own paragraphs that end no section."""
        return [p for p in self.body.findall(w("p")) if not ends_section(p)]

    def plain(self) -> list[Element]:
        """The body's own paragraphs that hold words and nothing delicate."""
        return [p for p in self.top() if text_of(p).strip() and not is_delicate(p)]

    def tables(self) -> list[Element]:
        """Those with more than one row."""
        return [one for one in self.body.iter(w("tbl")) if len(one.findall(w("tr"))) > 1]


def pick(rnd: random.Random, found: Sequence[_Of]) -> _Of:
    """One of them: near the same place when an earlier operation is left out, unlike `Random.choice`."""
    return found[int(rnd.random() * len(found))]


def ends_section(p: Element) -> bool:
    return next(p.iter(w("sectPr")), None) is not None


def is_delicate(element: Element) -> bool:
    return next(element.iter(*_DELICATE), None) is not None


def text_of(p: Element) -> str:
    return "".join(t.text or "" for t in p.iter(w("t")))


def texts(p: Element) -> list[Element]:
    """The `w:t` of a paragraph with words in them."""
    return [t for t in p.iter(w("t")) if (t.text or "").strip()]


def put(t: Element, text: str) -> None:
    t.text = text
    t.set(_SPACE, "preserve")


def properties_of(element: Element, tag: str) -> Element:
    """Its `w:pPr`, `w:rPr`, …, put first where there is none."""
    found = element.find(w(tag))
    if found is None:
        found = etree.Element(w(tag))
        element.insert(0, found)
    return found


def content(p: Element) -> list[Element]:
    """Its children but the properties."""
    return [child for child in p if child.tag != w("pPr")]


def in_order(elements: list[Element]) -> Iterator[tuple[Element, Element]]:
    """Neighbours that follow each other directly."""
    kept = set(elements)
    return ((one, other) for one in elements if (other := one.getnext()) is not None and other in kept)
