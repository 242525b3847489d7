"""The comment-disposition table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Disposition(StrEnum):
    ACCEPTED = "accepted"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOTED = "noted"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: equal comments of several agencies together. `clause` is an id in `draft`."""

    no: int
    clause: str | None
    heading: str
    locator: str
    agencies: tuple[str, ...]
    comments: tuple[str, ...]
    text: str
    draft: str | None
    draft_number: int | None = None
    draft_text: str = ""
    disposition: Disposition = Disposition.PENDING
    reason: str = ""
    response: str = ""
    where: str = ""
    evidence: str = ""  # the verdict of the newest draft
    before: str = ""  # the linked clauses' words in the comment's draft
    after: str = ""  # the words that stand there now
    changed: str = ""  # what came and went, in short
    decided_by: str | None = None
    decided_at: str | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """`closes`: files = understood + problems, comments_read = comments_in_rows + agreements,
    agencies = commented + agreed + silent, and no comment stands in two rows."""

    files: int
    understood: int
    problems: int
    comments_read: int
    comments_in_rows: int
    agreements: int
    agencies: int
    agencies_commented: int
    agencies_agreed: int
    agencies_silent: int
    closes: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agency that agreed without comment, with its letter's number and date.

    `by_silence`: it did not answer, and the workspace takes that for agreement.
    """

    agency: str
    letter: str | None
    date: date | None
    by_silence: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The comment-disposition table, ready to be written in any format."""

    title: str
    draft_title: str
    draft_number: int | None
    issuer: str | None
    rows: tuple[Row, ...]
    agreements: tuple[Agreement, ...]
    commented: tuple[str, ...]
    silent: tuple[str, ...]
    balance: Balance
    inputs: tuple[tuple[str, str], ...]  # (path, SHA-256) of every file it was made from
    asked: int | None = None
    proof: bool = False  # whether its rows show clause before, clause after, words changed, verdict

    @property
    def answered(self) -> int:
        """How many agencies answered, with a comment or a letter of agreement; silence is no answer."""
        agreed = sum(not agreement.by_silence for agreement in self.agreements)
        return self.balance.agencies_commented + agreed

    @property
    def dispositions(self) -> Mapping[Disposition, int]:
        """How many comments (not rows) have each disposition."""
        counts = dict.fromkeys(Disposition, 0)
        for row in self.rows:
            counts[row.disposition] += len(row.comments)
        return counts
