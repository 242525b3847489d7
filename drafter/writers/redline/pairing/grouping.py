"""Grouping: the blocks of two containers, which belong together, halves of split paragraphs drawn in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter

from rapidfuzz.distance import LCSseq

from drafter.language.words import WordCodes, printed

from ..names import BLOCK_WRAPPERS, TBL, Element, P, content, parent_of
from ..reading.plain import plain_text
from .pairing import Pair, Pairable
from .phrases import Op


@dataclass(slots=True)
class StoryBlock(Pairable):
    """A paragraph, table or row with its place in the XML; `simple`: words and nothing else."""

    element: Element
    simple: bool = True
    place: int = 0  # among the blocks of its container


def blocks(container: Element, tags: Iterable[str] = (P, TBL)) -> Iterator[Element]:
    """The paragraphs and tables (or rows, or cells) of a container, those in content controls too."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag in BLOCK_WRAPPERS:
            yield from blocks(content(child), tags)


def blocks_in(container: Element, words: WordCodes, tags: Iterable[str] = (P, TBL)) -> list[StoryBlock]:
    """The blocks of a container, read for pairing, numbered in their order."""
    found = [read_block(element, words) for element in blocks(container, tags)]
    for place, block in enumerate(found):
        block.place = place
    return found


def read_block(element: Element, words: WordCodes) -> StoryBlock:
    """A block read for pairing."""
    if element.tag == P:
        text, simple = plain_text(element)
        return StoryBlock("p", text, words(printed(text)), element, simple)
    texts = [plain_text(p)[0] for p in element.iter(P)]
    key = "\x1f".join(texts)
    return StoryBlock(element.tag, key, words(printed(key)), element, False)


def places(
    before: Sequence[StoryBlock], after: Sequence[StoryBlock], anchors: Sequence[tuple[Element, Element]]
) -> list[tuple[int, int]]:
    """The anchors, pairs of elements, as places in both containers; only those that rise on both sides."""
    rows = {block.element: place for place, block in enumerate(before)}
    columns = {block.element: place for place, block in enumerate(after)}
    out: list[tuple[int, int]] = []
    for old, new in anchors:
        if old in rows and new in columns:
            pair = rows[old], columns[new]
            if not out or (pair[0] > out[-1][0] and pair[1] > out[-1][1]):
                out.append(pair)
    return out


@dataclass(slots=True)
class Move:
    """A named move; `ops` are the words of both sides."""

    name: str
    ops: list[Op]


@dataclass(slots=True)
class BlockGroup:
    """Blocks that are written together: places in the old and in the new container."""

    old: list[int]
    new: list[int]
    move: Move | None = None


def groups_of(
    pairs: Sequence[Pair], before: Sequence[StoryBlock], after: Sequence[StoryBlock]
) -> list[BlockGroup]:
    """One group per pair; halves of a split or joined paragraph drawn in."""
    groups = [BlockGroup([i] if i is not None else [], [k] if k is not None else []) for i, k in pairs]
    for step in (1, -1):
        at = 0 if step == 1 else len(groups) - 1
        while 0 <= at < len(groups):
            while 0 <= at + step < len(groups) and _belongs(groups[at], groups[at + step], before, after):
                _draw_in(groups[at], groups.pop(at + step), step)
                at -= 1 if step == -1 else 0
            at += step
    return groups


def _draw_in(group: BlockGroup, extra: BlockGroup, step: int) -> None:
    """Take the blocks of the group after (step 1) or before (step -1) into this one."""
    ends = (len(group.old), len(group.new)) if step == 1 else (0, 0)
    group.old[ends[0] : ends[0]] = extra.old
    group.new[ends[1] : ends[1]] = extra.new


def _belongs(
    group: BlockGroup, extra: BlockGroup, before: Sequence[StoryBlock], after: Sequence[StoryBlock]
) -> bool:
    """Whether an unpaired neighbour holds words that the paired paragraph's other side has left over."""
    if not group.old or not group.new or (extra.old and extra.new):
        return False
    olds, news = [before[place] for place in group.old], [after[place] for place in group.new]
    if extra.new:
        return _is_half([after[place] for place in extra.new], news, olds)
    return _is_half([before[place] for place in extra.old], olds, news)


def _is_half(more: Sequence[StoryBlock], ours: Sequence[StoryBlock], theirs: Sequence[StoryBlock]) -> bool:
    """Whether the paragraphs `more`, next to `ours`, hold half of their words of what is over in `theirs`."""
    if any(block.kind != "p" for block in (*more, *ours, *theirs)):
        return False
    if more[0].blank or parent_of(more[0].element) is not parent_of(ours[0].element):
        return False
    if more[0].place - ours[-1].place != 1 and ours[0].place - more[-1].place != 1:
        return False
    against = _words(theirs)
    alone = LCSseq.similarity(_words(ours), against)
    together = LCSseq.similarity(_words(sorted([*ours, *more], key=lambda block: block.place)), against)
    return together - alone >= max(0.5 * len(more[0].words), 1)


def _words(blocks: Sequence[StoryBlock]) -> str:
    return "".join(block.words for block in blocks)


def join_last(groups: list[BlockGroup], before: Sequence[StoryBlock], after: Sequence[StoryBlock]) -> None:
    """A container keeps one last paragraph mark; last paragraphs that are new to each other share it."""
    tail = list(takewhile(lambda group: not (group.old and group.new), reversed(groups)))
    old, new = (next(filter(attrgetter(side), tail), None) for side in ("old", "new"))
    if old is None or new is None or any(group.move is not None for group in tail):
        return
    if before[old.old[-1]].kind == after[new.new[-1]].kind == "p":
        groups.remove(old)
        new.old[:] = old.old
