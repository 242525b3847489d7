"""Looks and things around words: bold, alignment, controls, fields, bookmarks, tracked changes, numbers."""

from __future__ import annotations

import random

from lxml import etree

from .document import Document, Element, put, w


def _plain(document: Document, rnd: random.Random) -> Element | None:
    found = document.plain()
    return rnd.choice(found) if found else None


def _runs(p: Element) -> list[Element]:
    return [run for run in p.findall(w("r")) if run.find(w("t")) is not None]


def _properties(element: Element, tag: str) -> Element:
    found = element.find(w(tag))
    if found is None:
        found = etree.Element(w(tag))
        element.insert(0, found)
    return found


def bold(document: Document, rnd: random.Random) -> bool:
    p = _plain(document, rnd)
    runs = [] if p is None else _runs(p)
    if not runs:
        return False
    properties = _properties(rnd.choice(runs), "rPr")
    if properties.find(w("b")) is not None:
        return False
    at = [place for place, one in enumerate(properties) if one.tag in (w("rStyle"), w("rFonts"))]
    properties.insert(at[-1] + 1 if at else 0, etree.Element(w("b")))
    return True


def align(document: Document, rnd: random.Random) -> bool:
    p = _plain(document, rnd)
    found = None if p is None else p.find(f"{w('pPr')}/{w('jc')}")
    if found is not None:
        found.set(w("val"), rnd.choice(["center", "right", "both"]))
    return found is not None


def control(document: Document, rnd: random.Random) -> bool:
    """A run put into a content control."""
    p = _plain(document, rnd)
    runs = [] if p is None else _runs(p)
    if p is None or not runs:
        return False
    run = rnd.choice(runs)
    at = p.index(run)
    control = etree.Element(w("sdt"))
    etree.SubElement(control, w("sdtPr"))
    etree.SubElement(control, w("sdtContent")).append(run)
    p.insert(at, control)
    return True


def field(document: Document, rnd: random.Random) -> bool:
    """A page number in the text."""
    p = _plain(document, rnd)
    if p is None:
        return False
    for kind in ("begin", "code", "separate", "result", "end"):
        run = etree.SubElement(p, w("r"))
        if kind == "code":
            etree.SubElement(run, w("instrText")).text = " PAGE "
        elif kind == "result":
            put(etree.SubElement(run, w("t")), "3")
        else:
            etree.SubElement(run, w("fldChar")).set(w("fldCharType"), kind)
    return True


def bookmark(document: Document, rnd: random.Random) -> bool:
    p = _plain(document, rnd)
    if p is None:
        return False
    key = document.fresh()
    start, end = (etree.Element(w(f"bookmark{side}")) for side in ("Start", "End"))
    for one in (start, end):
        one.set(w("id"), key)
    start.set(w("name"), f"moc{key}")
    p.insert(1 if len(p) and p[0].tag == w("pPr") else 0, start)
    p.append(end)
    return True


def track(document: Document, rnd: random.Random) -> bool:
    """An earlier tracked change, which counts as accepted."""
    p = _plain(document, rnd)
    runs = [] if p is None else _runs(p)
    if p is None or not runs:
        return False
    run = rnd.choice(runs)
    at = p.index(run)
    mark = etree.Element(w(rnd.choice(["ins", "del"])))
    mark.set(w("id"), document.fresh())
    mark.set(w("author"), "Sở Nội vụ")
    mark.append(run)
    if mark.tag == w("del"):
        for t in list(run.iter(w("t"))):
            t.tag = w("delText")
    p.insert(at, mark)
    return True


def number(document: Document, rnd: random.Random) -> bool:
    """Automatic numbering taken off a paragraph."""
    found = [p for p in document.plain() if p.find(f"{w('pPr')}/{w('numPr')}") is not None]
    if not found:
        return False
    properties = rnd.choice(found).find(w("pPr"))
    assert properties is not None
    numbering = properties.find(w("numPr"))
    assert numbering is not None
    properties.remove(numbering)
    return True
