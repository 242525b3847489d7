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
    tail: list[Element] = []
    for child in reversed(container):
        if child.tag == SECTPR:
            continue
        if child.tag != P:
            break
        tail.insert(0, child)
        if mark_of(child) is None:
            break
    if len(tail) < 2 or mark_of(tail[0]) is not None or _holds_section(tail):
        return
    marks = [mark_of(p) for p in tail]
    kept = [p.find(PPR) for p, mark in zip(tail, marks, strict=True) if mark is None or mark.tag == INS]
    lost = [
        _former(p.find(PPR)) for p, mark in zip(tail, marks, strict=True) if mark is None or mark.tag == DEL
    ]
    shifted = [*marks[1:], None]
    looks = iter([_unmarked(properties) for properties in kept])
    others = iter([_unmarked(properties) for properties in lost])
    for p, mark in zip(tail, shifted, strict=True):
        properties = next(others if mark is not None and mark.tag == DEL else looks)
        _dress(p, properties, mark)


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
