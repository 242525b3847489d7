"""What was decided before: in this workspace, and in those that drafter.toml names; offered, never filled
in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import DrafterError, NoSuchFolder
from ..model import CarriedOver, Comment, Correspondence, Offer, Past, Scope
from ..settings import read_settings
from ..store import location
from ..workspace import Workspace, as_now

if TYPE_CHECKING:
    from ..store import Store


def precedents(
    workspace: Workspace, comments: Iterable[Comment], own: Iterable[Past] | None = None
) -> Mapping[str, tuple[Offer, ...]]:
    """By comment key, earlier decisions to comments like it, with their source; a workspace that cannot be
    read is told and left out. `own`: those of this workspace, where they are known already."""
    from ..analyses.decisions import known_answers
    from ..analyses.decisions import precedents as like

    known = known_answers([*(_own(workspace) if own is None else own), *_others(workspace)])
    return {comment.key: like(comment, known) for comment in comments}


def carried_over(workspace: Workspace, read: Correspondence) -> CarriedOver:
    """Which decisions hold for the comments `read`, which are of comments that are gone, and what is offered
    for those without one; nothing where nobody has decided anything."""
    from ..analyses.decisions import carried_over as carried

    store = workspace.store()
    if store is None:
        return CarriedOver()
    rounds = workspace.rounds
    keys = {comment.id: comment.key for comment in read.comments}
    clauses = {
        keys[link.comment]: [one.id for one in link.clauses if one.addressed]
        for link in workspace.links(read)
        if link.scope is Scope.CLAUSES
    }
    return carried(
        as_now(store.registered(), read.comments),
        store.decisions(),
        read.comments,
        rounds,
        clauses=clauses,
        home=rounds.newest.issuer or "",
    )


def _own(workspace: Workspace) -> Iterator[Past]:
    store = workspace.store()
    if store is not None:
        yield from _of(store, "")


def _others(workspace: Workspace) -> Iterator[Past]:
    for named in workspace.settings.precedents:
        try:
            yield from _elsewhere(workspace.root / named, named)
        except DrafterError as error:
            workspace.tell(error)


def _elsewhere(root: Path, named: str) -> Iterator[Past]:
    """The decisions of another workspace, which is only read; none where nobody has decided anything."""
    if not root.is_dir():
        raise NoSuchFolder(root)
    place = location(root, read_settings(root).store)
    if isinstance(place, Path) and not place.exists():
        return
    from ..store import Database, Store

    if not Database(place, reading=True).exists:
        return
    store = Store(place, reading=True)
    try:
        yield from tuple(_of(store, named))
    finally:
        store.close()


def _of(store: Store, source: str) -> Iterator[Past]:
    decisions = store.decisions()
    for each in store.registered():
        decision = decisions.get(each.key)
        if decision is not None and decision.decided:
            yield Past(each, decision, source)
