"""Placing: blocks that were built, set in before, after or instead of others."""

from __future__ import annotations

from collections.abc import Sequence

from ..names import SECTPR, Element, parent_of


def put_before(element: Element, made: Sequence[Element]) -> None:
    """Set new blocks in before `element`."""
    for block in made:  # without the place's number, which costs a walk past all before it
        element.addprevious(block)


def put_after(element: Element, made: Sequence[Element]) -> None:
    """Set new blocks in after `element`."""
    parent = parent_of(element)
    at = parent.index(element) + 1
    parent[at:at] = list(made)


def put_instead(elements: Sequence[Element], made: Sequence[Element]) -> None:
    """Set new blocks in where `elements` stood."""
    put_before(elements[0], made)
    for element in elements:
        parent_of(element).remove(element)


def put_between(
    made: Sequence[Element], last: Element | None, following: Element | None, container: Element
) -> None:
    """Put deleted blocks between what was written last and what follows, as far out as both allow."""
    if last is not None and (following is None or _depth(last, container) <= _depth(following, container)):
        put_after(last, made)
    elif following is not None:
        put_before(following, made)
    else:
        at = next((at for at, child in enumerate(container) if child.tag == SECTPR), len(container))
        container[at:at] = list(made)


def _depth(element: Element, container: Element) -> int:
    depth = 0
    for up in element.iterancestors():
        if up is container:
            break
        depth += 1
    return depth
