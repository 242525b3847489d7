"""Agencies that are asked for comments, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .comments import Channel


@dataclass(frozen=True, slots=True)
class Asked:
    """An agency that was asked for comments, as the workspace lists it; None, "" where it does not say.

    `asked`: when; `due`: until when it is to answer; `level`: in the office's own words (tỉnh, huyện, xã).
    """

    name: str
    asked: date | None = None
    due: date | None = None
    address: str = ""
    level: str = ""


class AnswerState(StrEnum):
    """What became of a request for comments."""

    ANSWERED = "answered"
    LATE = "late"  # answered, after the due date
    WAITING = "waiting"  # not answered; there is time left, or no due date
    SILENT = "silent"  # not answered, the due date is over
    AGREED = "agreed"  # likewise, and the workspace takes silence for agreement
    UNREAD = "unread"  # not answered as far as is known: a file of its name is there and cannot be read
    UNASKED = "unasked"  # answered without being listed among those asked

    @property
    def owes(self) -> bool:
        """Whether an answer is still to come."""
        return self in (AnswerState.WAITING, AnswerState.SILENT)


@dataclass(frozen=True, slots=True)
class Received:
    """A letter that came: by what it is cited, and what it holds. `agrees`: it only agrees."""

    path: str
    number: str | None
    date: date | None
    draft_number: int | None
    channel: Channel
    comments: int
    agrees: bool


@dataclass(frozen=True, slots=True)
class Response:
    """What came of one request to one agency. `earlier`: letters dated before it was asked, which answer
    nothing of it; `later`: dated after the day gone by as of which is told. `unread`: files of its name that
    nobody could read. `days_left` until the due date, `days_late` after it; None where it does not apply."""

    agency: Asked
    state: AnswerState
    letters: tuple[Received, ...] = ()
    earlier: tuple[Received, ...] = ()
    days_left: int | None = None
    days_late: int | None = None
    unread: tuple[str, ...] = ()
    later: tuple[Received, ...] = ()

    @property
    def answered_on(self) -> date | None:
        """The date of the first letter that has one."""
        return min((letter.date for letter in self.letters if letter.date), default=None)
