"""The comment-disposition table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .evidence import Measured, Verdict
from .frame import NO_WORDS, WordCount


class Disposition(StrEnum):
    ACCEPTED = "accepted"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOTED = "noted"
    PENDING = "pending"


class Layout(StrEnum):
    """How a table stands: by clause (statutory form), by comment (office practice), with the draft's text."""

    CLAUSE = "clause"
    COMMENT = "comment"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the newest draft lets the drafting office answer: facts, of which `wording` makes the sentence.

    `places` are locators in that draft, `commented` the one that the comment is about in its own;
    `gone`: the clauses that were to go went. `counted`: what was asked for as a number; `edits`: words that
    went and those that came in their place. `before`, `after`: the clauses' words then and now.
    """

    verdict: Verdict
    draft_number: int | None
    draft_title: str
    places: tuple[str, ...] = ()
    commented: str = ""
    gone: bool = False
    counted: tuple[Measured, ...] = ()
    edits: tuple[tuple[str, str], ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: equal comments of several agencies together. `clause` is an id in `draft`.

    `response` is what a person wrote; while it is empty, the row shows the proposal that `answer` holds.
    """

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
    answer: Answer | None = None  # what evidence proposes, where there is some
    decided_by: str | None = None
    decided_at: str | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """`closes`: files = understood + problems, comments_read = comments_in_rows + agreements,
    agencies = commented + agreed + silent, no comment stands in two rows, and the words close."""

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
    words: WordCount = NO_WORDS


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
