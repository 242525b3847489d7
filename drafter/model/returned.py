"""Returned tables: what a written table carries of itself, and what stands in one after people edited it."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from .decisions import Disposition

if TYPE_CHECKING:
    from .decisions import Decision, ReasonCode, Save

_LENGTH = 8  # letters and digits of a hash: 40 bits


@lru_cache(maxsize=1024)  # many answers are alike, and most are none
def digest(text: str) -> str:
    """A short hash of a text, in lower-case letters and digits."""
    return b32encode(sha256(text.encode()).digest()).decode().lower()[:_LENGTH]


def standing(decisions: Mapping[str, Decision]) -> str:
    """A short hash of what was answered to comments, by their keys: another one as soon as anybody answers
    one of them otherwise. Who works on it until when, and who approved, is no part of the answer."""
    told = (
        "\x1f".join((key, each.disposition, each.reason or "", each.response, each.where))
        for key, each in sorted(decisions.items())
        if each.decided
    )
    return digest("\n".join(told))


@dataclass(frozen=True, slots=True)
class RowMark:
    """What a row of a written table carries: the name of the row, and in short what stood in it.

    `answer` and `comment` are hashes of its cells as they are told from edited ones, `standing` of what was
    decided of its comments; each may be cut, and is "" in a table of before rows carried it. `disposition`
    and `reason` are those that the row had; `several`: its comments were decided in different ways.
    """

    key: str
    answer: str = ""
    comment: str = ""
    standing: str = ""
    disposition: Disposition = Disposition.PENDING
    reason: ReasonCode | None = None
    several: bool = False


class ColumnRole(StrEnum):
    """What a column of the table holds."""

    NUMBER = "number"
    CLAUSE = "clause"
    DRAFT_TEXT = "draft-text"
    COMMENT = "comment"
    AGENCIES = "agencies"
    RESPONSE = "response"
    PROOF = "proof"
    DISPOSITION = "disposition"
    REASON = "reason"
    LINE = "line"
    PART = "part"
    ISO_TYPE = "iso-type"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row as it came back. `place` counts the rows of the table from 1, the header is 1; of a sheet it is
    the printed number.

    `marks`: those found in it, several where rows were joined. `cells` by what their column holds. `spans`:
    its answer cell is one with that of the row above. `disposition` and `reason` are those chosen in their
    columns, None for an empty cell, or in `unread` for words that are none of those offered. `tracked`:
    changes in it are still open in Word, and taken as accepted; `struck`: words of the answer are struck
    through. `lines`: the answer where it names comments, as their numbers and what is answered to them; what
    stands before the first such line has none. `remarks`: comments on its cells. `own`: what stands in
    columns of people's own, with the names of these.
    """

    place: int
    marks: tuple[RowMark, ...]
    cells: Mapping[ColumnRole, str]
    disposition: Disposition | None = None
    reason: ReasonCode | None = None
    unread: frozenset[ColumnRole] = frozenset()
    spans: bool = False
    tracked: bool = False
    struck: bool = False
    lines: tuple[tuple[frozenset[int], str], ...] = ()
    remarks: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()

    def cell(self, role: ColumnRole) -> str:
        """The text of a cell; "" where the table has no such column."""
        return self.cells.get(role, "")


@dataclass(frozen=True, slots=True)
class EditedTable:
    """A table as it came back: its rows in their order, headings over groups of them left out.

    `columns`: what was found, `unread` the names of columns that people added. `composition`: the names of
    the rows as it went out → the keys of the comments in each; empty where a program dropped what the table
    remembered. `marks`: those that the rows went out with, by name, likewise. `lang`: that it was written in.
    `beside`: what stands above and below the rows and on the names of its columns, which is never taken.
    `seal`: by which the file that went out is told from others, "" where it is lost.
    """

    path: str
    sha256: str
    columns: tuple[ColumnRole, ...]
    unread: tuple[str, ...]
    rows: tuple[EditedRow, ...]
    composition: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, RowMark]
    lang: str | None = None
    beside: tuple[str, ...] = ()
    seal: str = ""


class RowFate(StrEnum):
    """What becomes of a row that came back."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    CONFLICTING = "conflicting"  # edited in the table, and answered otherwise here since it went out
    UNCLEAR = "unclear"  # edited in a way that a person must look at: nothing is taken
    UNKNOWN = "unknown"  # fits no comment
    MISSING = "missing"  # went out and did not come back


class RowNote(StrEnum):
    """Why a row is unclear, or what is to be known of one beside its fate."""

    SEVERAL = "several"  # its comments were decided in different ways
    MERGED = "merged"  # several rows were joined
    SPLIT = "split"  # one row was made several
    TWICE = "twice"  # it stands in the table twice, with different words
    EMPTIED = "emptied"  # the answer was deleted
    STRUCK = "struck"  # words of the answer are struck through
    CONTRADICTS = "contradicts"  # the disposition chosen and the answer say different things
    NEEDS_REASON = "needs-reason"  # not followed, and no reason in words
    NO_BASE = "no-base"  # nobody knows what stood there when it went out
    UNREAD_CHOICE = "unread-choice"  # the disposition or reason is none of those offered
    NO_DISPOSITION = "no-disposition"  # the answer is taken, it says no clear disposition: left pending
    KEPT_DISPOSITION = "kept-disposition"  # the answer says none, that of before stands beside it
    UNANSWERED = "unanswered"  # accepted without a word of answer, as the proposal is none
    BLANK = "blank"  # a blank in square brackets is left in the answer
    STRAYED = (
        "strayed"  # the answer went out in another row, which has lost it, beside a choice left as it was
    )
    COPIED = "copied"  # its mark is that of another row: it was copied from there and typed over
    AGENCY_EDITED = "agency-edited"  # other names stand in it than went out, which are not taken
    PLACE_EDITED = "place-edited"  # another place stands in it than went out, which is not taken
    CELL_EDITED = "cell-edited"  # other words stand in another cell than went out, which are not taken
    WORDS_EDITED = "words-edited"  # the comment itself was edited, which is not taken
    MOVED = "moved"  # its mark had come to another row: found by its words
    BY_WORDS = "by-words"  # its mark was gone: found by its words
    TRACKED = "tracked"  # changes were still open, and are taken as accepted
    REMARK = "remark"  # comments on its cells are kept as the remark of its comments
    REMARK_CONFLICT = "remark-conflict"  # such comments, and another remark stands here


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """What becomes of one row: the comments in it by key, and why.

    `place` is None for a row that is missing. `agency` and `comment` say which it is, `answer` what stands in
    the table; `wanted` is the decision that the table asks for, `standing` those that stand now, one for each
    comment of `keys`; `remarks` are the comments on its cells, `remark` what of them is kept; `own` is what
    stands in columns of people's own, never taken. A row whose comments were answered line by line is there
    once for each answer.
    """

    fate: RowFate
    notes: tuple[RowNote, ...] = ()
    place: int | None = None
    keys: tuple[str, ...] = ()
    agency: str = ""
    comment: str = ""
    answer: str = ""
    wanted: Decision | None = None
    standing: tuple[Decision, ...] = ()
    remarks: tuple[str, ...] = ()
    remark: str = ""
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """What becomes of a table that came back, row by row in its order, those missing last."""

    rows: tuple[ReturnedRow, ...]
    saves: tuple[Save, ...] = ()

    def of(self, fate: RowFate) -> tuple[ReturnedRow, ...]:
        """The rows of this fate."""
        return tuple(row for row in self.rows if row.fate is fate)


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row of the present table, for rows whose mark is lost: the keys of its comments, and what may be
    printed in its cells, in either language."""

    key: str
    keys: tuple[str, ...]
    agencies: tuple[str, ...]
    comments: tuple[str, ...]
    answers: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTable:
    """What is known here of a table that comes back.

    `rows`: the present ones; `composition`: names of rows → comment keys, of whatever went out; `marks`:
    those that the rows went out with, by name; `expected`: the names of the rows that must come back;
    `decisions` as they stand, `comments` the keys that may be decided, `numbers` those of the comments by
    key, `printed` what stands in a line of its own for each, in either language; `blanks`: what stands in an
    answer for a person to fill in; `agencies`: whose each comment is, by its key; `went`: the rows of this
    very table as they went out, by name, {} where nobody kept it.
    """

    rows: tuple[KnownRow, ...]
    composition: Mapping[str, tuple[str, ...]]
    expected: tuple[str, ...]
    decisions: Mapping[str, Decision]
    comments: frozenset[str]
    marks: Mapping[str, RowMark]
    blanks: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    went: Mapping[str, EditedRow] = field(default_factory=dict)
