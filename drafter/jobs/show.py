"""One comment with all that is known of it."""

from __future__ import annotations

from ..model import UNDECIDED, CommentView
from ..workspace import Workspace
from .decisions import numbered_store, of_numbers
from .deeds import DeedsDone
from .precedents import carried_over, precedents
from .table import answered_table


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
    rows = answered_table(workspace, read).rows
    row = next((row for row in rows if comment.id in row.comments), None)
    others = {each.key: each for each in store.registered()} if row is not None else {}
    keys = [key for key in (row.keys if row is not None else ()) if key != registered.key]
    carried = [offer for offer in carried_over(workspace, read).offers if offer.key == comment.key]
    known = {offer.past.registered.key for offer in carried if not offer.past.source}
    offers = [
        offer
        for offer in precedents(workspace, (comment,))[comment.key]
        if offer.past.source or offer.past.registered.key not in known
    ]
    return CommentView(
        registered,
        plain.decision,
        plain.history,
        workspace.rounds,
        comment,
        workspace.about(comment),
        next(link for link in workspace.links(read) if link.comment == comment.id),
        tuple(each for each in workspace.evidence(read) if each.comment == comment.id),
        row,
        tuple((others[key], decisions.get(key, UNDECIDED)) for key in keys),
        (*carried, *offers),
        DeedsDone(workspace, read, decisions).watched().get(registered.key, ()),
    )
