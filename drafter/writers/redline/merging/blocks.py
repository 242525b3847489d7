"""Blocks: the paragraphs and tables of two containers paired, and the new one rewritten with marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..names import DEL, INS, PPR, SECTPR, TBL, TC, TR, Element, P, parent_of
from ..pairing.grouping import BlockGroup, Move, StoryBlock, blocks, blocks_in, groups_of, join_last, places
from ..pairing.pairing import paired
from ..writing.ends import settle_end
from .merging import merge
from .moves import moved_from, moved_to, plan_move
from .story import StoryPair


def merge_blocks(
    old: Element,
    new: Element,
    story: StoryPair,
    anchors: Sequence[tuple[Element, Element]] = (),
    moves: Sequence[tuple[list[Element], list[Element]]] = (),
) -> None:
    """Rewrite the container `new` in place so that its marks lead from `old` to it."""
    before = blocks_in(old, story.words)
    after = blocks_in(new, story.words)
    moved = _moved(moves, before, after, story)
    groups = _grouped(before, after, anchors, moved)
    join_last(groups, before, after)
    _write(groups, before, after, new, story)
    settle_end(new)


def _grouped(
    before: Sequence[StoryBlock],
    after: Sequence[StoryBlock],
    anchors: Sequence[tuple[Element, Element]],
    moved: Sequence[Moved],
) -> list[BlockGroup]:
    gone = {place for one in moved for place in one.old}
    come = {place for one in moved for place in one.new}
    rows = [place for place in range(len(before)) if place not in gone]
    columns = [place for place in range(len(after)) if place not in come]
    kept_before, kept_after = [before[row] for row in rows], [after[column] for column in columns]
    pairs = paired(kept_before, kept_after, places(kept_before, kept_after, anchors))
    groups = groups_of(pairs, kept_before, kept_after)
    for group in groups:
        group.old = [rows[place] for place in group.old]
        group.new = [columns[place] for place in group.new]
    return _with_moved(groups, moved)


def _with_moved(groups: list[BlockGroup], moved: Sequence[Moved]) -> list[BlockGroup]:
    """Both sides of every move set in where they stand."""
    for one in moved:
        olds = (n for n, group in enumerate(groups) if group.old and group.old[0] > one.old[0])
        groups.insert(next(olds, len(groups)), BlockGroup(list(one.old), [], one.move))
        news = (n for n, group in enumerate(groups) if group.new and group.new[0] > one.new[0])
        groups.insert(next(news, len(groups)), BlockGroup([], list(one.new), one.move))
    return groups


@dataclass(slots=True)
class Moved:
    """A move between places of the two containers."""

    old: list[int]
    new: list[int]
    move: Move


def _moved(
    moves: Sequence[tuple[list[Element], list[Element]]],
    before: Sequence[StoryBlock],
    after: Sequence[StoryBlock],
    story: StoryPair,
) -> list[Moved]:
    """Those moves that can be written as such: paragraphs in a row on both sides, no section's end."""
    rows = {block.element: place for place, block in enumerate(before)}
    columns = {block.element: place for place, block in enumerate(after)}
    out: list[Moved] = []
    for olds, news in moves:
        old, new = [rows.get(p, -1) for p in olds], [columns.get(p, -1) for p in news]
        if not (_in_a_row(old, before) and _in_a_row(new, after)):
            continue
        if any(set(one.old) & set(old) or set(one.new) & set(new) for one in out):
            continue
        pairs = paired([before[place] for place in old], [after[place] for place in new])
        groups = groups_of(pairs, [before[place] for place in old], [after[place] for place in new])
        shown = [([olds[i] for i in group.old], [news[k] for k in group.new]) for group in groups]
        out.append(Moved(old, new, plan_move(shown, f"move{len(out) + 1}", story)))
    return out


def _in_a_row(places: Sequence[int], side: Sequence[StoryBlock]) -> bool:
    if not places or places[0] < 0 or list(places) != list(range(places[0], places[0] + len(places))):
        return False
    elements = [side[place].element for place in places]
    return (
        all(element.tag == P and element.find(f"{PPR}/{SECTPR}") is None for element in elements)
        and len({id(parent_of(element)) for element in elements}) == 1
    )


def _write(
    groups: Sequence[BlockGroup],
    before: Sequence[StoryBlock],
    after: Sequence[StoryBlock],
    container: Element,
    story: StoryPair,
) -> None:
    last: Element | None = None  # what was written last, for deletions that follow it
    for number, group in enumerate(groups):
        olds = [before[place].element for place in group.old]
        news = [after[place].element for place in group.new]
        if not news:
            following = next((after[g.new[0]].element for g in groups[number:] if g.new), None)
            made = deleted(olds[0], story) if group.move is None else moved_from(group.move, story)
            _place(made, last, following, container)
        elif not olds and group.move is not None:
            made = moved_to(group.move, story)
            _replace(news, made)
        elif not olds:
            made = inserted(news[0], story)
        elif news[0].tag == TBL:
            merge_tables(olds[0], news[0], story)
            made = news
        elif _untouched(group, before, after, story):
            made = news
        else:
            made = merge(olds, news, story)
            _replace(news, made)
        last = made[-1] if made else last


def _untouched(
    group: BlockGroup, before: Sequence[StoryBlock], after: Sequence[StoryBlock], story: StoryPair
) -> bool:
    if len(group.old) != 1 or len(group.new) != 1 or story.formatting:
        return False
    one, other = before[group.old[0]], after[group.new[0]]
    return one.simple and other.simple and one.key == other.key


def _replace(news: Sequence[Element], made: Sequence[Element]) -> None:
    for element in made:  # without the place's number, which costs a walk past all before it
        news[0].addprevious(element)
    for element in news:
        parent_of(element).remove(element)


def _place(
    made: Sequence[Element], last: Element | None, following: Element | None, container: Element
) -> None:
    """Put deleted blocks between what was written last and what follows, as far out as both allow."""
    if last is not None and (following is None or _depth(last, container) <= _depth(following, container)):
        parent, at = parent_of(last), parent_of(last).index(last) + 1
    elif following is not None:
        parent, at = parent_of(following), parent_of(following).index(following)
    else:
        parent = container
        at = next((at for at, child in enumerate(container) if child.tag == SECTPR), len(container))
    parent[at:at] = list(made)


def _depth(element: Element, container: Element) -> int:
    depth = 0
    for up in element.iterancestors():
        if up is container:
            break
        depth += 1
    return depth


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
        _replace([element], made)
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
                _replace([element], merge([element], [], story))


def merge_tables(old: Element, new: Element, story: StoryPair) -> None:
    """Rows pair by their words; cells of paired rows by column, where there are equally many."""
    before = blocks_in(old, story.words, (TR,))
    after = blocks_in(new, story.words, (TR,))
    last: Element | None = None
    pairs = paired(before, after)
    for number, (i, k) in enumerate(pairs):
        row = after[k].element if k is not None else None
        source = before[i].element if i is not None else None
        if source is not None and (row is None or not _same_cells(source, row)):
            copied = story.adapt(source)
            mark_row(copied, DEL, story.copied())
            following = row
            if following is None:
                following = next((after[c].element for _, c in pairs[number:] if c is not None), None)
            _place([copied], last, following, new)
            last, source = copied, None
        if row is not None and source is None:
            mark_row(row, INS, story)
        elif row is not None and source is not None:
            for one, other in zip(list(blocks(source, (TC,))), list(blocks(row, (TC,))), strict=True):
                merge_blocks(one, other, story)
        last = row if row is not None else last


def _same_cells(old: Element, new: Element) -> bool:
    return sum(1 for _ in blocks(old, (TC,))) == sum(1 for _ in blocks(new, (TC,)))
