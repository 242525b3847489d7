"""Looks and numbers, and earlier tracked changes, which count as accepted."""

from __future__ import annotations

import random

from lxml import etree

from .document import Document, Element, in_order, is_delicate, pick, properties_of, w


def _plain(document: Document, rnd: random.Random) -> Element | None:
    found = document.plain()
    return pick(rnd, found) if found else None


def _runs(p: Element) -> list[Element]:
    return [run for run in p.findall(w("r")) if run.find(w("t")) is not None]


def bold(document: Document, rnd: random.Random) -> bool:
    p = _plain(document, rnd)
    runs = [] if p is None else _runs(p)
    if not runs:
        return False
    properties = properties_of(pick(rnd, runs), "rPr")
    if properties.find(w("b")) is not None:
        return False
    at = [place for place, one in enumerate(properties) if one.tag in (w("rStyle"), w("rFonts"))]
    properties.insert(at[-1] + 1 if at else 0, etree.Element(w("b")))
    return True


def plain(document: Document, rnd: random.Random) -> bool:
    """The direct look of a run taken off."""
    p = _plain(document, rnd)
    found = [] if p is None else [run for run in _runs(p) if run.find(w("rPr")) is not None]
    if found:
        run = pick(rnd, found)
        run.remove(properties_of(run, "rPr"))
    return bool(found)


def align(document: Document, rnd: random.Random) -> bool:
    p = _plain(document, rnd)
    found = None if p is None else p.find(f"{w('pPr')}/{w('jc')}")
    if found is not None:
        found.set(w("val"), pick(rnd, ["center", "right", "both"]))
    return found is not None


def style(document: Document, rnd: random.Random) -> bool:
    """The paragraph style of another paragraph."""
    found = document.plain()
    styles = [one for p in document.paragraphs() for one in p.findall(f"{w('pPr')}/{w('pStyle')}")]
    if not found or not styles:
        return False
    properties = properties_of(pick(rnd, found), "pPr")
    own = properties.find(w("pStyle"))
    if own is None:
        own = etree.Element(w("pStyle"))
        properties.insert(0, own)
    own.set(w("val"), pick(rnd, styles).get(w("val"), ""))
    return True


def _numbered(document: Document) -> list[Element]:
    return [one for p in document.plain() for one in p.findall(f"{w('pPr')}/{w('numPr')}")]


def unnumber(document: Document, rnd: random.Random) -> bool:
    """Automatic numbering taken off a paragraph."""
    found = _numbered(document)
    if found:
        one = pick(rnd, found)
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
    return bool(found)


def number(document: Document, rnd: random.Random) -> bool:
    """Another level, or the list of another paragraph."""
    found = [one for one in _numbered(document) if len(one) == 2]
    if not found:
        return False
    one, other = pick(rnd, found), pick(rnd, found)
    if rnd.random() < 0.5:
        one[0].set(w("val"), pick(rnd, "012"))
    else:
        one[1].set(w("val"), other[1].get(w("val"), "0"))
    return True


def _mark(document: Document, tag: str) -> Element:
    mark = etree.Element(w(tag))
    mark.set(w("id"), document.fresh())
    mark.set(w("author"), "Sở Nội vụ")
    return mark


def track(document: Document, rnd: random.Random) -> bool:
    """A run inserted or deleted."""
    p = _plain(document, rnd)
    runs = [] if p is None else _runs(p)
    if p is None or not runs:
        return False
    _wrap(pick(rnd, runs), _mark(document, pick(rnd, ["ins", "del"])))
    return True


def _wrap(run: Element, mark: Element) -> None:
    run.addprevious(mark)
    mark.append(run)
    if mark.tag == w("del"):
        for t in list(run.iter(w("t"))):
            t.tag = w("delText")


def track_mark(document: Document, rnd: random.Random) -> bool:
    """A paragraph's mark inserted or deleted; the next paragraph follows directly."""
    found = list(in_order(document.plain()))
    if not found:
        return False
    properties = properties_of(pick(rnd, found)[0], "pPr")
    look = properties.find(w("rPr"))
    if look is None:
        look = etree.Element(w("rPr"))
        late = [place for place, one in enumerate(properties) if one.tag in (w("sectPr"), w("pPrChange"))]
        properties.insert(late[0] if late else len(properties), look)
    if look.find(w("ins")) is not None or look.find(w("del")) is not None:
        return False
    look.insert(0, _mark(document, pick(rnd, ["ins", "del"])))
    return True


def track_row(document: Document, rnd: random.Random) -> bool:
    """A row inserted or deleted with its words, as Word writes it; others of its table stay."""
    found = [
        row
        for table in document.tables()
        for row in table.findall(w("tr"))
        if next(table.iter(w("vMerge"), w("sdt")), None) is None
        and not is_delicate(row)
        and not [
            *table.iterfind(f"{w('tr')}/{w('trPr')}/{w('ins')}"),
            *table.iterfind(f"{w('tr')}/{w('trPr')}/{w('del')}"),
        ]
    ]
    if not found:
        return False
    row = pick(rnd, found)
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        row.insert(1 if len(row) and row[0].tag == w("tblPrEx") else 0, properties)
    if not len(properties):  # the schema wants one of its own properties before a mark
        etree.SubElement(properties, w("cantSplit"))
    tag = pick(rnd, ["ins", "del"])
    properties.append(_mark(document, tag))
    for run in [run for p in row.iter(w("p")) for run in _runs(p)]:
        _wrap(run, _mark(document, tag))
    return True
