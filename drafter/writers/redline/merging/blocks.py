"""Blocks: the paragraphs and tables of two containers paired, and the new one rewritten with marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..names import PPR, SECTPR, TBL, Element, P, parent_of
from ..pairing.grouping import BlockGroup, Move, StoryBlock, blocks_in, groups_of, join_last, places
from ..pairing.pairing import paired
from ..writing.ends import settle_end
from ..writing.placing import put_between, put_instead
from .merging import merge
from .moves import moved_from, moved_to, plan_move
from .story import StoryPair
from .tables import merge_tables
from .whole import deleted, inserted

Moving = tuple[list[Element], list[Element]]  # paragraphs at the old and at the new place


def merge_blocks(
    old: Element,
    new: Element,
    story: StoryPair,
    anchors: Sequence[tuple[Element, Element]] = (),
    moves: Sequence[Moving] = (),
) -> None:
    """Rewrite the container `new` in place so that its marks lead from `old` to it."""
    before = blocks_in(old, story.words)
    after = blocks_in(new, story.words)
    groups = _grouped(before, after, anchors, _moved(moves, before, after, story))
    join_last(groups, before, after)
    _write(groups, before, after, new, story)
    settle_end(new)


# --- moves -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Moved:
    """A move between places of the two containers."""

    old: list[int]
    new: list[int]
    move: Move


def _moved(
    moves: Sequence[Moving], before: Sequence[StoryBlock], after: Sequence[StoryBlock], story: StoryPair
) -> list[_Moved]:
    """Those moves that can be written as such: paragraphs in a row on both sides, no section's end."""
    rows = {block.element: place for place, block in enumerate(before)}
    columns = {block.element: place for place, block in enumerate(after)}
    out: list[_Moved] = []
    for olds, news in moves:
        old, new = [rows.get(p, -1) for p in olds], [columns.get(p, -1) for p in news]
        free = not any(set(moved.old) & set(old) or set(moved.new) & set(new) for moved in out)
        if free and _in_a_row(old, before) and _in_a_row(new, after):
            shown = _paired_within([before[place] for place in old], [after[place] for place in new])
            out.append(_Moved(old, new, plan_move(shown, f"move{len(out) + 1}", story)))
    return out


def _in_a_row(places: Sequence[int], side: Sequence[StoryBlock]) -> bool:
    if not places or places[0] < 0 or list(places) != list(range(places[0], places[0] + len(places))):
        return False
    elements = [side[place].element for place in places]
    return (
        all(element.tag == P and element.find(f"{PPR}/{SECTPR}") is None for element in elements)
        and len({id(parent_of(element)) for element in elements}) == 1
    )


def _paired_within(olds: Sequence[StoryBlock], news: Sequence[StoryBlock]) -> list[Moving]:
    """The paragraphs of both places of a move, those together that continue each other."""
    groups = groups_of(paired(olds, news), olds, news)
    return [([olds[i].element for i in group.old], [news[k].element for k in group.new]) for group in groups]


# --- groups ------------------------------------------------------------------------------


def _grouped(
    before: Sequence[StoryBlock],
    after: Sequence[StoryBlock],
    anchors: Sequence[tuple[Element, Element]],
    moved: Sequence[_Moved],
) -> list[BlockGroup]:
    rows = _without(len(before), [place for move in moved for place in move.old])
    columns = _without(len(after), [place for move in moved for place in move.new])
    olds, news = [before[row] for row in rows], [after[column] for column in columns]
    groups = groups_of(paired(olds, news, places(olds, news, anchors)), olds, news)
    return _with_moved([_renumbered(group, rows, columns) for group in groups], moved)


def _without(size: int, gone: Sequence[int]) -> list[int]:
    left_out = frozenset(gone)
    return [place for place in range(size) if place not in left_out]


def _renumbered(group: BlockGroup, rows: Sequence[int], columns: Sequence[int]) -> BlockGroup:
    return BlockGroup([rows[place] for place in group.old], [columns[place] for place in group.new])


def _with_moved(groups: list[BlockGroup], moved: Sequence[_Moved]) -> list[BlockGroup]:
    """Both sides of every move set in where they stand."""
    for move in moved:
        olds = (n for n, group in enumerate(groups) if group.old and group.old[0] > move.old[0])
        groups.insert(next(olds, len(groups)), BlockGroup(list(move.old), [], move.move))
        news = (n for n, group in enumerate(groups) if group.new and group.new[0] > move.new[0])
        groups.insert(next(news, len(groups)), BlockGroup([], list(move.new), move.move))
    return groups


# --- writing -----------------------------------------------------------------------------


def _write(
    groups: Sequence[BlockGroup],
    before: Sequence[StoryBlock],
    after: Sequence[StoryBlock],
    container: Element,
    story: StoryPair,
) -> None:
    last: Element | None = None  # what was written last, for deletions that follow it
    for number, group in enumerate(groups):
        olds, news = [before[place] for place in group.old], [after[place] for place in group.new]
        if news:
            made = _written(olds, news, group.move, story)
        else:
            following = next((after[g.new[0]].element for g in groups[number:] if g.new), None)
            made = moved_from(group.move, story) if group.move else deleted(olds[0].element, story)
            put_between(made, last, following, container)
        last = made[-1] if made else last


def _written(
    olds: Sequence[StoryBlock], news: Sequence[StoryBlock], move: Move | None, story: StoryPair
) -> list[Element]:
    """The blocks that stand at the place of `news`, written there."""
    elements = [block.element for block in news]
    if move is None and not olds:
        return inserted(elements[0], story)
    if olds and elements[0].tag == TBL:
        merge_tables(olds[0].element, elements[0], story)
        return elements
    if olds and _untouched(olds, news, story):
        return elements
    made = moved_to(move, story) if move else merge([block.element for block in olds], elements, story)
    put_instead(elements, made)
    return made


def _untouched(olds: Sequence[StoryBlock], news: Sequence[StoryBlock], story: StoryPair) -> bool:
    if len(olds) != 1 or len(news) != 1 or story.formatting:
        return False
    return olds[0].simple and news[0].simple and olds[0].key == news[0].key
