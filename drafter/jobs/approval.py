"""Approval: what one person decided counts once another has seen it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..errors import NotDecided, OwnApproval
from ..model import UNDECIDED, Decision, Disposition, Save, Via
from ..workspace import Workspace
from .decisions import Versions, as_seen, author_of, numbered_store, of_numbers, standing
from .recorded import Decided
from .signing import is_same_person


def approve(
    workspace: Workspace,
    numbers: Sequence[int],
    name: str,
    via: Via = Via.COMMAND,
    versions: Versions = (),
) -> tuple[Decided, ...]:
    """Approve the decisions of `numbers`, or all that wait for it, under another name than they were made;
    `versions`: those that the person saw.

    Raises UnknownComment, NotDecided, OwnApproval where one's own decision was to be approved, Stale.
    """
    store = numbered_store(workspace)
    decisions = store.decisions()
    if numbers:
        asked = of_numbers(store, numbers)
    else:
        waiting = {key for key, each in decisions.items() if _chosen(each) and not each.approved_by}
        waiting = {key for key in waiting if not is_same_person(decisions[key].decided_by, name)}
        asked = tuple(each for each in store.registered() if each.key in waiting)
    author = author_of(workspace, name, via)
    saves = []
    for each in asked:
        decision = decisions.get(each.key, UNDECIDED)
        if not _chosen(decision):
            raise NotDecided(store.shown, number=each.no)
        if is_same_person(decision.decided_by, name):
            raise OwnApproval(store.shown, number=each.no, who=name)
        approved = replace(decision, approved_by=name, approved_at=author.at)
        saves.append(Save(each.key, as_seen(approved, each.no, versions)))
    if saves:
        store.save(saves, author)
    return standing(store, asked)


def unapproved(workspace: Workspace) -> tuple[int, ...]:
    """The numbers of the comments whose decisions wait for approval."""
    store = numbered_store(workspace)
    decisions = store.decisions()
    waiting = {key for key, each in decisions.items() if _chosen(each) and not each.approved_by}
    return tuple(each.no for each in store.registered() if each.key in waiting)


def _chosen(decision: Decision) -> bool:
    """Whether there is anything to approve: words on a comment that is left pending are no decision."""
    return decision.disposition is not Disposition.PENDING
