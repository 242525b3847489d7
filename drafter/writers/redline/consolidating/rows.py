"""Rows: the rows of a base table with those of the copies' tables, for consolidating."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..merging.tables import width
from ..merging.whole import mark_row
from ..names import DEL, INS, TC, TR, Element
from ..pairing.grouping import StoryBlock, blocks, blocks_in
from ..pairing.pairing import paired
from ..reading.plain import shown
from ..writing.placing import put_after, put_before
from .voices import Copied, Voice, Work


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

    def come(self, place: int, row: StoryBlock, voice: Voice) -> None:
        """A row of a copy that comes before a place; what two reviewers add alike stands there once."""
        there = self.coming.setdefault(place, [])
        if not any(key == row.key and side[0] is not voice for key, side in there):
            there.append((row.key, (voice, row.element)))


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
        put_after(base[-1].element, _new_rows(rows, len(base), work))


def _read(base: Sequence[StoryBlock], sides: Sequence[Copied], work: Work) -> _Rows:
    rows = _Rows([[] for _ in base])
    for voice, other in sides:
        theirs = blocks_in(other, work.words, (TR,))
        at = 0
        for i, k in paired(theirs, base):
            row = theirs[i] if i is not None else None
            at = at if k is None else k + 1
            if row is not None and k is not None and width(row.element) == width(base[k].element):
                rows.edited[k].append((voice, row.element))
                continue
            if k is not None:
                rows.takers.setdefault(k, voice.author)
            if row is not None:
                rows.come(at, row, voice)
    return rows


def _new_rows(rows: _Rows, place: int, work: Work) -> list[Element]:
    return [_new_row(side, work) for _, side in rows.coming.get(place, ())]


def _new_row(side: Copied, work: Work) -> Element:
    voice, row = side
    copied = voice.story.adapt(row)
    work.marks.author = voice.author
    mark_row(copied, INS, voice.story.copied())
    return copied
