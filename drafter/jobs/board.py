"""The board: all that is known of a workspace at one moment, put together once for many looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..errors import EmptyFolder
from ..model import (
    UNDECIDED,
    Clash,
    Comment,
    Correspondence,
    Decision,
    Evidence,
    Link,
    Registered,
    Rounds,
    Row,
    Table,
)
from ..workspace import Workspace
from .table import answered_table


@dataclass(frozen=True)
class Board:
    """What every page of a workspace draws on. `read` has no letters, `rounds` no drafts where there are
    none yet; `table` is None then. `links` and `evidence` by comment id, `decisions` and `registered` by
    comment key."""

    workspace: Workspace
    rounds: Rounds
    read: Correspondence
    table: Table | None
    links: Mapping[str, Link]
    evidence: Mapping[str, tuple[Evidence, ...]]
    clashes: tuple[Clash, ...]
    decisions: Mapping[str, Decision]
    registered: Mapping[str, Registered]

    @cached_property
    def comments(self) -> Mapping[str, Comment]:
        """By id, in the order in which they were read."""
        return {comment.id: comment for comment in self.read.comments}

    @cached_property
    def by_no(self) -> Mapping[int, Comment]:
        """By the number that they bear for good."""
        return {each.no: each for each in self.read.comments if each.no is not None}

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """The row of the table in which each comment stands, by comment id; agreements stand in none."""
        rows = () if self.table is None else self.table.rows
        return {id: row for row in rows for id in row.comments}

    def decision(self, comment: Comment) -> Decision:
        """What stands of a comment now."""
        return self.decisions.get(comment.key, UNDECIDED)


def board(workspace: Workspace) -> Board:
    """Everything, as it stands now. Raises CheckFailed where the table does not close."""
    from ..analyses.evidence.clashes import clashes

    workspace.ready_store()
    rounds = _rounds(workspace)
    read = _read(workspace)
    store = workspace.store()
    registered = () if store is None else store.registered()
    if not rounds.drafts:
        return Board(workspace, rounds, read, None, {}, {}, (), {}, {each.key: each for each in registered})
    links = {link.comment: link for link in workspace.links(read)}
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for each in workspace.evidence(read):
        evidence[each.comment] = (*evidence.get(each.comment, ()), each)
    return Board(
        workspace,
        rounds,
        read,
        answered_table(workspace, read),
        links,
        evidence,
        tuple(clashes(read.comments, links, rounds)),
        workspace.decisions,
        {each.key: each for each in registered},
    )


def _rounds(workspace: Workspace) -> Rounds:
    try:
        return workspace.rounds
    except EmptyFolder:
        return Rounds()


def _read(workspace: Workspace) -> Correspondence:
    """All letters; none before the first is there."""
    try:
        return workspace.correspondence(answered=True)
    except EmptyFolder:
        return Correspondence(())
