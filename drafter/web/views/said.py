"""Comments as a list beside a text shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.jobs.board import Board
from drafter.model import Comment, Disposition, Draft, Stance, Verdict
from drafter.wording.names import draft_name

_SHORT = 320  # characters of a comment that are shown


@dataclass(frozen=True, slots=True)
class SaidHere:
    """A comment in short: `no` where it bears a number, by which its page is found; `on`: the draft that it
    was made on, "" where that is the one in view; `verdict`: what the draft in view did about it;
    `proposed`: nobody has decided it, and `disposition` is what the program suggests; `agrees`: it asks for
    nothing, so that there is nothing to decide or to do."""

    id: str
    no: int | None
    agency: str
    text: str
    cut: bool
    on: str
    disposition: Disposition
    proposed: bool
    verdict: Verdict | None
    agrees: bool


def said(board: Board, ids: Iterable[str], draft: Draft, lang: str) -> tuple[SaidHere, ...]:
    """The comments `ids` beside `draft`, those of numbers in their order."""
    found = (
        _said(board, board.comments[id], draft, lang) for id in dict.fromkeys(ids) if id in board.comments
    )
    return tuple(sorted(found, key=lambda each: (each.no is None, each.no or 0)))


def _said(board: Board, comment: Comment, draft: Draft, lang: str) -> SaidHere:
    about = board.workspace.about(comment)
    disposition, proposed = outcome(board, comment)
    text = comment.text
    return SaidHere(
        comment.id,
        comment.no,
        comment.agency,
        text[:_SHORT].rsplit(" ", 1)[0] if len(text) > _SHORT else text,
        len(text) > _SHORT,
        "" if about.path == draft.path else draft_name(about, lang),
        disposition,
        proposed,
        next((each.verdict for each in board.evidence.get(comment.id, ()) if each.draft == draft.path), None),
        comment.stance is Stance.AGREEMENT,
    )


def outcome(board: Board, comment: Comment) -> tuple[Disposition, bool]:
    """What became of a comment, and whether that is only suggested."""
    decided = board.decision(comment).disposition
    row = board.rows.get(comment.id)
    proposes = None if row is None or row.answer is None else row.answer.proposes
    if decided is not Disposition.PENDING or proposes in (None, Disposition.PENDING):
        return decided, False
    return proposes or decided, True
