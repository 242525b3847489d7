"""Notes: their words edited, references deleted with their notes, new ones, paragraphs with one doubled."""

from __future__ import annotations

import random
from copy import deepcopy

from lxml import etree

from .document import Document, Element, R, paragraph, put, renewed, texts, w

_PART = "word/footnotes.xml"
_KINDS = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def _notes(document: Document) -> list[tuple[Element, Element]]:
    """(reference, note) of every note that one place of the body refers to."""
    found = []
    for kind, tag in _KINDS.items():
        if f"word/{kind}.xml" not in document.data and f"word/{kind}.xml" not in document.trees:
            continue
        by_id = {note.get(w("id")): note for note in document.tree(f"word/{kind}.xml")}
        references = list(document.body.iter(w(tag)))
        ids = [one.get(w("id")) for one in references]
        found += [
            (one, by_id[key]) for one, key in zip(references, ids, strict=True)
            if key in by_id and ids.count(key) == 1
        ]  # fmt: skip
    return found


def edit(document: Document, rnd: random.Random) -> bool:
    found = [t for _, note in _notes(document) for p in note.iter(w("p")) for t in texts(p)]
    if found:
        t = rnd.choice(found)
        put(t, f"{t.text} (sửa {rnd.randint(1, 9)})")
    return bool(found)


def delete(document: Document, rnd: random.Random) -> bool:
    found = _notes(document)
    if found:
        for one in rnd.choice(found):
            parent = one.getparent()
            assert parent is not None
            parent.remove(one)
    return bool(found)


def add(document: Document, rnd: random.Random) -> bool:
    """A new footnote; the part too where there is none."""
    found = document.plain()
    if not found:
        return False
    root = _root(document)
    key = document.fresh()
    note = etree.SubElement(root, w("footnote"))
    note.set(w("id"), key)
    note.append(paragraph(f"Theo Quyết định số {rnd.randint(10, 999)}/QĐ-TTg."))
    run = etree.SubElement(rnd.choice(found), w("r"))
    etree.SubElement(run, w("footnoteReference")).set(w("id"), key)
    return True


def double(document: Document, rnd: random.Random) -> bool:
    """A paragraph with a note again, with a note of its own."""
    found = [one for one in _notes(document) if _alone(document, *one)]
    if not found:
        return False
    reference, note = rnd.choice(found)
    p = next(reference.iterancestors(w("p")))
    again, fresh = renewed(p), deepcopy(note)
    key = document.fresh()
    fresh.set(w("id"), key)
    for one in again.iter(w("footnoteReference")):
        one.set(w("id"), key)
    note.addnext(fresh)
    p.addnext(again)
    return True


def _alone(document: Document, reference: Element, note: Element) -> bool:
    """Whether a footnote's paragraph is the body's own and holds nothing else that must be unique."""
    p = next(reference.iterancestors(w("p")))
    others = [w(tag) for tag in ("endnoteReference", "drawing", "pict", "bookmarkStart", "fldChar", "sectPr")]
    return (
        note.tag == w("footnote")
        and p.getparent() is document.body
        and len(list(p.iter(w("footnoteReference")))) == 1
        and next(p.iter(*others), None) is None
    )


def _root(document: Document) -> Element:
    if _PART in document.data or _PART in document.trees:
        return document.tree(_PART)
    root = etree.Element(w("footnotes"), nsmap={"w": w("")[1:-1], "r": R})
    document.trees[_PART] = root
    for key, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        note = etree.SubElement(root, w("footnote"))
        note.set(w("type"), kind)
        note.set(w("id"), key)
        etree.SubElement(etree.SubElement(etree.SubElement(note, w("p")), w("r")), w(kind))
    types = document.tree("[Content_Types].xml")
    etree.SubElement(types, _CT, {"PartName": f"/{_PART}", "ContentType": _TYPE})
    relations = document.tree("word/_rels/document.xml.rels")
    etree.SubElement(relations, _REL, {"Id": "rIdFresh", "Type": f"{R}/footnotes", "Target": "footnotes.xml"})
    return root
