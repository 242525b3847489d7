"""One comment with all that is known of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import UNDECIDED, Comment, CommentView, Correspondence, Decision, Offer, Registered, Row
from ..workspace import Workspace
from .decisions import numbered_store, of_numbers
from .deeds import DeedsDone
from .precedents import carried_over, precedents
from .table import answered_table

if TYPE_CHECKING:
    from ..store import Store


def show(workspace: Workspace, number: int) -> CommentView:
    """The comment `number`. Raises UnknownComment."""
    store = numbered_store(workspace)
    (registered,) = of_numbers(store, (number,))
    decisions = store.decisions()
    plain = CommentView(
        registered,
        decisions.get(registered.key, UNDECIDED),
        store.history([registered.key]),
        workspace.rounds,
    )
    read = workspace.correspondence(answered=True)
    comment = next((each for each in read.comments if each.key == registered.key), None)
    if comment is None:
        return plain
    row = next((row for row in answered_table(workspace, read).rows if comment.id in row.comments), None)
    return replace(
        plain,
        comment=comment,
        draft=workspace.about(comment),
        link=next(link for link in workspace.links(read) if link.comment == comment.id),
        evidence=tuple(each for each in workspace.evidence(read) if each.comment == comment.id),
        row=row,
        alike=() if row is None else _alike(row, registered, store),
        offers=_offers(workspace, read, comment),
        watched=DeedsDone(workspace, read, decisions).watched().get(registered.key, ()),
    )


def _alike(row: Row, registered: Registered, store: Store) -> tuple[tuple[Registered, Decision], ...]:
    """The other comments of a row, with what was decided of them."""
    known, decisions = {each.key: each for each in store.registered()}, store.decisions()
    keys = [key for key in row.keys if key != registered.key]
    return tuple((known[key], decisions.get(key, UNDECIDED)) for key in keys)


def _offers(workspace: Workspace, read: Correspondence, comment: Comment) -> tuple[Offer, ...]:
    """Earlier decisions that may hold here again, each once."""
    carried = [offer for offer in carried_over(workspace, read).offers if offer.key == comment.key]
    known = {offer.past.registered.key for offer in carried if not offer.past.source}
    like = precedents(workspace, (comment,))[comment.key]
    return (*carried, *(each for each in like if each.past.source or each.past.registered.key not in known))
