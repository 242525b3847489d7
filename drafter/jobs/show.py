"""One comment with all that is known of it."""

from __future__ import annotations

from dataclasses import replace

from ..errors import no_such_comment
from ..model import UNDECIDED, Comment, CommentView, Decision, HistoryLine, Offer, Past, Registered, Row
from ..workspace import Workspace
from .board import Board, board
from .decisions import numbered_store, of_numbers
from .precedents import precedents


def show(workspace: Workspace, number: int) -> CommentView:
    """The comment `number`. Raises EmptyFolder, UnknownComment."""
    of_numbers(numbered_store(workspace), (number,))
    _ = workspace.rounds  # that there are no drafts is told first
    return comment_view(board(workspace), number)


def comment_view(board: Board, number: int) -> CommentView:
    """The comment `number` as it stands on a board. Raises UnknownComment."""
    registered = board.numbered.get(number)
    if registered is None:
        raise no_such_comment(number, board.numbered)
    plain = CommentView(
        registered,
        board.decisions.get(registered.key, UNDECIDED),
        _history(board, registered),
        board.rounds,
    )
    comment = board.by_no.get(number)
    if comment is None or not board.rounds.drafts:
        return plain
    row = board.rows.get(comment.id)
    return replace(
        plain,
        comment=comment,
        draft=board.workspace.about(comment),
        link=board.links.get(comment.id),
        evidence=board.evidence.get(comment.id, ()),
        row=row,
        alike=() if row is None else _alike(board, row, registered),
        offers=_offers(board, comment),
        deed=board.deeds.get(registered.key),
        watched=board.watched.get(registered.key, ()),
    )


def _history(board: Board, registered: Registered) -> tuple[HistoryLine, ...]:
    store = board.workspace.store()
    return () if store is None else store.history([registered.key])


def _alike(board: Board, row: Row, registered: Registered) -> tuple[tuple[Registered, Decision], ...]:
    """The other comments of a row, with what was decided of them."""
    keys = [key for key in row.keys if key != registered.key]
    return tuple((board.registered[key], board.decisions.get(key, UNDECIDED)) for key in keys)


def _offers(board: Board, comment: Comment) -> tuple[Offer, ...]:
    """Earlier decisions that may hold here again, each once."""
    carried = [offer for offer in board.carried.offers if offer.key == comment.key]
    known = {offer.past.registered.key for offer in carried if not offer.past.source}
    own = [
        Past(each, board.decisions[key], "")
        for key, each in board.registered.items()
        if key in board.decisions and board.decisions[key].decided
    ]
    like = precedents(board.workspace, (comment,), own)[comment.key]
    return (*carried, *(each for each in like if each.past.source or each.past.registered.key not in known))
