"""What the rules of readiness read: comments with their decisions, what drafts did, what went out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from drafter.model import (
    UNDECIDED,
    CarriedOver,
    CheckedComment,
    Comment,
    Decision,
    Deed,
    Disposition,
    Evidence,
    Finding,
    Response,
    Rounds,
    Row,
    SilentChange,
    Snapshot,
    Watched,
)


@dataclass(frozen=True)
class ReadinessFacts:
    """`rows` are those of the table, with all comments that want an answer; `comments` those by id.

    `numbers`, `decisions`, `deeds` and `watched` go by comment key; `evidence` is all of it. `sent` are the
    replies that went out. `approval`: the workspace wants every decision approved. `home`: the body that
    issues the draft.
    """

    rounds: Rounds
    today: date
    rows: Sequence[Row]
    comments: Mapping[str, Comment]
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    evidence: Sequence[Evidence] = ()
    deeds: Mapping[str, Deed] = field(default_factory=dict)
    watched: Mapping[str, tuple[Watched, ...]] = field(default_factory=dict)
    carried: CarriedOver = field(default_factory=CarriedOver)
    silent: Sequence[SilentChange] = ()
    responses: Sequence[Response] = ()
    sent: Sequence[Snapshot] = ()
    lint: Sequence[Finding] = ()
    approval: bool = False
    deadline: date | None = None
    home: str = ""

    @cached_property
    def answerable(self) -> tuple[Comment, ...]:
        """The comments of the table, in its order."""
        return tuple(self.comments[id] for row in self.rows for id in row.comments)

    @cached_property
    def settled(self) -> tuple[tuple[Comment, Decision], ...]:
        """Those of them of which people said what becomes of them."""
        pairs = ((comment, self.decision(comment)) for comment in self.answerable)
        return tuple((c, decision) for c, decision in pairs if is_settled(decision))

    @cached_property
    def verdicts(self) -> Mapping[str, tuple[Evidence, ...]]:
        """Comment id → its evidence, oldest draft first."""
        order = {draft.path: at for at, draft in enumerate(self.rounds.drafts)}
        found: dict[str, list[Evidence]] = {}
        for each in sorted(self.evidence, key=lambda each: order[each.draft]):
            found.setdefault(each.comment, []).append(each)
        return {id: tuple(each) for id, each in found.items()}

    def decision(self, comment: Comment) -> Decision:
        return self.decisions.get(comment.key, UNDECIDED)

    def named(self, comment: Comment) -> CheckedComment:
        """A comment as findings name it."""
        no = self.numbers.get(comment.key)
        return CheckedComment(no, comment.key, comment.agency, comment.text, comment.path)


def is_settled(decision: Decision) -> bool:
    return decision.disposition is not Disposition.PENDING
