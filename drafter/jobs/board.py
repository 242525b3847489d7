"""The board: all that is known of a workspace at one moment, put together once for many looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..errors import EmptyFolder
from ..model import (
    UNDECIDED,
    CarriedOver,
    Clash,
    Comment,
    Correspondence,
    Decision,
    Deed,
    Disposition,
    Evidence,
    Finding,
    Followed,
    LedgerRow,
    Link,
    Registered,
    Rounds,
    Row,
    SilentChange,
    Table,
    Watched,
)
from ..workspace import Workspace, as_now
from .deeds import DeedsDone, watched_together
from .drafts import OneDraft
from .evidence import unexplained
from .ledger import dated
from .letter_text import LetterMarks, letter_marks
from .lint import lint
from .precedents import carried_over
from .queue import Queued, QueuePlace, entries, placed
from .table import proposing_table, settled_table


@dataclass(frozen=True)
class Board:
    """What every page of a workspace draws on. `read` has no letters, `rounds` no drafts where there are
    none yet; `table` is None then, and so is `proposing`, the table before people decided. `links` and
    `evidence` by comment id, `decisions` and `registered` by comment key."""

    workspace: Workspace
    rounds: Rounds
    read: Correspondence
    proposing: Table | None
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
    def numbered(self) -> Mapping[int, Registered]:
        """Every comment that was ever read, by its number, also one that no file holds any more."""
        return {each.no: each for each in self.registered.values()}

    @cached_property
    def carried(self) -> CarriedOver:
        """Earlier decisions against the comments of now."""
        return carried_over(self.workspace, self.read)

    @cached_property
    def watched(self) -> Mapping[str, tuple[Watched, ...]]:
        """By comment key, what drafts after an accepted edit did to it."""
        numbers = {key: each.no for key, each in self.registered.items()}
        return watched_together(self.followed, self.rounds, numbers, self.read.comments, self.decisions)

    @cached_property
    def followed(self) -> Mapping[str, Followed]:
        """By comment key, the edit that fulfils each accepted comment, with what later drafts did to it."""
        return self.followed_of(self.decisions)

    def followed_of(self, decisions: Mapping[str, Decision]) -> Mapping[str, Followed]:
        """The same of some of the decisions: what was done for one depends on no other."""
        if not any(each.disposition in _TAKEN for each in decisions.values()) or not self.rounds.drafts:
            return {}
        return DeedsDone(self.workspace, self.read, decisions).followed

    @cached_property
    def deeds(self) -> Mapping[str, Deed]:
        """By comment key, what was done for every comment that was accepted, wholly or in part."""
        return {key: each.deed for key, each in self.followed.items()}

    @cached_property
    def ledger(self) -> tuple[LedgerRow, ...]:
        """Every target through all drafts, with the comments about it."""
        from ..analyses.ledger import ledger

        return ledger(self.rounds, self.workspace.register, self.read.comments, self.links)

    @cached_property
    def dated(self) -> tuple[tuple[int, ...], ...]:
        """For each row of the ledger the places of the rows of the same indicator, its own first."""
        return dated(self.ledger)

    @cached_property
    def silent(self) -> tuple[SilentChange, ...]:
        """The changes of the newest draft that no comment explains."""
        return unexplained(self.workspace, self.read)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Measurable faults of the newest draft. Raises UnknownRule."""
        return lint(self.workspace, OneDraft(None)).findings

    @cached_property
    def in_file(self) -> Mapping[str, tuple[Comment, ...]]:
        """The comments of each file, by its path."""
        found: dict[str, list[Comment]] = {}
        for comment in self.read.comments:
            found.setdefault(comment.path, []).append(comment)
        return {path: tuple(comments) for path, comments in found.items()}

    @cached_property
    def placed(self) -> Mapping[str, QueuePlace]:
        """What files alone say of each comment, by its id, in the order of the table."""
        return placed(self)

    @cached_property
    def letter_marks(self) -> Mapping[str, LetterMarks]:
        """Where in each file, by its path, comments and frame stand."""
        return letter_marks(self.read.letters)

    @cached_property
    def queue(self) -> tuple[Queued, ...]:
        """All comments as they stand now, in the order of the table."""
        return entries(self)

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
    registered = () if store is None else as_now(store.registered(), read.comments)
    if not rounds.drafts:
        return Board(
            workspace, rounds, read, None, None, {}, {}, (), {}, {each.key: each for each in registered}
        )
    links = {link.comment: link for link in workspace.links(read)}
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for each in workspace.evidence(read):
        evidence[each.comment] = (*evidence.get(each.comment, ()), each)
    proposing, decisions = proposing_table(workspace, read), workspace.decisions
    return Board(
        workspace,
        rounds,
        read,
        proposing,
        settled_table(workspace, proposing, read, decisions),
        links,
        evidence,
        tuple(clashes(read.comments, links, rounds)),
        decisions,
        {each.key: each for each in registered},
    )


_TAKEN = (Disposition.ACCEPTED, Disposition.PARTLY)
# What was made of files alone.
_KEPT = (
    "comments", "by_no", "numbered", "placed", "letter_marks", "in_file", "ledger", "dated",
    "silent", "findings",
)  # fmt: skip


def renewed(last: Board) -> Board:
    """The board of a workspace no file of which changed since `last`: what follows from the files is kept.

    Where people corrected what a comment is about or asks for, or the store has comments that it had not, all
    is put together anew.
    """
    store, before = last.workspace.store(), last.decisions
    if (
        store is None
        or last.proposing is None
        or store.revision()[1] != max((each.no for each in last.registered.values()), default=0)
    ):
        return board(last.workspace)
    decisions = store.decisions()
    if _corrected(decisions) != _corrected(before):
        return board(last.workspace)
    table = settled_table(last.workspace, last.proposing, last.read, decisions)
    made = replace(last, table=table, decisions=decisions)
    vars(made).update((name, vars(last)[name]) for name in _KEPT if name in vars(last))
    if "followed" in vars(last):
        changed = {key: each for key, each in decisions.items() if each != before.get(key)}
        kept = {key: each for key, each in last.followed.items() if key not in changed}
        vars(made)["followed"] = {**kept, **made.followed_of(changed)}
    return made


def _corrected(decisions: Mapping[str, Decision]) -> Mapping[str, tuple[object, ...]]:
    """What people corrected, by comment key: links, evidence and proposals rest on it."""
    said = {key: (each.clauses, each.scope, each.asks) for key, each in decisions.items()}
    return {key: each for key, each in said.items() if any(each)}


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
