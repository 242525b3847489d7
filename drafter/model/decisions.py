"""Decisions: what people settle of a comment, under whose name, and how it came to be.

Nothing here can be computed again: it stands in the store with its whole history.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .asks import Ask
from .links import Scope


class Disposition(StrEnum):
    ACCEPTED = "accepted"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOTED = "noted"
    PENDING = "pending"


class ReasonCode(StrEnum):
    """Why a comment is not followed, or not wholly."""

    SUPERIOR_TARGET = "superior-target"  # a higher level has set the target
    ALREADY_IN_DRAFT = "already-in-draft"
    OUTSIDE_COMPETENCE = "outside-competence"
    NOT_FEASIBLE_YET = "not-feasible-yet"
    OUT_OF_SCOPE = "out-of-scope"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    OTHER = "other"


class Stand(StrEnum):
    """What the agency says after our reply."""

    SATISFIED = "satisfied"
    NOT_SATISFIED = "not-satisfied"
    NO_ANSWER = "no-answer"


class Via(StrEnum):
    """The way by which a decision came into the store."""

    COMMAND = "command"
    TABLE = "table"  # read back from an edited table
    PAGE = "page"
    RECORDS = "records"  # from another store


@dataclass(frozen=True, slots=True)
class Deed:
    """The edit that fulfils a decision, by which later drafts are watched.

    `draft` is the path of the draft that shows it, `number` that draft's; `clauses` are ids there. `came`:
    phrases that were written there, `went`: phrases that were taken out, as printed.
    """

    draft: str
    number: int | None = None
    clauses: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided of one comment, as it stands now.

    `response` is what the office answers, `where` where it is to be seen, in the office's words. Where a
    person has corrected them: `clauses` (ids in the comment's draft) that the comment is about, or `scope`,
    that it is about the draft as a whole or nothing in it; `asks`, what it asks for. `remark` stays in the
    house. `draft`: the number of the newest draft when it was decided. Moments are ISO 8601 with offset, to
    the second. `version` counts the saves, 0 before the first.
    """

    disposition: Disposition = Disposition.PENDING
    reason: ReasonCode | None = None
    response: str = ""
    where: str = ""
    clauses: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    assignee: str = ""
    due: date | None = None
    remark: str = ""
    stand: Stand | None = None
    deed: Deed | None = None
    draft: int | None = None
    decided_by: str = ""
    decided_at: str = ""
    approved_by: str = ""
    approved_at: str = ""
    version: int = 0
    scope: Scope | None = None

    @property
    def decided(self) -> bool:
        """Whether a person has said something that is printed, be it that the comment is still pending."""
        return not self.open or bool(self.response)

    @property
    def open(self) -> bool:
        """Whether it is still to be said what becomes of the comment."""
        return self.disposition is Disposition.PENDING


UNDECIDED = Decision()


@dataclass(frozen=True, slots=True)
class Registered:
    """A comment that the store has numbered, as it was when it was first read; numbers are never given
    twice."""

    no: int
    key: str
    agency: str
    text: str
    draft_number: int | None = None
    path: str = ""
    first_read: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts, when (ISO 8601 with offset) and by which way; `draft`: the number of the newest draft."""

    name: str
    at: str
    via: Via = Via.COMMAND
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class Save:
    """A decision for the comment `key`; its `version` is that of the decision it was made from."""

    key: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of history: what an act made of one decision. Lines of one act were saved together."""

    act: int
    no: int
    key: str
    author: Author
    before: Decision
    after: Decision
    undoes: int | None = None  # the act whose effect this one takes back


class SnapshotKind(StrEnum):
    """What went out."""

    TABLE = "table"
    REPLY = "reply"
    REMINDER = "reminder"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What went out at a moment: the inputs by hash, the decisions it rests on, the output itself.

    `inputs` are (path, SHA-256); `decisions` (comment key, version); `rows` the rows of a table as (row key,
    comment keys); `agency` to whom a letter went. `output` is left empty where snapshots are only listed.
    """

    id: int
    kind: SnapshotKind
    author: Author
    path: str
    sha256: str
    inputs: tuple[tuple[str, str], ...] = ()
    decisions: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    agency: str = ""
    output: bytes = b""


@dataclass(frozen=True, slots=True)
class Records:
    """All that a store knows: comments in the order of their numbers, history oldest first, what went out in
    the order of its numbers, with the outputs."""

    comments: tuple[Registered, ...] = ()
    lines: tuple[HistoryLine, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
