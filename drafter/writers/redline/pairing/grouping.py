"""Grouping: the blocks of two containers, which belong together, halves of split paragraphs drawn in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from drafter.language.words import WordCodes, printed

from ..names import BLOCK_WRAPPERS, TBL, Element, P, content, parent_of
from ..reading.plain import plain_text
from .operations import Op
from .pairing import Pair, Pairable


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
    found = [block(element, words) for element in blocks(container, tags)]
    for place, one in enumerate(found):
        one.place = place
    return found


def block(element: Element, words: WordCodes) -> StoryBlock:
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
    if not anchors:
        return []
    rows = {block.element: place for place, block in enumerate(before)}
    columns = {block.element: place for place, block in enumerate(after)}
    out: list[tuple[int, int]] = []
    for one, other in anchors:
        if one in rows and other in columns:
            pair = rows[one], columns[other]
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
            group = groups[at]
            while 0 <= at + step < len(groups) and _belongs(group, groups[at + step], before, after):
                extra = groups.pop(at + step)
                if step == 1:
                    group.old.extend(extra.old)
                    group.new.extend(extra.new)
                else:
                    at -= 1
                    group.old[:0] = extra.old
                    group.new[:0] = extra.new
            at += step
    return groups


def _belongs(
    group: BlockGroup, extra: BlockGroup, before: Sequence[StoryBlock], after: Sequence[StoryBlock]
) -> bool:
    """Whether an unpaired neighbour holds words that the paired paragraph's other side has left over."""
    if not group.old or not group.new or (extra.old and extra.new):
        return False
    side, other = (after, before) if extra.new else (before, after)
    ours, theirs = (group.new, group.old) if extra.new else (group.old, group.new)
    more = extra.new or extra.old
    kinds = {side[place].kind for place in (*ours, *more)} | {other[place].kind for place in theirs}
    if kinds != {"p"}:
        return False
    if side[more[0]].blank or parent_of(side[more[0]].element) is not parent_of(side[ours[0]].element):
        return False
    if side[more[0]].place - side[ours[-1]].place != 1 and side[ours[0]].place - side[more[-1]].place != 1:
        return False
    against = "".join(other[place].words for place in theirs)
    alone = LCSseq.similarity("".join(side[place].words for place in ours), against)
    together = LCSseq.similarity("".join(side[place].words for place in sorted([*ours, *more])), against)
    return together - alone >= max(0.5 * len(side[more[0]].words), 1)


def join_last(groups: list[BlockGroup], before: Sequence[StoryBlock], after: Sequence[StoryBlock]) -> None:
    """A container keeps one last paragraph mark; last paragraphs that are new to each other share it."""
    at = len(groups)
    while at and not (groups[at - 1].old and groups[at - 1].new):
        at -= 1
    if any(group.move is not None for group in groups[at:]):
        return
    olds = [group for group in groups[at:] if group.old]
    news = [group for group in groups[at:] if group.new]
    if olds and news and before[olds[-1].old[-1]].kind == after[news[-1].new[-1]].kind == "p":
        groups.remove(olds[-1])
        news[-1].old[:] = olds[-1].old
