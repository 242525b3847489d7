"""One agency's copy of a draft between that draft and the next: what it asked for, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThreeKind(StrEnum):
    """What an edit does: to words within a clause, or to a whole clause."""

    WORDS = "words"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class ThreeState(StrEnum):
    """Whether another draft does an edit too: `done` only where all of it is there."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not-done"


@dataclass(frozen=True, slots=True)
class ThreeEdit:
    """One edit of the old draft. `made`: clauses of the draft that makes it, `now`: of the one it is looked
    for in.

    `gone` words were taken out, `came` words put in, between `lead` and `tail`, all as printed. `stands`:
    what the other draft has at this place, where it does not do all of it.
    """

    kind: ThreeKind
    state: ThreeState
    old: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    gone: str = ""
    came: str = ""
    lead: str = ""
    tail: str = ""
    stands: str = ""


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """`asked`: the edits of the copy, each looked for in the new draft. `unasked`: those of the new draft
    that are not in the copy, or not wholly (partly)."""

    asked: tuple[ThreeEdit, ...]
    unasked: tuple[ThreeEdit, ...]

    def of(self, state: ThreeState) -> tuple[ThreeEdit, ...]:
        """The edits that were asked for and came to this."""
        return tuple(edit for edit in self.asked if edit.state is state)
