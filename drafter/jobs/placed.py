"""Comments by the clauses of a draft that they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Draft, Scope
from .board import Board


@dataclass(frozen=True, slots=True)
class Placed:
    """Ids of the comments on a draft and on those before it: `by_clause`, about the draft as a `whole`, about
    clauses that are `gone` from it, about `nothing` that could be found in it."""

    by_clause: Mapping[str, tuple[str, ...]]
    whole: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()


def placed(board: Board, draft: Draft) -> Placed:
    """Each comment at the clauses that it addresses, followed to `draft` from the draft it was made on.

    A comment that addresses several clauses stands at each. Comments on later drafts are left out.
    """
    by_clause: dict[str, list[str]] = {}
    apart: dict[str, list[str]] = {"whole": [], "gone": [], "nothing": []}
    reached = {each.path for each in board.rounds.drafts} - {each.path for each in board.rounds.later(draft)}
    for comment in board.read.comments:
        link, about = board.links.get(comment.id), board.workspace.about(comment)
        if link is None or about.path not in reached:
            continue
        if link.scope is not Scope.CLAUSES:
            apart["whole" if link.scope is Scope.DOCUMENT else "nothing"].append(comment.id)
            continue
        addressed = [clause.id for clause in link.clauses if clause.addressed]
        ids = board.rounds.follow(addressed, about, draft)
        for id in ids:
            by_clause.setdefault(id, []).append(comment.id)
        if not ids:
            apart["gone" if addressed else "nothing"].append(comment.id)
    return Placed(
        {id: tuple(comments) for id, comments in by_clause.items()},
        *(tuple(apart[name]) for name in ("whole", "gone", "nothing")),
    )
