"""Letters that the drafting office writes: answers to agencies, reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .decisions import Disposition

if TYPE_CHECKING:
    from .agencies import Response
    from .decisions import ReasonCode
    from .office import Office
    from .table import Answer, LetterMark


@dataclass(frozen=True, slots=True)
class AnsweredComment:
    """One comment of an agency with what becomes of it.

    `no`: its permanent number, None where there is no store. `places` are locators in the draft that it is
    about. `settled`: people have decided it, and approved it where that is asked for; else it is a proposal,
    `disposition` and `response` what a person proposes, if anybody does, `answer` what evidence does.
    `where`: the office's own words; `shown`: locators in the newest draft where it is to be seen, counted.
    `unseen`: it is accepted and the newest draft does not show it. `draft`: the number of the draft that it
    is about, where letters of the agency are about several.
    """

    key: str
    no: int | None
    text: str
    places: tuple[str, ...] = ()
    settled: bool = False
    disposition: Disposition = Disposition.PENDING
    reason: ReasonCode | None = None
    response: str = ""
    where: str = ""
    shown: tuple[str, ...] = ()
    answer: Answer | None = None
    unseen: bool = False
    version: int = 0
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class DraftName:
    """What letters call the draft: its title, which one it is, who issues it."""

    title: str
    number: int | None
    issuer: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ReplyLetter:
    """The answer to one agency: its letters, which drafts they are about, and every comment of its own.

    `newest` is the draft in which the outcome is to be seen. `unnamed`: nothing says which agency it is, and
    `agency` is what its file is called: nobody to whom a letter can go.
    """

    agency: str
    letters: tuple[LetterMark, ...]
    comments: tuple[AnsweredComment, ...]
    draft: DraftName
    newest: int | None
    office: Office
    address: str = ""
    paths: tuple[str, ...] = ()
    unnamed: bool = False

    @property
    def settled(self) -> bool:
        """Whether it may go out: everything in it is decided, and it is known to whom."""
        return not self.unnamed and all(comment.settled for comment in self.comments)


@dataclass(frozen=True, slots=True)
class Reminder:
    """The reminder to one agency that has not answered, as of the day `today`; `until`: the new day by which
    it is asked to. `silence_is_agreement`: what follows if it does not."""

    response: Response
    today: date
    draft: DraftName
    office: Office
    until: date | None = None
    silence_is_agreement: bool = False
