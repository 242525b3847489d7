"""Two drafts compared beside the comments: which changes were made for which, and which for none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Draft
from .board import Board
from .diff import Comparison


@dataclass(frozen=True, slots=True)
class Explained:
    """A comparison; `comments`: for each change the ids of the comments for which it was made; `silent`: why
    a change that none explains weighs, by the change's place. Both are empty where nobody has commented, or
    where the older draft is not the first of the two."""

    comparison: Comparison
    comments: tuple[tuple[str, ...], ...]
    silent: Mapping[int, tuple[str, ...]]


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
    why = {(change.old, change.new): change.why for change in unexplained}
    places = {
        at: why[change.old, change.new]
        for at, change in enumerate(changes.changes)
        if (change.old, change.new) in why and not comments[at]
    }
    return Explained(comparison, comments, places)
