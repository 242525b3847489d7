"""Moves: the clauses that a redline shows as taken from one place to another.

A clause that only came under another heading while the words before and after it stayed is read
where it stands: nothing was taken from one place to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.model import Change, ChangeSet, Clause, Draft, Manuscript, MovedBlock

from .paragraphs import Pair, in_tables, paired_paragraphs, stretch

_ALIKE = 0.6  # below it, a clause elsewhere is another clause to the reader


@dataclass(frozen=True, slots=True)
class Moves:
    """`plain`: new ids of moved clauses that hold a table, which are deleted and inserted instead."""

    blocks: tuple[MovedBlock, ...] = ()
    plain: tuple[str, ...] = ()

    def leave(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """Of pairs of paragraphs those of which neither went elsewhere."""
        gone = {place for block in self.blocks for place in block.old}
        come = {place for block in self.blocks for place in block.new}
        return tuple((old, new) for old, new in pairs if old not in gone and new not in come)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where moves are looked for: both drafts, which clause continues which, what stays in its place."""

    manuscripts: tuple[Manuscript, Manuscript]
    drafts: tuple[Draft, Draft]
    to_new: Mapping[str, str]
    to_old: Mapping[str, str]
    stay: frozenset[Pair]
    stayed: frozenset[int]  # paragraphs of old


def find_moves(
    changes: ChangeSet,
    stay: Iterable[Pair],
    manuscripts: tuple[Manuscript, Manuscript],
    drafts: tuple[Draft, Draft],
) -> Moves:
    """The outermost moved clauses, with their children where these went along; pairs are (old, new)."""
    ground = _ground(changes, frozenset(stay), manuscripts, drafts)
    blocks: list[MovedBlock] = []
    plain: list[str] = []
    along: set[str] = set()  # clauses whose children are seen to
    for change in _parents_first(changes, drafts[0]):
        old_id, new_id = change.old[0], change.new[0]
        if not _went(change, ground) or any(up.id in along for up in drafts[0].ancestors(old_id)):
            continue
        children = _with_children(old_id, new_id, ground)
        block = _block(change, ground, children=children)
        if _holds_table(block, ground):
            along.add(old_id)
            plain.append(new_id)
        elif _writable(block, ground) and not any(_meet(block, other) for other in blocks):
            along.update([old_id] if children else [])
            blocks.append(block)
    return Moves(tuple(blocks), tuple(plain))


def _ground(
    changes: ChangeSet,
    stay: frozenset[Pair],
    manuscripts: tuple[Manuscript, Manuscript],
    drafts: tuple[Draft, Draft],
) -> _Ground:
    single = [(change.old[0], change.new[0]) for change in changes.changes if _single(change)]
    to_old = {new_id: old_id for old_id, new_id in single}
    return _Ground(manuscripts, drafts, dict(single), to_old, stay, frozenset(old for old, _ in stay))


def _single(change: Change) -> bool:
    return len(change.old) == len(change.new) == 1


def _parents_first(changes: ChangeSet, old: Draft) -> list[Change]:
    """The clauses that changed their place, in the order of the old draft."""
    moved = [change for change in changes.changes if _single(change) and (change.moved or change.reordered)]
    return sorted(moved, key=lambda change: old.by_id[change.old[0]].order)


def _went(change: Change, ground: _Ground) -> bool:
    """Whether a clause is known again at its new place, and none of its words stayed at the old one."""
    return change.similarity >= _ALIKE and ground.stay.isdisjoint(paired_paragraphs(change, *ground.drafts))


def _with_children(old_id: str, new_id: str, ground: _Ground) -> bool:
    """A heading whose clauses went elsewhere, or that took others in, moved alone."""
    old, new = (draft.subtree(id) for draft, id in zip(ground.drafts, (old_id, new_id), strict=True))
    sizes = _size(old), _size(new)
    return (
        2 * min(sizes) >= max(sizes)
        and not _some_stay(old, ground.stayed)
        and _within(old, new, ground.to_new, new_id)
        and _within(new, old, ground.to_old, old_id)
    )


def _size(subtree: Iterable[Clause]) -> int:
    return sum(len(clause.text) for clause in subtree)


def _some_stay(subtree: Iterable[Clause], stayed: frozenset[int]) -> bool:
    """Whether something in a clause keeps its place: then the clause moved alone."""
    return any(place.paragraph in stayed for clause in subtree for place in clause.places)


def _within(
    subtree: Iterable[Clause], other: Iterable[Clause], partner: Mapping[str, str], root: str
) -> bool:
    """Whether no clause of a subtree has its partner outside the `other`, whose root is given."""
    ids = {clause.id for clause in other}
    return all(partner.get(clause.id, root) in ids for clause in subtree)


def _block(change: Change, ground: _Ground, *, children: bool) -> MovedBlock:
    """The paragraphs of a clause at both places, with all its `children` or alone."""
    before, after = (
        stretch(draft.subtree(id) if children else (draft.by_id[id],), draft)
        for draft, id in zip(ground.drafts, (change.old[0], change.new[0]), strict=True)
    )
    return MovedBlock(before, after)


def _tables(block: MovedBlock, ground: _Ground) -> tuple[bool, bool]:
    """Whether some of the paragraphs at either place stand in tables, and whether all do."""
    old, new = (
        in_tables(indices, manuscript)
        for indices, manuscript in zip((block.old, block.new), ground.manuscripts, strict=True)
    )
    return old[0] or new[0], old[1] and new[1]


def _holds_table(block: MovedBlock, ground: _Ground) -> bool:
    some, every = _tables(block, ground)
    return some and not every


def _writable(block: MovedBlock, ground: _Ground) -> bool:
    """Whether both places are known, outside tables: a row that went elsewhere is no move of words."""
    return bool(block.old and block.new) and not _tables(block, ground)[0]


def _meet(block: MovedBlock, other: MovedBlock) -> bool:
    return not (set(block.old).isdisjoint(other.old) and set(block.new).isdisjoint(other.new))
