"""What holds words or stands among them: controls, links, fields, bookmarks, pictures."""

from __future__ import annotations

import random

from lxml import etree

from .document import Document, Element, R, pick, put, w
from .pieces import copied, drop_any, is_whole

_HOLDERS = tuple(
    map(w, ("sdt", "hyperlink", "fldChar", "fldSimple", "bookmarkStart", "drawing", "pict", "object",
            "footnoteReference", "endnoteReference", "oMath"))
)  # fmt: skip


def _holding(document: Document) -> list[Element]:
    """Whole paragraphs that hold such a thing and are not alone where they stand."""
    found = []
    for p in document.paragraphs():
        parent, before = p.getparent(), p.getprevious()
        if (
            parent is not None
            and len(parent.findall(w("p"))) > 1
            and next(p.iter(*_HOLDERS), None) is not None
            and (before is None or before.tag != w("tbl"))
            and is_whole([p])
        ):
            found.append(p)
    return found


def delete(document: Document, rnd: random.Random) -> bool:
    return drop_any(document, rnd, _holding(document))


def duplicate(document: Document, rnd: random.Random) -> bool:
    found = _holding(document)
    if found:
        p = pick(rnd, found)
        p.addnext(copied(document, p))
    return bool(found)


def move(document: Document, rnd: random.Random) -> bool:
    """Such a paragraph of the body to somewhere else in it."""
    found = [p for p in _holding(document) if p.getparent() is document.body]
    found = [p for p in found if next(p.iter(w("bookmarkStart")), None) is None]
    rest = document.plain()
    if not found or not rest:
        return False
    p, target = pick(rnd, found), pick(rnd, rest)
    if p is not target:
        target.addprevious(p)
    return p is not target


def _some_runs(document: Document, rnd: random.Random) -> list[Element]:
    """Runs of a paragraph without fields that follow each other."""
    found = document.plain()
    runs = pick(rnd, found).findall(w("r")) if found else []
    if not runs:
        return []
    chosen = [pick(rnd, runs)]
    while (after := chosen[-1].getnext()) is not None and after.tag == w("r") and rnd.random() < 0.6:
        chosen.append(after)
    return chosen


def _wrap(wrapper: Element, inner: Element, runs: list[Element]) -> None:
    runs[0].addprevious(wrapper)
    for run in runs:
        inner.append(run)


def control(document: Document, rnd: random.Random) -> bool:
    """Runs put into a content control."""
    runs = _some_runs(document, rnd)
    if runs:
        wrapper, inner = _control()
        _wrap(wrapper, inner, runs)
    return bool(runs)


def control_block(document: Document, rnd: random.Random) -> bool:
    """A paragraph or a few put into a content control."""
    found = document.plain()
    if not found:
        return False
    block = [pick(rnd, found)]
    while (after := block[-1].getnext()) is not None and after in found and rnd.random() < 0.4:
        block.append(after)
    wrapper, inner = _control()
    _wrap(wrapper, inner, block)
    return True


def _control() -> tuple[Element, Element]:
    wrapper = etree.Element(w("sdt"))
    etree.SubElement(wrapper, w("sdtPr"))
    return wrapper, etree.SubElement(wrapper, w("sdtContent"))


def unwrap(document: Document, rnd: random.Random) -> bool:
    """A content control or a hyperlink taken away, its content stays."""
    found = [
        one for one in document.body.iter(w("sdt"), w("hyperlink"))
        if next(one.iterancestors(w("txbxContent")), None) is None
        and (one.tag != w("sdt") or one.find(w("sdtContent")) is not None)
    ]  # fmt: skip
    if not found:
        return False
    one = pick(rnd, found)
    inner = one.find(w("sdtContent")) if one.tag == w("sdt") else one
    for child in list([] if inner is None else inner):
        one.addprevious(child)
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)
    return True


def hyperlink(document: Document, rnd: random.Random) -> bool:
    runs = _some_runs(document, rnd)
    if runs:
        key = document.link("hyperlink", f"https://example.vn/{rnd.randint(1, 99)}", "External")
        wrapper = etree.Element(w("hyperlink"))
        wrapper.set(f"{{{R}}}id", key)
        _wrap(wrapper, wrapper, runs)
    return bool(runs)


def field(document: Document, rnd: random.Random) -> bool:
    """A page number among the runs of a paragraph."""
    found = document.plain()
    if not found:
        return False
    p = pick(rnd, found)
    at = pick(rnd, [one for one in p if one.tag == w("r")] or [p[-1]])
    for kind in ("end", "result", "separate", "code", "begin"):
        run = etree.Element(w("r"))
        if kind == "code":
            etree.SubElement(run, w("instrText")).text = " PAGE "
        elif kind == "result":
            put(etree.SubElement(run, w("t")), "3")
        else:
            etree.SubElement(run, w("fldChar")).set(w("fldCharType"), kind)
        at.addnext(run)
    return True


def bookmark(document: Document, rnd: random.Random) -> bool:
    """From one paragraph to the same or a later one."""
    found = document.plain()
    if not found:
        return False
    p = pick(rnd, found)
    last = pick(rnd, [p, *found[found.index(p) :][:4]])
    key = document.fresh()
    start, end = (etree.Element(w(f"bookmark{side}")) for side in ("Start", "End"))
    for one in (start, end):
        one.set(w("id"), key)
    start.set(w("name"), f"moc{key}")
    p.insert(1 if len(p) and p[0].tag == w("pPr") else 0, start)
    last.append(end)
    return True
