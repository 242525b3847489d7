"""Revisions: what a redline is led by, from the alignment of two drafts.

`plan` says which body paragraphs continue each other because their clauses do, and which clauses
moved with all their children. What it leaves open is paired by its words.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.analyses.rising import rising
from drafter.model import Change, ChangeSet, Draft, Manuscript, MovedBlock, Plan

from .numbering import followed, renumbered

__all__ = ["plan"]

_ALIKE = 0.4  # below it, aligned clauses share too little to be shown as one edited text
_MOVED_ALIKE = 0.6

Partners = tuple[dict[str, str], dict[str, str]]  # ids of clauses that continue each other, both ways


def plan(
    old: Manuscript, new: Manuscript, changes: ChangeSet | None = None, *,
    old_draft: Draft | None = None, new_draft: Draft | None = None, moves: bool = True,
) -> Plan:  # fmt: skip
    """The plan of a redline from `old` to `new`; empty without `changes` and the two drafts.

    `moves`: clauses that changed their place are written as moves, else deleted and inserted.
    """
    if changes is None or old_draft is None or new_draft is None:
        return Plan()
    pairs = list(
        dict.fromkeys(
            pair
            for change in changes.changes
            if len(change.old) == len(change.new) == 1 and change.similarity >= _ALIKE
            for pair in _paragraphs(change, old_draft, new_draft)
        )
    )
    sizes = {paragraph.index: len(paragraph.text) + 1 for paragraph in new.paragraphs}
    stay = rising(pairs, [sizes.get(k, 1) for _, k in pairs])
    found = list(_moves(changes, frozenset(stay), old, new, old_draft, new_draft)) if moves else []
    blocks = tuple(one for one in found if isinstance(one, MovedBlock))
    gone = {index for block in blocks for index in block.old}
    come = {index for block in blocks for index in block.new}
    return Plan(
        pairs=tuple((i, k) for i, k in stay if i not in gone and k not in come),
        moves=blocks,
        renumbered=renumbered(changes, old_draft, new_draft),
        references=followed(changes, old_draft, new_draft),
        plain=tuple(one for one in found if isinstance(one, str)),
    )


def _paragraphs(change: Change, old: Draft, new: Draft) -> Iterable[tuple[int, int]]:
    before = [place.paragraph for place in old.by_id[change.old[0]].places]
    after = [place.paragraph for place in new.by_id[change.new[0]].places]
    if len(before) != len(after):  # only that they begin together is sure
        before, after = before[:1], after[:1]
    return zip(before, after, strict=False)


def _moves(
    changes: ChangeSet,
    stay: frozenset[tuple[int, int]],
    old: Manuscript,
    new: Manuscript,
    old_draft: Draft,
    new_draft: Draft,
) -> Iterable[MovedBlock | str]:
    """The outermost moved clauses; of one that holds a table, deleted and inserted instead, its new id.

    A clause that only came under another heading while the words before and after it stayed is read
    where it stands: nothing was taken from one place to another.
    """
    moved = [
        change
        for change in changes.changes
        if (change.moved or change.reordered) and len(change.old) == len(change.new) == 1
    ]
    single = [
        (change.old[0], change.new[0])
        for change in changes.changes
        if len(change.old) == len(change.new) == 1
    ]
    partners: Partners = dict(single), {new_id: old_id for old_id, new_id in single}
    inside: set[str] = set()
    stayed = frozenset(i for i, _ in stay)
    taken: tuple[set[int], set[int]] = (set(), set())
    moved.sort(key=lambda change: old_draft.by_id[change.old[0]].order)  # parents first
    for change in moved:
        one, other = change.old[0], change.new[0]
        if change.similarity < _MOVED_ALIKE or any(up.id in inside for up in old_draft.ancestors(one)):
            continue
        if not stay.isdisjoint(_paragraphs(change, old_draft, new_draft)):
            continue
        sizes = _size(one, old_draft), _size(other, new_draft)
        # A heading whose clauses went elsewhere, or that took others in, moved alone.
        children = (
            2 * min(sizes) >= max(sizes)
            and not _some_stay(one, old_draft, stayed)
            and _go_together(one, other, partners, old_draft, new_draft)
        )
        before = _indices(one, old_draft, children=children)
        after = _indices(other, new_draft, children=children)
        if _in_cells(before, old) or _in_cells(after, new):
            if not (_within_cells(before, old) and _within_cells(after, new)):
                inside.add(one)
                yield other
            continue
        if before and after and taken[0].isdisjoint(before) and taken[1].isdisjoint(after):
            taken[0].update(before)
            taken[1].update(after)
            if children:
                inside.add(one)
            yield MovedBlock(before, after)


def _size(id: str, draft: Draft) -> int:
    return sum(len(clause.text) for clause in draft.subtree(id))


def _some_stay(id: str, draft: Draft, stayed: frozenset[int]) -> bool:
    """Whether something in a clause keeps its place: then the clause moved alone."""
    return any(place.paragraph in stayed for clause in draft.subtree(id) for place in clause.places)


def _in_cells(indices: tuple[int, ...], manuscript: Manuscript) -> bool:
    """Whether a table stands among these paragraphs."""
    return any(p.cell is not None for p in manuscript.paragraphs if p.index in indices)


def _within_cells(indices: tuple[int, ...], manuscript: Manuscript) -> bool:
    """Whether all of it stands in a table: a row that went elsewhere."""
    return all(p.cell is not None for p in manuscript.paragraphs if p.index in indices)


def _go_together(one: str, other: str, partners: Partners, old: Draft, new: Draft) -> bool:
    """Whether no clause under one of the two continues a clause that is not under the other."""
    before, after = ({c.id for c in draft.subtree(id)} for draft, id in ((old, one), (new, other)))
    to_new, to_old = partners
    return all(to_new.get(id, other) in after for id in before) and all(
        to_old.get(id, one) in before for id in after
    )


def _indices(id: str, draft: Draft, *, children: bool) -> tuple[int, ...]:
    """The paragraphs of a clause, with all its `children` or alone; empty where others stand between."""
    subtree = draft.subtree(id) if children else (draft.by_id[id],)
    own = {place.paragraph for clause in subtree for place in clause.places}
    inside = {clause.id for clause in subtree}
    others = {
        place.paragraph for clause in draft.clauses if clause.id not in inside for place in clause.places
    }
    if not own or own & others or set(range(min(own), max(own) + 1)) & others:
        return ()
    return tuple(range(min(own), max(own) + 1))
