"""Which clauses a comment addresses, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    DOCUMENT = "document"
    CLAUSES = "clauses"
    NONE = "none"


class Manner(StrEnum):
    """How a signal points to the clause, where it has more than one way.

    `loose`: a citation that fits in part, or several places; `around`: the clause lies within what is
    cited; `overruled`: a citation that fits nothing, the quoted words stand in this clause; `absent`: one
    that fits nothing; `near`: the clause holds words like the quoted ones; `meant`: it says the same thing in
    its own words, which are given.
    """

    PLAIN = "plain"
    LOOSE = "loose"
    AROUND = "around"
    OVERRULED = "overruled"
    ABSENT = "absent"
    NEAR = "near"
    MEANT = "meant"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: `signal` is anchor, reference, quote, role, topic or text.

    `words` are those of the comment that say so: the anchored words, the citation, the quote, the name of
    a section, the word for a topic; for text the rarest pairs of words shared. `percent`: how alike a
    quote is that is not held to the letter.
    """

    signal: str
    words: tuple[str, ...]
    manner: Manner = Manner.PLAIN
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class LinkedClause:
    id: str
    score: float
    addressed: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A comment with the clauses it addresses first, then candidates: five in all, or more if addressed.

    `absent`: places that it cites and that its draft does not have, which nothing else explains.
    """

    comment: str
    scope: Scope
    clauses: tuple[LinkedClause, ...]
    confidence: float
    review: bool
    absent: tuple[str, ...] = ()
