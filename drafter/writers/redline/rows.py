"""Rows: the rows of a base table with those of the copies' tables, for consolidating."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .blocks import mark_row
from .grouping import blocks, blocks_in
from .hunks import shown
from .names import DEL, INS, TC, TR, Element, parent_of
from .pairing import paired
from .voices import Side, Work


class Cells(Protocol):
    """Consolidates one cell."""

    def __call__(
        self, container: Element, sides: Sequence[Side], work: Work, *, gone: str | None = None
    ) -> None: ...


def consolidate_rows(
    table: Element, sides: Sequence[Side], work: Work, consolidate: Cells, *, gone: str | None = None
) -> None:
    """The rows of a base table with those of the copies' tables; `gone`: who deleted all of it."""
    base = blocks_in(table, work.words, (TR,))
    edited: list[list[Side]] = [[] for _ in base]
    takers: dict[int, str] = {}
    coming: dict[int, dict[str, Side]] = {}
    for voice, other in sides:
        theirs = blocks_in(other, work.words, (TR,))
        at = 0
        for i, k in paired(theirs, base):
            alike = i is not None and k is not None and _width(theirs[i].element) == _width(base[k].element)
            if k is not None:
                at = k + 1
                if alike and i is not None:
                    edited[k].append((voice, theirs[i].element))
                else:
                    takers.setdefault(k, voice.author)
            if i is not None and not alike:
                coming.setdefault(at, {}).setdefault(theirs[i].key, (voice, theirs[i].element))
    for place, row in enumerate(base):
        put_before(row.element, [_new_row(side, work) for side in coming.get(place, {}).values()])
        author = takers.get(place, gone)
        if place in takers:
            others = [side for side in edited[place] if shown(side[1]) != row.key.replace("\x1f", "\n")]
            work.removed(row.element, takers[place], others)
        if author is not None:
            work.marks.author = author
            work.marks.row(row.element, DEL)
        for number, cell in enumerate(list(blocks(row.element, (TC,)))):
            cells = [(voice, list(blocks(other, (TC,)))[number]) for voice, other in edited[place]]
            consolidate(cell, cells, work, gone=author)
    last = base[-1].element if base else None
    if last is not None:
        at = parent_of(last).index(last) + 1
        rows = [_new_row(side, work) for side in coming.get(len(base), {}).values()]
        parent_of(last)[at:at] = rows


def _new_row(side: Side, work: Work) -> Element:
    voice, row = side
    copied = voice.story.adapt(row)
    work.marks.author = voice.author
    mark_row(copied, INS, voice.story.copied())
    return copied


def _width(row: Element) -> int:
    return sum(1 for _ in blocks(row, (TC,)))


def put_before(element: Element, made: Sequence[Element]) -> None:
    """Set new blocks in before `element`."""
    parent = parent_of(element)
    at = parent.index(element)
    parent[at:at] = list(made)
