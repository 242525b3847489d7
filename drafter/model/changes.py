"""Which clause continues which, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .draft import Role


class ChangeKind(StrEnum):
    UNCHANGED = "unchanged"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Match:
    """`old` continues as `new` (ids). One to one, or one to several (split), several to one."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float


@dataclass(frozen=True)
class Alignment:
    """Which clause of new continues which clause of old; every id of both drafts exactly once."""

    matches: tuple[Match, ...]

    @cached_property
    def to_new(self) -> Mapping[str, tuple[str, ...]]:
        return {old: match.new for match in self.matches for old in match.old}

    @cached_property
    def to_old(self) -> Mapping[str, tuple[str, ...]]:
        return {new: match.old for match in self.matches for new in match.new}


@dataclass(frozen=True, slots=True)
class Segment:
    """`op` is "=", "-" or "+"; "="/"-" joined give the old text, "="/"+" the new one."""

    op: str
    text: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that changed; null where one side has none. Values as printed ("7,5")."""

    old: str | None
    new: str | None
    unit: str | None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a clause. `noise` names normalisations in it; `noise_only`: nothing else.

    Several clauses on one side are joined by a line break in the segments.
    """

    kind: ChangeKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float
    moved: bool = False
    renumbered: bool = False
    reordered: bool = False
    segments: tuple[Segment, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    noise: tuple[str, ...] = ()
    noise_only: bool = False


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Every clause of both drafts in exactly one change, in the order of the new draft.

    `words` maps a role to (words before, words after); `counts` a change kind, "moved",
    "renumbered" or "noise" to how many.
    """

    changes: tuple[Change, ...]
    counts: Mapping[str, int]
    words: Mapping[Role, tuple[int, int]]
