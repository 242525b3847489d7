"""Notes: their words edited, references deleted with their notes, new ones with the part they stand in."""

from __future__ import annotations

import random

from lxml import etree

from .document import NOTES, Document, Element, R, pick, put, texts, w
from .pieces import forget_note, paragraph, take_out

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"


def _references(document: Document) -> list[Element]:
    return [
        one
        for one in document.body.iter(*map(w, NOTES))
        if next(one.iterancestors(w("del"), w("moveFrom"), w("txbxContent")), None) is None
    ]


def edit(document: Document, rnd: random.Random) -> bool:
    found = [t for p in document.noted() for t in texts(p)]
    if found:
        t = pick(rnd, found)
        put(t, f"{t.text} (sửa {rnd.randint(1, 9)})")
    return bool(found)


def delete(document: Document, rnd: random.Random) -> bool:
    """A reference with its note."""
    found = _references(document)
    if found:
        reference = pick(rnd, found)
        forget_note(document, reference)
        take_out(reference)
    return bool(found)


def add(document: Document, rnd: random.Random) -> bool:
    """A new note; the part too where there is none."""
    found = [p for p in document.paragraphs() if texts(p)]
    if not found:
        return False
    tag = pick(rnd, ("footnoteReference", "footnoteReference", "endnoteReference"))
    root = _root(document, tag)
    key = document.fresh()
    note = etree.SubElement(root, w(tag.removesuffix("Reference")))
    note.set(w("id"), key)
    for _ in range(pick(rnd, (1, 1, 2))):
        note.append(paragraph(f"Theo Quyết định số {rnd.randint(10, 999)}/QĐ-TTg."))
    run = etree.Element(w("r"))
    etree.SubElement(run, w(tag)).set(w("id"), key)
    p = pick(rnd, found)
    runs = p.findall(w("r"))
    if runs and rnd.random() < 0.5 and next(p.iter(w("fldChar")), None) is None:
        pick(rnd, runs).addnext(run)
    else:
        p.append(run)
    return True


def _root(document: Document, tag: str) -> Element:
    part = NOTES[tag]
    if document.has(part):
        return document.tree(part)
    kind, one = f"{tag.removesuffix('Reference')}s", tag.removesuffix("Reference")
    root = etree.Element(w(kind), nsmap={"w": w("")[1:-1], "r": R})
    document.trees[part] = root
    for key, separator in (("-1", "separator"), ("0", "continuationSeparator")):
        note = etree.SubElement(root, w(one))
        note.set(w("type"), separator)
        note.set(w("id"), key)
        etree.SubElement(etree.SubElement(etree.SubElement(note, w("p")), w("r")), w(separator))
    types = document.tree("[Content_Types].xml")
    etree.SubElement(types, _OVERRIDE, {"PartName": f"/{part}", "ContentType": _TYPE.format(kind)})
    document.link(kind, f"{kind}.xml")
    return root
