"""Paragraphs: deleted, doubled, added, split, joined, moved."""

from __future__ import annotations

import random

from .document import Document, Element, in_order, is_delicate, paragraph, put, renewed, text_of, texts, w


def delete(document: Document, rnd: random.Random) -> bool:
    """Any paragraph of the body, the first and the last too; or one of a cell that has two."""
    found = [p for p in document.top() if not is_delicate(p)]
    for cell in document.body.iter(w("tc")):
        own = cell.findall(w("p"))
        if len(own) > 1:
            found += [p for p in own[:-1] if not is_delicate(p)]
    if len(found) < 2:
        return False
    _drop(rnd.choice(found))
    return True


def delete_run(document: Document, rnd: random.Random) -> bool:
    """Several paragraphs in a row."""
    found = document.plain()
    if len(found) < 8:
        return False
    at = rnd.randrange(len(found) - 4)
    for p in found[at : at + rnd.randint(2, 4)]:
        _drop(p)
    return True


def duplicate(document: Document, rnd: random.Random) -> bool:
    found = [p for p in document.paragraphs() if text_of(p).strip() and not is_delicate(p)]
    if found:
        p = rnd.choice(found)
        if p in document.top() or p.getparent() is not document.body:
            p.addnext(renewed(p))
    return bool(found)


def insert(document: Document, rnd: random.Random) -> bool:
    found = document.plain()
    if found:
        p = rnd.choice(found)
        made = paragraph(f"Giao Sở Tài chính bố trí {rnd.randint(2, 99)} tỷ đồng cho nhiệm vụ này.", p)
        (p.addnext if rnd.random() < 0.7 else p.addprevious)(made)
    return bool(found)


def split(document: Document, rnd: random.Random) -> bool:
    """At a word inside a run."""
    found = [p for p in document.plain() if any(" " in (t.text or "").strip() for t in texts(p))]
    if not found:
        return False
    p = rnd.choice(found)
    t = rnd.choice([t for t in texts(p) if " " in (t.text or "").strip()])
    run = t.getparent()
    if run is None or run.getparent() is not p or len(run.findall(w("t"))) != 1:
        return False
    words = (t.text or "").split(" ")
    cut = rnd.randrange(1, len(words))
    other = etree_copy(p, run)
    put(t, " ".join(words[:cut]))
    first = next(iter(other.iter(w("t"))))
    put(first, " ".join(words[cut:]))
    for after in list(run.itersiblings()):
        p.remove(after)
    p.addnext(other)
    return True


def etree_copy(p: Element, run: Element) -> Element:
    """A copy of a paragraph from `run` on."""
    at = p.index(run)
    made = renewed(p)
    for place in reversed(range(at)):
        if made[place].tag != w("pPr"):
            made.remove(made[place])
    return made


def join(document: Document, rnd: random.Random) -> bool:
    """A paragraph runs on into the next."""
    found = list(in_order(document.plain()))
    if found:
        one, other = rnd.choice(found)
        one.extend([child for child in other if child.tag != w("pPr")])
        _drop(other)
    return bool(found)


def swap(document: Document, rnd: random.Random) -> bool:
    found = list(in_order(document.plain()))
    if found:
        one, other = rnd.choice(found)
        other.addnext(one)
    return bool(found)


def move(document: Document, rnd: random.Random) -> bool:
    """A block of up to eight paragraphs to somewhere else."""
    return bool(_moved(document, rnd))


def move_edited(document: Document, rnd: random.Random) -> bool:
    """The same, a word of it edited on the way."""
    block = _moved(document, rnd)
    for t in texts(block[0])[:1] if block else []:
        put(t, f"{t.text} theo quy định")
    return bool(block)


def _moved(document: Document, rnd: random.Random) -> list[Element]:
    found = document.plain()
    if len(found) < 10:
        return []
    at = rnd.randrange(len(found) - 8)
    block = found[at : at + rnd.randint(1, 8)]
    rest = [p for p in found if p not in block]
    target = rnd.choice(rest)
    for p in block:
        target.addprevious(p)
    return block


def _drop(p: Element) -> None:
    parent = p.getparent()
    if parent is not None:
        parent.remove(p)


__all__ = [
    "delete", "delete_run", "duplicate", "insert", "join", "move", "move_edited", "split", "swap",
]  # fmt: skip
