"""Unshown: what was accepted and the newest draft does not show, or shows by no edit that can be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ..model import Comment, Correspondence, Decision, Disposition, Draft, Evidence, Verdict
from ..workspace import Workspace

if TYPE_CHECKING:
    from .board import Board

TAKEN = (Disposition.ACCEPTED, Disposition.PARTLY)
_SEEN = (Verdict.ADDRESSED, Verdict.PARTLY, Verdict.UNCLEAR)


@dataclass(frozen=True, slots=True)
class NotShown:
    """One accepted comment that the draft does not show, by its number; `evidence` says why not."""

    no: int
    decision: Decision
    evidence: Evidence
    draft: Draft


def is_unanswered(decision: Decision) -> bool:
    """Whether a comment is accepted without a word of what was done: nothing could be proposed for it under
    that disposition, or a proposal with blanks, which nobody filled in."""
    return decision.disposition is Disposition.ACCEPTED and not decision.response


class Showing:
    """What the newest draft shows of the comments `read`; `board`: where it is known already."""

    def __init__(self, workspace: Workspace, read: Correspondence, board: Board | None = None) -> None:
        known: Iterable[Evidence] = (
            workspace.evidence(read) if board is None else chain.from_iterable(board.evidence.values())
        )
        self._newest = workspace.rounds.newest
        self._evidence = {each.comment: each for each in known if each.draft == self._newest.path}

    def unshown(self, no: int, comment: Comment, decision: Decision) -> NotShown | None:
        """The comment, where it is accepted and not shown."""
        from ..analyses.decisions import is_unshown

        found = self._evidence.get(comment.id)
        if found is None or not is_unshown(decision, found.verdict):
            return None
        return NotShown(no, decision, found, self._newest)

    def is_unwatched(self, comment: Comment, decision: Decision) -> bool:
        """Whether it cannot be told which edit was made for an accepted comment. What was counted and not
        asked for in words is counted again in every draft."""
        found = self._evidence.get(comment.id)
        if found is None or decision.disposition not in TAKEN or decision.deed is not None:
            return False
        asks = decision.asks or comment.asks
        worded = any((ask.old, ask.new, ask.agency, ask.acts) for ask in asks)
        return bool(asks) and found.verdict in _SEEN and (worded or found.verdict is not Verdict.ADDRESSED)


def unshown_on(board: Board, numbers: Sequence[int]) -> tuple[NotShown, ...]:
    """Of the comments `numbers` those that are accepted and not shown, as they stand on a board."""
    if not board.rounds.drafts:
        return ()
    shown = Showing(board.workspace, board.read, board)
    known = ((no, board.by_no[no]) for no in numbers if no in board.by_no)
    found = (shown.unshown(no, comment, board.decision(comment)) for no, comment in known)
    return tuple(each for each in found if each is not None)
