"""The comment-disposition table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from .comments import Channel, IsoType, Stance
from .decisions import Disposition
from .extras import Excerpt, Extras
from .frame import NO_WORDS
from .links import Scope
from .office import Office

if TYPE_CHECKING:
    from .asks import Ask, Op
    from .changes import Segment
    from .decisions import Decision
    from .draft import Kind
    from .evidence import Measured, Verdict
    from .frame import WordCount


class Layout(StrEnum):
    """How a table stands: by clause (statutory form), by comment (office practice), with the draft's text, as
    standards bodies exchange comments."""

    CLAUSE = "clause"
    COMMENT = "comment"
    TEXT = "text"
    ISO = "iso"  # the eight columns of ISO/IEC


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the newest draft shows of what was asked for, in whole phrases.

    `old`: words that went, `new`: words that stand, `after`: those that they stand behind. `places`: where in
    the newest draft, `whence`: where in the draft that was commented a clause was that is gone, split,
    merged or moved; ids of clauses while it is made, locators in a table. `op` keep: it stood there before.
    """

    op: Op
    old: str = ""
    new: str = ""
    after: str = ""
    places: tuple[str, ...] = ()
    whence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that was asked to change; `between`: drafts in between that had gone further, by number.

    `named`: the first of the things counted, in their own words.
    """

    measured: Measured
    between: tuple[tuple[int, int], ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One side of comments that cannot all be followed: who says it, and the words wanted, if it names any;
    `keeps`: they are to stay."""

    agencies: tuple[str, ...]
    wanted: str = ""
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the newest draft lets the drafting office answer: facts, of which `wording` makes the sentence.

    `verdict` is None where no later draft was held against the comment. `proposes`: the disposition that the
    facts suggest, pending where a person must choose. `places` are locators in the newest draft, `commented`
    in the one that was commented, `asked_in` its number. `claims`: what was done, `lacking`: words asked for
    that did not come; `counted`: what was asked for as a number, `left`: what was asked to come to none and
    did not. `parties`: who wants different things of this clause, and `still` the words that the draft has
    there; `followed`: those of them whose wish the draft does. `kept`: what was to stay as it was stands
    there, `still` its words. `before`, `after`: the clauses' words then and now, `segments` lead from one to
    the other; `measures`: all that was counted.
    """

    verdict: Verdict | None
    draft_number: int | None = None
    asked_in: int | None = None
    stance: Stance = Stance.REQUEST
    proposes: Disposition = Disposition.PENDING
    places: tuple[str, ...] = ()
    commented: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    lacking: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    left: tuple[Measured, ...] = ()
    parties: tuple[Party, ...] = ()
    still: str = ""
    followed: tuple[str, ...] = ()
    kept: bool = False
    changed: bool = False
    before: str = ""
    after: str = ""
    segments: tuple[Segment, ...] = ()
    measures: tuple[Measured, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """One answer that people gave to some comments of a row, by their ids; `agencies` are those of them.

    Where they were decided one by one, `decision` is the last of them.
    """

    comments: tuple[str, ...]
    agencies: tuple[str, ...]
    decision: Decision


def with_proposal(text: str, proposal: str) -> str:
    """A comment with the wording that stood in a cell beside it, in quotation marks."""
    return f"{text}\n{proposal}" if proposal[:1] in '“"«' else f"{text}\n“{proposal}”"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: equal comments of several agencies together. `clause` is an id in `draft`, `places` are
    locators there; `review`: a person must look whether the comment is about them; `absent`: places cited
    that the draft does not have. `keys` are those of `comments`, in the same order: what decisions hang on.

    `response` is what a person wrote; while it is empty, the row shows the proposal that `answer` holds.
    `reason` is the code of that of the disposition, `grounds` are the agencies' own. `settled`: every
    different answer that people gave; where it is one for all, the row has it too. `undecided`: whose
    comments nobody has decided, where others of the row are. `numbers` are those that
    the comments bear for good, () where nobody keeps any. `waiting`: comments with an answer that does not
    count yet: not approved where that is asked for, or words on one that is still pending. `proposal`: the
    part of `text` that its form has in a cell of its own as proposed wording. `iso_type`: as the form sorts
    it, else as it follows from what the comment is about.
    """

    no: int
    clause: str | None
    heading: str
    places: tuple[str, ...]
    agencies: tuple[str, ...]
    comments: tuple[str, ...]
    text: str
    draft: str | None
    draft_number: int | None = None
    draft_text: str = ""
    scope: Scope = Scope.CLAUSES
    review: bool = False
    absent: tuple[str, ...] = ()
    grounds: str = ""
    disposition: Disposition = Disposition.PENDING
    reason: str = ""
    response: str = ""
    answer: Answer | None = None  # what evidence proposes
    decided_by: str | None = None
    decided_at: str | None = None
    keys: tuple[str, ...] = ()
    settled: tuple[Settled, ...] = ()
    undecided: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    waiting: tuple[str, ...] = ()
    proposal: str = ""
    iso_type: IsoType = IsoType.TECHNICAL
    asks: tuple[Ask, ...] = ()  # what the first of its comments asks for

    @property
    def provisional(self) -> bool:
        """Whether its answer, or a part of it, is not the office's yet."""
        return bool(self.open or self.waiting)

    @property
    def open(self) -> tuple[str, ...]:
        """The comments that nobody has decided."""
        if not self.settled:
            return () if self.decided else self.comments
        known = {id for each in self.settled for id in each.comments}
        return tuple(id for id in self.comments if id not in known)

    @property
    def locator(self) -> str:
        """The places in one text, as the contract writes them."""
        return "; ".join(self.places)

    @property
    def decided(self) -> bool:
        """Whether a person has said what becomes of the comment."""
        return self.disposition is not Disposition.PENDING or bool(self.response)


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
class LetterMark:
    """By what a letter is cited: its number and date, as far as it has them.

    Of what was said at a meeting, those of the minutes; of a copy, `draft_number` says of which draft, and
    the date is that of the marks in it.
    """

    number: str | None
    date: date | None
    channel: Channel = Channel.LETTER
    draft_number: int | None = None


@dataclass(frozen=True, slots=True)
class Respondent:
    """An agency that commented or agreed, with its letters.

    `by_silence`: it did not answer, and the workspace takes that for agreement.
    """

    agency: str
    letters: tuple[LetterMark, ...] = ()
    by_silence: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The comment-disposition table, ready to be written in any format. Of an excerpt the balance is that of
    the whole table, and stands nowhere."""

    draft_title: str
    draft_number: int | None
    issuer: str | None
    rows: tuple[Row, ...]
    agreements: tuple[Respondent, ...]
    commented: tuple[Respondent, ...]
    silent: tuple[str, ...]
    balance: Balance
    inputs: tuple[tuple[str, str], ...]  # (path, SHA-256) of every file it was made from
    asked: int | None = None
    kinds: frozenset[Kind] = frozenset()  # of the clauses of the newest draft
    office: Office = field(default_factory=Office)
    extras: Extras = field(default_factory=Extras)
    illegible: tuple[str, ...] = ()  # agencies asked whose file could not be used
    unread: tuple[str, ...] = ()  # comment files that could not be used: nothing of them is in the table
    provisional: bool = False  # not all of it is decided, and approved where that is asked
    excerpt: Excerpt | None = None  # only some of the rows

    @property
    def comments(self) -> int:
        """How many comments stand in rows."""
        return sum(len(row.comments) for row in self.rows)

    @property
    def agreeing(self) -> int:
        """How many comments only agree: those beside the table, and those of agencies with rows in it."""
        rows = (row for row in self.rows if row.answer and row.answer.stance is Stance.AGREEMENT)
        return self.balance.agreements + sum(len(row.comments) for row in rows)

    @property
    def answered(self) -> int:
        """How many agencies answered, with a comment or a letter of agreement; silence is no answer."""
        return self.balance.agencies_commented + sum(not each.by_silence for each in self.agreements)

    @property
    def dispositions(self) -> Mapping[Disposition, int]:
        """How many comments (not rows) people gave each disposition; pending: those not decided."""
        counts = dict.fromkeys(Disposition, 0)
        for row in self.rows:
            for each in row.settled:
                counts[each.decision.disposition] += len(each.comments)
            left = Disposition.PENDING if row.settled else row.disposition
            counts[left] += len(row.open if row.settled else row.comments)
        return counts

    @property
    def proposals(self) -> Mapping[Disposition, int]:
        """How many comments that nobody has decided have each disposition proposed; pending: none."""
        counts = dict.fromkeys(Disposition, 0)
        for row in self.rows:
            counts[row.answer.proposes if row.answer else Disposition.PENDING] += len(row.open)
        return counts
