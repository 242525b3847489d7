"""Tables: rows of two tables paired by their words, cells of paired rows by column."""

from __future__ import annotations

from ..names import DEL, INS, TC, TR, Element
from ..pairing.grouping import StoryBlock, blocks, blocks_in
from ..pairing.pairing import Pair, paired
from ..writing.placing import put_between
from .story import StoryPair
from .whole import mark_row


def merge_tables(old: Element, new: Element, story: StoryPair) -> None:
    """Rewrite the table `new` in place; a row with another number of cells is another row."""
    before = blocks_in(old, story.words, (TR,))
    after = blocks_in(new, story.words, (TR,))
    last: Element | None = None  # the row written last
    pairs = paired(before, after)
    for number, (i, k) in enumerate(pairs):
        source = before[i].element if i is not None else None
        row = after[k].element if k is not None else None
        if source is not None and row is not None and width(source) == width(row):
            _merge_cells(source, row, story)
        else:
            if source is not None:
                last = _delete_row(source, last, _following(pairs[number:], after), new, story)
            if row is not None:
                mark_row(row, INS, story)
        last = row if row is not None else last


def width(row: Element) -> int:
    """How many cells a row has."""
    return sum(1 for _ in blocks(row, (TC,)))


def _merge_cells(old: Element, new: Element, story: StoryPair) -> None:
    for before, after in zip(list(blocks(old, (TC,))), list(blocks(new, (TC,))), strict=True):
        story.merge_within(before, after, story)


def _delete_row(
    source: Element, last: Element | None, following: Element | None, table: Element, story: StoryPair
) -> Element:
    """Set a row of the old table in, deleted, between the row written last and the one that follows."""
    copied = story.adapt(source)
    mark_row(copied, DEL, story.copied())
    put_between([copied], last, following, table)
    return copied


def _following(pairs: list[Pair], after: list[StoryBlock]) -> Element | None:
    return next((after[k].element for _, k in pairs if k is not None), None)
