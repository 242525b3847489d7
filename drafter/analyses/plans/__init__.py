"""Plans: what a redline is led by, from the alignment of two drafts.

`plan` says which body paragraphs continue each other because their clauses do, and which clauses
moved with all their children. What it leaves open is paired by its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analyses.rising import rising
from drafter.model import ChangeSet, Draft, Manuscript, Plan

from .moves import Moves, find_moves
from .numbering import followed, renumbered
from .paragraphs import Pair, paired_paragraphs

__all__ = ["plan"]

_ALIKE = 0.4  # below it, aligned clauses share too little to be shown as one edited text


def plan(
    old: Manuscript, new: Manuscript, changes: ChangeSet | None = None, *,
    old_draft: Draft | None = None, new_draft: Draft | None = None, moves: bool = True,
) -> Plan:  # fmt: skip
    """The plan of a redline from `old` to `new`; empty without `changes` and the two drafts.

    `moves`: clauses that changed their place are written as moves, else deleted and inserted.
    """
    if changes is None or old_draft is None or new_draft is None:
        return Plan()
    stay = _staying(list(dict.fromkeys(_continued(changes, old_draft, new_draft))), new)
    moved = find_moves(changes, stay, (old, new), (old_draft, new_draft)) if moves else Moves()
    return Plan(
        pairs=moved.leave(stay),
        moves=moved.blocks,
        renumbered=renumbered(changes, old_draft, new_draft),
        references=followed(changes, old_draft, new_draft),
        plain=moved.plain,
    )


def _continued(changes: ChangeSet, old: Draft, new: Draft) -> Iterator[Pair]:
    """The paragraphs of clauses that continue each other one to one, alike enough."""
    for change in changes.changes:
        if len(change.old) == len(change.new) == 1 and change.similarity >= _ALIKE:
            yield from paired_paragraphs(change, old, new)


def _staying(pairs: list[Pair], new: Manuscript) -> list[Pair]:
    """The pairs that keep their order, as many characters as can be."""
    sizes = {paragraph.index: len(paragraph.text) + 1 for paragraph in new.paragraphs}
    return rising(pairs, [sizes.get(place, 1) for _, place in pairs])
