"""Frame: the text of a comment file that is no comment, piece by piece, and the count of all its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .position import Position


class FrameKind(StrEnum):
    """What a piece of the frame is.

    `reference`: number, date, subject, and the cells of a form that say where; `recipients`: whom it is for;
    `thread`: what the drafting office itself says, quoted or in minutes; `hidden`: lines that were struck
    through, notes in the margin of a letter, and words that are set so that nobody sees them; `unanswered`:
    that an agency has sent nothing, or was not there.
    """

    LETTERHEAD = "letterhead"
    REFERENCE = "reference"
    OPENING = "opening"
    LEAD_IN = "lead-in"
    HEADING = "heading"
    AGREEMENT = "agreement"
    CLOSING = "closing"
    SIGNATURE = "signature"
    RECIPIENTS = "recipients"
    THREAD = "thread"
    OTHER_DOCUMENT = "other-document"
    HIDDEN = "hidden"
    UNANSWERED = "unanswered"
    SET_ASIDE = "set-aside"  # a person says that it is no comment


@dataclass(frozen=True, slots=True)
class FramePiece:
    """Words of a comment file that are in no comment, as printed."""

    path: str
    position: Position
    kind: FrameKind
    text: str


@dataclass(frozen=True, slots=True)
class WordCount:
    """Words read from comment files, those in comments, those in the frame. `closes`: each is in exactly
    one of the two."""

    read: int = 0
    in_comments: int = 0
    rest: int = 0
    closes: bool = True


NO_WORDS = WordCount()


def summed(counts: Iterable[WordCount]) -> WordCount:
    """The counts of several files as one, which closes where each of them does."""
    listed = tuple(counts)
    return WordCount(
        read=sum(count.read for count in listed),
        in_comments=sum(count.in_comments for count in listed),
        rest=sum(count.rest for count in listed),
        closes=all(count.closes for count in listed),
    )
