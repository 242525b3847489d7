"""Pieces of a document taken out, copied and made, so that what must be whole or unique in it stays so."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from .document import NOTES, Document, Element, pick, put, w

_REFERENCES = tuple(map(w, NOTES))
_TRACKED = tuple(
    map(w, ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "permStart",
            "permEnd"))
)  # fmt: skip
_UNIQUE = tuple(map(w, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")))


def is_whole(elements: Iterable[Element]) -> bool:
    """Whether no field, comment, tracked move or section reaches out of these elements."""
    depth = 0
    comments: Counter[str | None] = Counter()
    for element in elements:
        for one in element.iter(w("fldChar"), w("commentRangeStart"), w("commentRangeEnd"), *_TRACKED):
            if one.tag in _TRACKED:
                return False
            if one.tag == w("fldChar"):
                depth += {"begin": 1, "end": -1}.get(one.get(w("fldCharType"), ""), 0)
            else:
                comments[one.get(w("id"))] += 1 if one.tag == w("commentRangeStart") else -1
            if depth < 0:
                return False
        if next(element.iter(w("sectPr")), None) is not None:
            return False
    return depth == 0 and not any(comments.values())


def drop(document: Document, element: Element) -> None:
    """Take it out, its notes too, and the other ends of its bookmarks."""
    for reference in element.iter(*_REFERENCES):
        forget_note(document, reference)
    ids = {one.get(w("id")) for one in element.iter(w("bookmarkStart"), w("bookmarkEnd"))}
    take_out(element)
    for one in list(document.body.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        if one.get(w("id")) in ids:
            take_out(one)


def drop_any(document: Document, rnd: random.Random, found: Sequence[Element]) -> bool:
    """Drop one of those found, if any."""
    if found:
        drop(document, pick(rnd, found))
    return bool(found)


def loosen(document: Document, block: Sequence[Element]) -> None:
    """Without the bookmarks that have one end only in a block about to move."""
    inside: Counter[str | None] = Counter(
        one.get(w("id")) for b in block for one in b.iter(w("bookmarkStart"), w("bookmarkEnd"))
    )
    for one in list(document.body.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        if inside[one.get(w("id"))] == 1:
            take_out(one)


def forget_note(document: Document, reference: Element) -> None:
    """Take the note of a reference out, if nothing else refers to it."""
    key = reference.get(w("id"))
    if [one.get(w("id")) for one in document.body.iter(reference.tag)].count(key) == 1:
        for note in list(document.tree(NOTES[etree.QName(reference).localname])):
            if note.get(w("id")) == key:
                take_out(note)


def take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def copied(document: Document, element: Element) -> Element:
    """A copy with notes and ids of its own, without bookmarks and comments."""
    made = deepcopy(element)
    made.tail = None
    for one in list(made.iter(*_UNIQUE)):
        take_out(one)
    for one in list(made.iter(w("commentReference"))):
        parent = one.getparent()
        if parent is not None:
            take_out(parent)
    for properties in made.iter(w("sdtPr")):
        for one in properties.findall(w("id")):
            properties.remove(one)
    for one in made.iter():
        if not isinstance(one.tag, str):
            continue
        for key in [key for key in one.attrib if str(key).endswith(("}paraId", "}textId", "}anchorId"))]:
            del one.attrib[key]
        if one.tag.endswith("}docPr"):
            one.set("id", document.fresh())
        elif one.tag in (w("ins"), w("del")):
            one.set(w("id"), document.fresh())
    for reference in made.iter(*_REFERENCES):
        _own_note(document, reference)
    return made


def _own_note(document: Document, reference: Element) -> None:
    root = document.tree(NOTES[etree.QName(reference).localname])
    key = document.fresh()
    for note in list(root):
        if note.get(w("id")) == reference.get(w("id")):
            fresh = deepcopy(note)
            for one in list(fresh.iter(*_UNIQUE)):
                take_out(one)
            fresh.set(w("id"), key)
            root.append(fresh)
            reference.set(w("id"), key)


def paragraph(text: str, like: Element | None = None) -> Element:
    """A paragraph with the look of another."""
    made = etree.Element(w("p"))
    properties = None if like is None else like.find(w("pPr"))
    if properties is not None:
        made.append(deepcopy(properties))
        for tag in ("sectPr", "pPrChange"):
            for one in list(made.iter(w(tag))):
                take_out(one)
        for mark in list(made.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))):
            take_out(mark)
    put(etree.SubElement(etree.SubElement(made, w("r")), w("t")), text)
    return made
