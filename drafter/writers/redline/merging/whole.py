"""Whole blocks that came or went: paragraphs, and tables with every row and cell in them."""

from __future__ import annotations

from ..names import DEL, INS, TBL, TC, TR, Element, P
from ..pairing.grouping import blocks
from ..writing.placing import put_instead
from .merging import merge
from .story import StoryPair


def deleted(element: Element, story: StoryPair) -> list[Element]:
    """A block of the old draft as deleted blocks of the new one."""
    if element.tag == P:
        return merge([element], [], story)
    copied = story.adapt(element)
    _mark_rows(copied, DEL, story.copied())
    return [copied]


def inserted(element: Element, story: StoryPair) -> list[Element]:
    """A block of the new draft marked as inserted, in its place."""
    if element.tag == P:
        made = merge([], [element], story)
        put_instead([element], made)
        return made
    _mark_rows(element, INS, story)
    return [element]


def _mark_rows(table: Element, mark: str, story: StoryPair) -> None:
    for row in list(blocks(table, (TR,))):
        mark_row(row, mark, story)


def mark_row(row: Element, mark: str, story: StoryPair) -> None:
    """Mark a row with everything in it; for deletions it is a copy that stands in the new draft already."""
    story.marks.row(row, mark)
    for cell in blocks(row, (TC,)):
        for element in list(blocks(cell)):
            if element.tag == TBL:
                _mark_rows(element, mark, story)
            elif mark == INS:
                inserted(element, story)
            else:
                put_instead([element], merge([element], [], story))
