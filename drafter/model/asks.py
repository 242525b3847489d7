"""What a comment asks for: the operation, the words and figures, the place, the agencies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Op(StrEnum):
    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"
    SPLIT = "split"
    MERGE = "merge"
    MOVE = "move"
    SHORTEN = "shorten"
    CLARIFY = "clarify"
    KEEP = "keep"


class WordsRole(StrEnum):
    """What words that a comment names are to the draft. `after`: new words are to follow them;
    `standing`: they are complained of; `cited`: nothing says what is to become of them."""

    STANDING = "standing"
    REPLACE = "replace"
    DELETE = "delete"
    AFTER = "after"
    ADD = "add"
    CITED = "cited"


class Edge(StrEnum):
    """At which end of a clause words are to stand, or that they are to be in its heading."""

    TITLE = "title"
    START = "start"
    END = "end"


class Countable(StrEnum):
    """What of an ask can be counted in a later draft, where it names no words."""

    LENGTH = "length"  # words of the whole draft
    PART = "part"  # words of a part or clause
    TARGETS = "targets"  # targets in one place, each with a figure and a date
    HEADINGS = "headings"
    ROADMAP = "roadmap"  # targets with figures for several years
    ACTS = "acts"  # acts cited
    ASSIGNED = "assigned"  # the agency that is to lead
    LEAD = "lead"  # clauses that say who leads
    TARGET = "target"  # a target of its own


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a comment asks for; `op` None where it finds fault and names no operation.

    "Đề nghị nâng “30%” lên “40%”, giao Sở A chủ trì": replace, old "30%", new "40%", agency "Sở A". For add,
    `old` are the words after which. All words are as printed, or in normal form where they are a piece of the
    comment's text.
    """

    op: Op | None
    old: str | None = None
    new: str | None = None
    place: str | None = None  # the citation that says where
    agency: str | None = None  # who is to lead
    partner: str | None = None  # who is to take part
    figure: str | None = None  # the figure to come
    deadline: str | None = None  # the date to come
    role: WordsRole | None = None  # of the words named; of the old ones where there are both
    text: str = ""  # the words in which it is asked
    about: str = ""  # of them those that say what is to be added or made clear
    counts: tuple[Countable, ...] = ()
    acts: tuple[str, ...] = ()  # numbers of the acts to be cited
    parts: int | None = None  # into how many a clause is to be split
    whole: bool = False  # a clause as a whole: "bỏ điểm này"
    before: str | None = None  # the words before which new ones are to stand
    edge: Edge | None = None
    sentence: int | None = None  # the sentence of the clause that it is about, from 1; -1 the last
    weighed: bool = False  # it is only to be weighed
    missing: bool = False  # the comment says that the draft lacks it
    likewise: bool = False  # "sửa tương ứng": as the comment before asks
    contrary: bool = False  # the comment is against it, takes it back or makes it depend on something
    unwanted: str | None = None  # of what it is against, the words that were not to come
    lasting: str | None = None  # … and those that were not to go
