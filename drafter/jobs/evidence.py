"""Evidence: what later drafts did about each comment, and what they did that nobody asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .filters import NO_FILTERS, Filters, chosen, named_clauses, within

if TYPE_CHECKING:
    from ..model import Clash, Correspondence, Evidence, Rounds, SilentChange
    from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class Proof:
    """The evidence of all comments, the comments that cannot all be followed, the changes that none
    explains."""

    read: Correspondence
    rounds: Rounds
    evidence: tuple[Evidence, ...]
    clashes: tuple[Clash, ...]
    silent: tuple[SilentChange, ...] | None  # None where it was not asked for

    @property
    def waiting(self) -> int:
        """How many comments no later draft can have done anything about yet."""
        shown = {each.comment for each in self.evidence}
        return sum(comment.id not in shown for comment in self.read.comments)


def evidence(workspace: Workspace, filters: Filters = NO_FILTERS) -> Proof:
    """What every later draft did about each comment that is wanted, and the newest of itself.

    Changes that no comment explains belong to no agency: beside filters they are told only of a clause.
    """
    from ..analyses.evidence.clashes import clashes

    read, rounds = workspace.correspondence(answered=True), workspace.rounds
    links = {link.comment: link for link in workspace.links(read)}
    found, clashing = workspace.evidence(read), clashes(read.comments, links, rounds)
    if filters:
        ids = chosen(workspace, read, replace(filters, verdicts=()))
        found = tuple(each for each in found if each.comment in ids)
        if filters.verdicts:
            found = tuple(each for each in found if each.verdict in filters.verdicts)
            ids = frozenset(each.comment for each in found)
        clashing = tuple(clash for clash in clashing if not ids.isdisjoint(clash.comments))
    alone = not filters or filters == Filters(clauses=filters.clauses)
    return Proof(
        read, rounds, found, clashing, unexplained(workspace, read, filters.clauses) if alone else None
    )


def silent(workspace: Workspace, clauses: tuple[str, ...] = ()) -> Proof:
    """The changes of the newest draft that no comment explains, alone; of `clauses` where some are named."""
    read = workspace.correspondence(answered=True)
    return Proof(read, workspace.rounds, (), (), unexplained(workspace, read, clauses))


def unexplained(
    workspace: Workspace, read: Correspondence, clauses: tuple[str, ...] = ()
) -> tuple[SilentChange, ...]:
    """The changes of the newest draft that none of the comments `read` explains; of `clauses` where some are
    named."""
    from ..analyses.evidence.silent import silent as found_silent

    rounds = workspace.rounds
    named = named_clauses(workspace, clauses)
    if len(rounds.drafts) < 2:
        return ()
    old, new = rounds.drafts[-2:]
    found = found_silent(
        workspace.changes(old, new),
        old,
        new,
        workspace.register(new),
        read.comments,
        workspace.links(read),
        workspace.evidence(read),
    )
    if not clauses:
        return found
    return tuple(
        change
        for change in found
        if within(change.new, new, named, rounds) or within(change.old, old, named, rounds)
    )
