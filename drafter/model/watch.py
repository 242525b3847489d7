"""What later drafts did to the edit that fulfils a decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .decisions import Deed


class DeedState(StrEnum):
    """What became of an edit in a later draft.

    `moved`: its words stand in another place; `reworded`: they stand in part, or the words around them have
    changed: a person must look; `overridden`: it was written anew by what was done for a later accepted
    comment; `regressed`: words that came are gone, or words that went are back.
    """

    STANDS = "stands"
    MOVED = "moved"
    REWORDED = "reworded"
    OVERRIDDEN = "overridden"
    REGRESSED = "regressed"


@dataclass(frozen=True, slots=True)
class Watched:
    """What `draft` (its path, `number` its number) did to an edit; `clauses`: where it stands there.

    `gone`: phrases that had come and are there no more, `back`: phrases that had gone and are there again,
    `reworded`: phrases that stand in part or with other words around them; `by`: the numbers of the accepted
    comments whose edits wrote them anew.
    """

    draft: str
    number: int | None
    state: DeedState
    clauses: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """The edit that fulfils a decision, with what every later draft did to it, other decisions aside."""

    deed: Deed
    watched: tuple[Watched, ...] = ()
