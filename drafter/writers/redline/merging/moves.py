"""Moves: a clause with its children taken from one place to another, its inner edits shown.

What stays the same in it is `w:moveFrom` and `w:moveTo`, equal on both sides; what was edited is
deleted at the old place and inserted at the new one, so that nothing hides inside the move.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..names import DEL, ID, INS, MOVE_FROM, MOVE_TO, PPR, Element, w
from ..pairing.grouping import Move
from ..pairing.phrases import Op
from ..writing.lines import Lines
from .merging import operations_of
from .story import StoryPair


def plan_move(groups: Sequence[tuple[list[Element], list[Element]]], name: str, story: StoryPair) -> Move:
    """`groups` pair the paragraphs of the two sides, each in order."""
    ops: list[Op] = []
    for old, new in groups:
        for before, after in operations_of(old, new, story):
            if before is not None and after is not None and not _plain(before.key, before.text, after.text):
                ops += [(before, None), (None, after)]
            else:
                ops.append((before, after))
    return Move(name, ops)


def _plain(key: str, text: str, after: str) -> bool:
    """Whether an atom can be shown at both places: words alike to the letter, and paragraph marks."""
    return key == "\x00¶" or (text == after and not key.startswith("\x00"))


def moved_from(move: Move, story: StoryPair) -> list[Element]:
    """The paragraphs at the old place."""
    lines = Lines(story.marks, story.adapt)
    for old, new in move.ops:
        if old is None:
            continue
        mark = DEL if new is None else MOVE_FROM
        if old.mark is not None:
            lines.end(old.mark, mark, old=True)
        else:
            lines.close((), old.path)
            lines.put(old, mark, old=True)
    return _ranged(lines.out, "moveFromRange", move.name, story)


def moved_to(move: Move, story: StoryPair) -> list[Element]:
    """The paragraphs at the new place."""
    lines = Lines(story.marks, story.adapt)
    for old, new in move.ops:
        if new is None:
            continue
        mark = INS if old is None else MOVE_TO
        for loose in new.decor:
            lines.put(loose, None)
        story.gained(new)
        if new.mark is not None:
            lines.end(new.mark, mark)
        else:
            lines.put(new, mark)
    return _ranged(lines.out, "moveToRange", move.name, story)


def _ranged(paragraphs: list[Element], tag: str, name: str, story: StoryPair) -> list[Element]:
    start = story.marks.range_start(w(f"{tag}Start"), name)
    end = etree.Element(w(f"{tag}End"))
    end.set(ID, start.get(ID, ""))
    first = paragraphs[0]
    first.insert(1 if len(first) and first[0].tag == PPR else 0, start)
    return [*paragraphs, end]
