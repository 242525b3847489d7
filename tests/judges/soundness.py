"""Soundness of a package: what makes Word report unreadable content, or hides an edit."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from .packages import Element, Parts, R, w

_MAIN = "word/document.xml"
_MARKS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_MOST = 5  # faults told of one kind


def faults(parts: Parts) -> list[str]:
    """Structural faults, one line each."""
    found = [fault for name in sorted(parts.names) if name.endswith(".rels") for fault in _links(parts, name)]
    document = parts.trees.get(_MAIN)
    if document is None:
        return [*found, f"{_MAIN} missing"]
    found += list(_revisions(document))[:1]
    found += list(_deleted_texts(document))
    return found + list(_moves(document))[:_MOST]


def _links(parts: Parts, name: str) -> Iterator[str]:
    """Relationships that lead nowhere, and ids that are used without one."""
    base = posixpath.dirname(posixpath.dirname(name))
    ids = set()
    for relation in parts.trees[name]:
        if not isinstance(relation.tag, str):
            continue
        ids.add(relation.get("Id"))
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External" or target in ("", "NULL"):
            continue
        full = (
            target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
        )
        if full not in parts.names:
            yield f"{name}: target {target} missing"
    owner = posixpath.join(base, posixpath.basename(name)[: -len(".rels")])
    if owner in parts.trees:
        elements = (one for one in parts.trees[owner].iter() if isinstance(one.tag, str))
        used = {v for one in elements for k, v in one.attrib.items() if str(k).startswith(f"{{{R}}}") and v}
        for key in sorted(str(key) for key in used - ids):
            yield f"{owner}: relationship {key} missing"


def _revisions(document: Element) -> Iterator[str]:
    seen = set()
    for mark in document.iter(*_MARKS):
        key = mark.get(w("id"))
        if key is None or mark.get(w("author")) is None:
            yield f"{_MAIN}: revision without id or author"
        elif key in seen:
            yield f"{_MAIN}: revision id {key} twice"
        seen.add(key)


def _deleted_texts(document: Element) -> Iterator[str]:
    def nearest(one: Element) -> str | None:
        found = next(one.iterancestors(w("del"), w("txbxContent")), None)
        return None if found is None else found.tag

    if any(t.text and nearest(t) == w("del") for t in document.iter(w("t"))):
        yield f"{_MAIN}: w:t inside w:del"
    if any(next(t.iterancestors(w("del")), None) is None for t in document.iter(w("delText"))):
        yield f"{_MAIN}: w:delText outside w:del"


def _moves(document: Element) -> Iterator[str]:
    """Ranges that do not pair by name; moved text that differs on its two sides and nothing marks it."""
    sides = {side: _moved_texts(document, side) for side in ("From", "To")}
    for name in sorted(sides["From"].keys() ^ sides["To"].keys()):
        yield f"move {name} has one side only"
    for name in sorted(sides["From"].keys() & sides["To"].keys()):
        if sides["From"][name] != sides["To"][name]:
            yield f"move {name}: the text differs on its two sides and nothing marks it"


def _moved_texts(document: Element, side: str) -> dict[str, str]:
    """The moved text of one side by the name of its range, without white space."""
    start, end, wrap = (w(f"move{side}{what}") for what in ("RangeStart", "RangeEnd", ""))
    texts: dict[str, str] = {}
    inside: dict[str | None, str] = {}
    for one in document.iter():
        if one.tag == start:
            inside[one.get(w("id"))] = one.get(w("name"), "")
            texts.setdefault(one.get(w("name"), ""), "")
        elif one.tag == end:
            inside.pop(one.get(w("id")), None)
        elif one.tag == w("t") and inside and _is_kept(one, wrap):
            texts[list(inside.values())[-1]] += re.sub(r"\s+", "", one.text or "")
    return texts


def _is_kept(text: Element, wrap: str) -> bool:
    """Whether a text stands in a move and nothing marks it as edited there."""
    edited = next(text.iterancestors(w("ins"), w("del")), None) is not None
    return not edited and next(text.iterancestors(wrap), None) is not None
