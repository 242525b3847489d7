"""Two drafts compared beside the comments: which changes were made for which, and which for none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Draft
from .board import Board
from .diff import Comparison


@dataclass(frozen=True, slots=True)
class Explained:
    """A comparison; `comments`: for each change the ids of the comments for which it was made; `silent`: why
    a change that none explains weighs, by the change's place; `perhaps`: the comments that such a one may
    have been made for. All are empty where nobody has commented, or
    where the older draft is not the first of the two."""

    comparison: Comparison
    comments: tuple[tuple[str, ...], ...]
    silent: Mapping[int, tuple[str, ...]]
    perhaps: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def explained(board: Board, old: Draft, new: Draft) -> Explained:
    """What happened from `old` to `new`, and for whom."""
    from ..analyses.evidence.explaining import explained as by_comments
    from ..analyses.evidence.silent import silent

    changes = board.workspace.changes(old, new)
    comparison = Comparison(old, new, changes)
    none: tuple[tuple[str, ...], ...] = ((),) * len(changes.changes)
    if not board.read.comments or new not in board.rounds.later(old):
        return Explained(comparison, none, {})
    found = [each for of_one in board.evidence.values() for each in of_one]
    comments = by_comments(changes, old, new, board.comments, found)
    register, links = board.workspace.register(new), tuple(board.links.values())
    unexplained = silent(changes, old, new, register, board.read.comments, links, found)
    by_clauses = {(change.old, change.new): change for change in unexplained}
    places = {
        at: by_clauses[change.old, change.new]
        for at, change in enumerate(changes.changes)
        if (change.old, change.new) in by_clauses and not comments[at]
    }
    why, perhaps = ({at: getattr(each, name) for at, each in places.items()} for name in ("why", "perhaps"))
    return Explained(comparison, comments, why, perhaps)
