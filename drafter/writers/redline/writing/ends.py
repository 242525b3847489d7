"""Ends: a cell, note, text box or body cannot lose or gain its last paragraph mark; earlier ones do instead.

`A¶` becoming `A¶ B¶` inserts the mark after A, not the one after B; that is how Word itself tracks it.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from ..names import DEL, INS, PPR, PPR_CHANGE, RPR, SECTPR, Element, P


def settle_end(container: Element) -> None:
    """Shift the marks of the last paragraphs of `container` one back, so that the last one has none."""
    tail = _marked_tail(container)
    if len(tail) < 2 or mark_of(tail[0]) is not None or _holds_section(tail):
        return
    marks = [mark_of(p) for p in tail]
    properties = [(p.find(PPR), mark) for p, mark in zip(tail, marks, strict=True)]
    kept = iter([_unmarked(found) for found, mark in properties if not _is(mark, DEL)])
    lost = iter([_unmarked(_former(found)) for found, mark in properties if not _is(mark, INS)])
    for p, mark in zip(tail, [*marks[1:], None], strict=True):
        _dress(p, next(lost if _is(mark, DEL) else kept), mark)


def _marked_tail(container: Element) -> list[Element]:
    """The last paragraphs of a container, back to the first whose mark was neither inserted nor deleted."""
    tail: list[Element] = []
    for child in reversed(container):
        if child.tag == P:
            tail.append(child)
        if child.tag not in (P, SECTPR) or (child.tag == P and mark_of(child) is None):
            break
    return tail[::-1]


def _is(mark: Element | None, tag: str) -> bool:
    return mark is not None and mark.tag == tag


def mark_of(p: Element) -> Element | None:
    """What happened to a paragraph's mark: its `w:ins` or `w:del`."""
    run = p.find(f"{PPR}/{RPR}")
    if run is None:
        return None
    return next((child for child in run if child.tag in (INS, DEL)), None)


def _former(properties: Element | None) -> Element | None:
    """What the properties were before they changed."""
    change = None if properties is None else properties.find(PPR_CHANGE)
    return properties if change is None else change.find(PPR)


def _holds_section(tail: Sequence[Element]) -> bool:
    return any(p.find(f"{PPR}/{SECTPR}") is not None for p in tail)


def _unmarked(properties: Element | None) -> Element | None:
    if properties is None:
        return None
    made = deepcopy(properties)
    run = made.find(RPR)
    if run is not None:
        for child in [child for child in run if child.tag in (INS, DEL)]:
            run.remove(child)
    return made


def _dress(p: Element, properties: Element | None, mark: Element | None) -> None:
    old = p.find(PPR)
    if old is not None:
        p.remove(old)
    made = properties if properties is not None else etree.Element(PPR)
    if mark is not None:
        run = made.find(RPR)
        if run is None:
            run = etree.Element(RPR)
            at = (place for place, child in enumerate(made) if child.tag in (SECTPR, PPR_CHANGE))
            made.insert(next(at, len(made)), run)
        run.insert(0, mark)
    if len(made) or made.attrib:
        p.insert(0, made)
