"""Evidence: what a later draft measurably did about a comment, and what it did that nobody asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .changes import Segment


class Verdict(StrEnum):
    """`already`: the wording stood there before; `regressed`: a later draft undid what was done."""

    ADDRESSED = "addressed"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    ALREADY = "already"
    REGRESSED = "regressed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing counted in the comment's draft and in the later one: `words` 5150, 4464, unit "words".

    `said`: the words of the comment that were not found, where these are counted.
    """

    name: str
    before: int
    after: int
    unit: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What `draft` (its path) did about a comment.

    `clauses` are ids in that draft: those that continue the linked ones, or where the asked words now
    stand. `segments` lead from the linked clauses to them.
    """

    comment: str
    draft: str
    verdict: Verdict
    measures: tuple[Measured, ...] = ()
    clauses: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class SilentChange:
    """A change that no comment explains. `old`, `new`: clause ids; `weight` rises with what is at stake;
    `perhaps`: ids of comments on it of which nobody can tell whether it was made for them."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    segments: tuple[Segment, ...]
    weight: int
    why: tuple[str, ...]  # figure, deadline, agency, deletion, words
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """Comments that cannot all be followed. `why`: figures, opposite, self."""

    comments: tuple[str, ...]
    clause: str | None
    why: str
