"""Paragraphs: deleted, doubled, added, split, joined, moved."""

from __future__ import annotations

import random
from copy import deepcopy

from lxml import etree

from .document import Document, Element, content, ends_section, in_order, pick, put, text_of, texts, w
from .pieces import copied, drop, drop_any, is_whole, loosen, paragraph, take_out

_BLOCKS = (w("p"), w("tbl"))


def _free(document: Document) -> list[Element]:
    """Paragraphs that may go: whole, not alone in their cell or note, no table left without one after."""
    found = []
    for p in [*document.paragraphs(), *document.noted()]:
        parent, after, before = p.getparent(), p.getnext(), p.getprevious()
        if parent is None or len(parent.findall(w("p"))) < 2 or not is_whole([p]):
            continue
        follows_table = before is not None and before.tag == w("tbl")
        if follows_table and (after is None or after.tag != w("p")):
            continue
        found.append(p)
    return found


def delete(document: Document, rnd: random.Random) -> bool:
    """Any paragraph: of the body, a cell or a note."""
    return drop_any(document, rnd, _free(document))


def delete_edge(document: Document, rnd: random.Random) -> bool:
    """The first or the last paragraph of the body, a cell or a note."""
    found = [
        p
        for p in _free(document)
        if (before := p.getprevious()) is None
        or before.tag in (w("tcPr"), w("tbl"))
        or (after := p.getnext()) is None
        or after.tag == w("sectPr")
    ]
    return drop_any(document, rnd, found)


def delete_run(document: Document, rnd: random.Random) -> bool:
    """Several paragraphs in a row."""
    block = _block(document, rnd, rnd.randint(2, 6), (w("p"),))
    if len(document.top()) < len(block) + 2:
        return False
    for p in block:
        drop(document, p)
    return bool(block)


def duplicate(document: Document, rnd: random.Random) -> bool:
    """With all it holds: notes, pictures, fields, controls."""
    found = [p for p in [*document.paragraphs(), *document.noted()] if text_of(p).strip() and is_whole([p])]
    if found:
        p = pick(rnd, found)
        p.addnext(copied(document, p))
    return bool(found)


def insert(document: Document, rnd: random.Random) -> bool:
    """One or a few new ones, in a cell or a note too."""
    found = [p for p in [*document.paragraphs(), *document.noted()] if not ends_section(p)]
    if found:
        p = pick(rnd, found)
        for _ in range(pick(rnd, (1, 1, 3))):
            made = paragraph(f"Giao Sở Tài chính bố trí {rnd.randint(2, 99)} tỷ đồng cho nhiệm vụ này.", p)
            (p.addnext if rnd.random() < 0.7 else p.addprevious)(made)
    return bool(found)


def insert_empty(document: Document, rnd: random.Random) -> bool:
    found = [p for p in document.paragraphs() if not ends_section(p)]
    if found:
        pick(rnd, found).addnext(etree.Element(w("p")))
    return bool(found)


def split(document: Document, rnd: random.Random) -> bool:
    """At a word inside a run, or between runs."""
    found = [p for p in document.paragraphs() if _places(p)]
    if not found:
        return False
    p = pick(rnd, found)
    child = pick(rnd, _places(p))
    rest = [child, *child.itersiblings()]
    t = child.find(w("t"))
    if t is not None and " " in (t.text or "").strip() and len(child.findall(w("t"))) == 1:
        words = (t.text or "").split(" ")
        cut = rnd.randrange(1, len(words))
        after = deepcopy(child)
        put(t, " ".join(words[:cut]))
        for one in list(child)[child.index(t) + 1 :]:
            child.remove(one)
        for one in list(after):
            if one.tag == w("t"):
                put(one, " ".join(words[cut:]))
                break
            if one.tag != w("rPr"):
                after.remove(one)
        rest[0] = after
    other = etree.Element(w("p"))
    properties = p.find(w("pPr"))
    if properties is not None:
        other.append(deepcopy(properties))
    other.extend(rest)
    p.addnext(other)
    return True


def _places(p: Element) -> list[Element]:
    """The runs before or in which a paragraph can be cut: no field is open there."""
    children = content(p)
    if ends_section(p) or not is_whole([p]):
        return []
    return [one for at, one in enumerate(children) if one.tag == w("r") and is_whole(children[:at]) and at]


def join(document: Document, rnd: random.Random) -> bool:
    """A paragraph runs on into the next; the look of either stays."""
    found = list(in_order([p for p in [*document.paragraphs(), *document.noted()] if not ends_section(p)]))
    if not found:
        return False
    one, other = pick(rnd, found)
    if rnd.random() < 0.5:
        one.extend(content(other))
        take_out(other)
    else:
        at = 1 if other.find(w("pPr")) is not None else 0
        for child in reversed(content(one)):
            other.insert(at, child)
        take_out(one)
    return True


def swap(document: Document, rnd: random.Random) -> bool:
    found = [pair for pair in in_order(document.paragraphs()) if is_whole(pair[:1]) and is_whole(pair[1:])]
    if found:
        one, other = pick(rnd, found)
        loosen(document, [one])
        other.addnext(one)
    return bool(found)


def move(document: Document, rnd: random.Random) -> bool:
    """A block of up to eight paragraphs to somewhere else."""
    return bool(_moved(document, rnd))


def move_edited(document: Document, rnd: random.Random) -> bool:
    """The same, words of it edited on the way."""
    block = _moved(document, rnd)
    for p in block:
        for t in texts(p)[:1]:
            if next(t.iterancestors(w("txbxContent")), None) is None and rnd.random() < 0.7:
                put(t, f"{t.text} theo quy định")
    return bool(block)


def _block(
    document: Document, rnd: random.Random, size: int, tags: tuple[str, ...] = _BLOCKS
) -> list[Element]:
    """Up to `size` of the body's blocks in a row."""
    starts = [one for one in document.body if one.tag in tags and is_whole([one])]
    if not starts:
        return []
    block = [pick(rnd, starts)]
    while len(block) < size and (after := block[-1].getnext()) is not None:
        if after.tag not in tags or not is_whole([*block, after]):
            break
        block.append(after)
    return block


def _moved(document: Document, rnd: random.Random) -> list[Element]:
    block = _block(document, rnd, rnd.randint(1, 8))
    rest = [p for p in document.top() if p not in block and text_of(p).strip()]
    if not block or not rest or len(rest) < 3:
        return []
    target = pick(rnd, rest)
    if rnd.random() < 0.4:  # near
        near = [p for p in rest if abs(document.body.index(p) - document.body.index(block[0])) < 10]
        target = pick(rnd, near or rest)
    loosen(document, block)
    for p in block:
        target.addprevious(p)
    return block
