"""Rows: the rows of a base table with those of the copies' tables, for consolidating."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..merging.whole import mark_row
from ..names import DEL, INS, TC, TR, Element, parent_of
from ..pairing.grouping import StoryBlock, blocks, blocks_in
from ..pairing.pairing import paired
from ..reading.plain import shown
from .voices import Copied, Work


class Cells(Protocol):
    """Consolidates one cell."""

    def __call__(
        self, container: Element, sides: Sequence[Copied], work: Work, *, gone: str | None = None
    ) -> None: ...


@dataclass(slots=True)
class _Rows:
    """What the copies do to the rows of one base table."""

    edited: list[list[Copied]]  # of each base row the rows that continue it
    takers: dict[int, str] = field(default_factory=dict)  # who deleted which
    coming: dict[int, list[tuple[str, Copied]]] = field(default_factory=dict)  # before which; with its words


def consolidate_rows(
    table: Element, sides: Sequence[Copied], work: Work, consolidate: Cells, *, gone: str | None = None
) -> None:
    """The rows of a base table with those of the copies' tables; `gone`: who deleted all of it."""
    base = blocks_in(table, work.words, (TR,))
    rows = _read(base, sides, work)
    for place, row in enumerate(base):
        put_before(row.element, _new_rows(rows, place, work))
        taker = rows.takers.get(place)
        author = taker or gone
        if taker is not None:
            others = [side for side in rows.edited[place] if shown(side[1]) != shown(row.element)]
            work.removed(row.element, taker, others)
        if author is not None:
            work.marks.author = author
            work.marks.row(row.element, DEL)
        for number, cell in enumerate(list(blocks(row.element, (TC,)))):
            cells = [(voice, list(blocks(other, (TC,)))[number]) for voice, other in rows.edited[place]]
            consolidate(cell, cells, work, gone=author)
    if base:
        last = base[-1].element
        at = parent_of(last).index(last) + 1
        parent_of(last)[at:at] = _new_rows(rows, len(base), work)


def _read(base: Sequence[StoryBlock], sides: Sequence[Copied], work: Work) -> _Rows:
    rows = _Rows([[] for _ in base])
    for voice, other in sides:
        theirs = blocks_in(other, work.words, (TR,))
        at = 0
        for i, k in paired(theirs, base):
            alike = i is not None and k is not None and _width(theirs[i].element) == _width(base[k].element)
            if k is not None:
                at = k + 1
                if alike and i is not None:
                    rows.edited[k].append((voice, theirs[i].element))
                else:
                    rows.takers.setdefault(k, voice.author)
            if i is not None and not alike:
                there = rows.coming.setdefault(at, [])
                known = any(key == theirs[i].key and one[0] is not voice for key, one in there)
                if not known:  # what two reviewers add alike stands there once
                    there.append((theirs[i].key, (voice, theirs[i].element)))
    return rows


def _new_rows(rows: _Rows, place: int, work: Work) -> list[Element]:
    return [_new_row(side, work) for _, side in rows.coming.get(place, ())]


def _new_row(side: Copied, work: Work) -> Element:
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
