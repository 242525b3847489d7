"""A .docx being edited: its parts as trees, and what the operations look for in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

Element = etree._Element
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


# Paragraphs that hold one of these are left whole: cutting or copying them would break what they refer to.
_DELICATE = tuple(
    map(w, ("fldChar", "drawing", "pict", "object", "sdt", "hyperlink", "fldSimple", "footnoteReference",
            "endnoteReference", "bookmarkStart", "commentRangeStart", "ins", "del", "moveFrom", "moveTo"))
)  # fmt: skip


class Document:
    """The package of a file; `body` and other stories are changed in place."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.data = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
        self.trees: dict[str, Element] = {}
        body = self.tree("word/document.xml").find(w("body"))
        assert body is not None
        self.body = body
        self.ids = 90_000  # of what is added

    def tree(self, name: str) -> Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.data[name])
        return self.trees[name]

    def parts(self, prefix: str) -> list[str]:
        return sorted(name for name in self.data if name.startswith(prefix) and name.endswith(".xml"))

    def bytes(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*self.data, *(name for name in self.trees if name not in self.data)]:
                tree = self.trees.get(name)
                archive.writestr(name, self.data[name] if tree is None else etree.tostring(tree))
        return out.getvalue()

    def fresh(self) -> str:
        self.ids += 1
        return str(self.ids)

    def paragraphs(self) -> list[Element]:
        """Of the body and its tables, those in text boxes left out."""
        return [p for p in self.body.iter(w("p")) if next(p.iterancestors(w("txbxContent")), None) is None]

    def top(self) -> list[Element]:
        """The body's own paragraphs that end no section."""
        return [p for p in self.body.findall(w("p")) if not ends_section(p)]

    def plain(self) -> list[Element]:
        """The body's own paragraphs that hold words and nothing delicate."""
        return [p for p in self.top() if text_of(p).strip() and not is_delicate(p)]

    def tables(self) -> list[Element]:
        """Those with more than one row."""
        return [one for one in self.body.iter(w("tbl")) if len(one.findall(w("tr"))) > 1]


def ends_section(p: Element) -> bool:
    return p.find(f"{w('pPr')}/{w('sectPr')}") is not None


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


def paragraph(text: str, like: Element | None = None) -> Element:
    """A paragraph with the look of another."""
    made = etree.Element(w("p"))
    if like is not None and (properties := like.find(w("pPr"))) is not None:
        made.append(deepcopy(properties))
        for section in made.iter(w("sectPr")):
            parent = section.getparent()
            assert parent is not None
            parent.remove(section)
            break
    run = etree.SubElement(made, w("r"))
    put(etree.SubElement(run, w("t")), text)
    return made


def renewed(element: Element) -> Element:
    """A copy without what must be unique in a document."""
    made = deepcopy(element)
    for one in made.iter():
        for key in [key for key in one.attrib if str(key).endswith(("}paraId", "}textId"))]:
            del one.attrib[key]
    return made


def in_order(elements: list[Element]) -> Iterator[tuple[Element, Element]]:
    """Neighbours that follow each other directly."""
    return ((one, other) for one in elements if (other := one.getnext()) is not None and other in elements)
