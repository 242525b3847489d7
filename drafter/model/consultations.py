"""Consultations: what very many people said, a row each, in files of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class RowFault(StrEnum):
    """Why a row is no comment."""

    NO_TEXT = "no-text"
    BAD_DATE = "bad-date"
    NOT_JSON = "not-json"


class RowForm(StrEnum):
    """What the bytes of a slice are."""

    LINES = "lines"  # JSON Lines
    ARROW = "arrow"  # an Arrow stream


@dataclass(frozen=True, slots=True)
class RowFile:
    """A file of rows as it was found: `shown` names it; `rows` counts lines that are not blank."""

    shown: str
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Slice:
    """Rows of one file that lie together: `first` is the number of the first one, from 1; of JSON Lines that
    of its line. `no` counts the slices of all files from 0."""

    no: int
    shown: str
    first: int
    form: RowForm
    data: bytes


@dataclass(frozen=True, slots=True)
class ConsultedRow:
    """One row. `agency` is an agency or a group of people; `fault`: why it is no comment, else None."""

    row: int
    text: str
    agency: str | None = None
    province: str | None = None
    channel: str | None = None
    date: date | None = None
    fault: RowFault | None = None


@dataclass(frozen=True, slots=True)
class ConsultedRows:
    """The rows of a slice, and the columns that nobody reads."""

    rows: tuple[ConsultedRow, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowBalance:
    """Rows and words: all that were read are comments or told as none."""

    rows: int = 0
    comments: int = 0
    told: int = 0
    words: int = 0
    words_in_comments: int = 0
    words_told: int = 0

    @property
    def closes(self) -> bool:
        return (self.rows, self.words) == (
            self.comments + self.told,
            self.words_in_comments + self.words_told,
        )


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What people said in one wording, letter case and marks at the ends apart, of one place in one draft.

    `clause` is its id in `draft` (the draft's path), None where `scope` is another than clauses. `count`:
    how many said it; the mappings: how many of each province and so on, "" where the row does not say.
    """

    key: str
    text: str
    draft: str
    scope: str
    clause: str | None
    count: int
    words: int  # of all of them together
    provinces: Mapping[str, int] = field(default_factory=dict)
    agencies: Mapping[str, int] = field(default_factory=dict)
    channels: Mapping[str, int] = field(default_factory=dict)
    stances: Mapping[str, int] = field(default_factory=dict)
    verdicts: Mapping[str, int] = field(default_factory=dict)
    reviewed: int = 0  # how many of them a person must look at


@dataclass(frozen=True, slots=True)
class Issue:
    """Sayings that are nearly equal, of one place. `sayings`: the one that stands for all first, then the
    others by how many said them. `campaign`: one text that very many senders sent."""

    sayings: tuple[SharedWords, ...]
    campaign: bool = False


class RunState(StrEnum):
    """Whether the results of a consultation can be shown: all of them, on drafts that are still the same."""

    READY = "ready"
    UNFINISHED = "unfinished"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Consultation:
    """The results of one run: `name` is its folder in the workspace; without issues unless it is ready.
    `newer`: numbers of drafts that came since, which it says nothing of."""

    name: str
    state: RunState
    balance: RowBalance
    issues: tuple[Issue, ...] = ()
    newer: tuple[int, ...] = ()
