"""What was decided before and may hold again: offered to people, never filled in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .decisions import Decision, Registered


class OfferWhy(StrEnum):
    """Why an earlier decision is offered for a comment.

    `changed`: the same agency's comment is there no more, and this one has much the same words; `again`: it
    said much the same of an earlier draft; `clause`: it spoke of the same clause then; `like`: somebody else
    said much the same, or another resolution was spoken of.
    """

    CHANGED = "changed"
    AGAIN = "again"
    CLAUSE = "clause"
    LIKE = "like"


@dataclass(frozen=True, slots=True)
class Past:
    """A comment that was decided. `source`: the workspace it is from, "" for this one."""

    registered: Registered
    decision: Decision
    source: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An earlier decision that is held beside the comment `key`; `alike`: how much of the words is the same,
    0 to 1."""

    key: str
    past: Past
    why: OfferWhy
    alike: float


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """Decisions against the comments of now.

    `kept`: keys of comments that are as they were and decided; `vanished`: decided comments that no file
    holds any more; `offers`: for comments without a decision.
    """

    kept: tuple[str, ...] = ()
    vanished: tuple[Past, ...] = ()
    offers: tuple[Offer, ...] = ()
