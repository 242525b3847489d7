"""What agencies wrote: comments, letters, references, suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .manuscript import Notice


class Stance(StrEnum):
    REQUEST = "request"
    QUESTION = "question"
    OBJECTION = "objection"
    AGREEMENT = "agreement"
    REMARK = "remark"


class Op(StrEnum):
    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"
    SPLIT = "split"
    MERGE = "merge"
    MOVE = "move"
    SHORTEN = "shorten"
    CLARIFY = "clarify"


class Topic(StrEnum):
    LENGTH = "length"
    SHORTEN = "shorten"
    SCATTERED = "scattered"
    VAGUE = "vague"
    STRUCTURE = "structure"
    EVIDENCE = "evidence"
    FEASIBILITY = "feasibility"
    ROADMAP = "roadmap"
    WORDING = "wording"
    LEGAL_BASIS = "legal-basis"
    FIGURE = "figure"
    TASK = "task"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do and with which words; for add, `old` is the words after which to add."""

    op: Op
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """A cited place, from the outermost unit in: `(("section", "III"), ("point", "a"))`.

    `unit` is a Kind value, "row" (số thứ tự), "page", "line", "target" (chỉ tiêu số 7), "form" (Mẫu 1.5),
    "role" (named section, label a Role value), "number" (a bare path such as III.2) or "relative".
    """

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited locator in a comment. `act` names another act when it is none of the draft's.

    `start`, `end` are offsets in the text it was found in. `id` and `exists` are filled once
    the draft is known: the clause it names, and whether the draft has one.
    """

    text: str
    start: int
    end: int
    locators: tuple[Locator, ...] = ()
    act: str | None = None
    id: str | None = None
    exists: bool | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where in its file a comment stands: one of paragraph, row, line (from 1) and offsets there.

    `end` counts on across the line breaks where the comment runs through several of them;
    `sheet` names the sheet of a workbook.
    """

    paragraph: int | None = None
    row: int | None = None
    line: int | None = None
    start: int = 0
    end: int = 0
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the draft's copy on which a comment or silent edit stands.

    `context` is the whole paragraph's text in the draft as sent out; `start`, `end` the words in it.
    """

    context: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark of one agency, the smallest that can be answered alone.

    `cited` is text from neighbouring cells or lead-ins that says where (a column "Nội dung dự
    thảo" or "Điều, khoản"); references found there count too. `proposal` is the cell of proposed
    wording beside the comment, as printed.
    """

    id: str
    agency: str
    date: date | None
    draft: str | None
    path: str
    position: Position
    text: str
    quote: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    topics: tuple[Topic, ...] = ()
    stance: Stance = Stance.REQUEST
    suggestion: Suggestion | None = None
    cited: str = ""
    reason: str = ""
    anchor: Anchor | None = None
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one agency said in one file. A file with several speakers gives several letters."""

    path: str
    agency: str
    number: str | None
    date: date | None
    stance: Stance
    comments: tuple[Comment, ...]
    draft_number: int | None = None  # "dự thảo lần 2" in its text


@dataclass(frozen=True, slots=True)
class Problem:
    """A file among the comments that could not be used: the failure's code and facts."""

    path: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Everything in comments/: each file gave a letter or a problem."""

    letters: tuple[Letter, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)  # path → SHA-256

    @property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(comment for letter in self.letters for comment in letter.comments)
