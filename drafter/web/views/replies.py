"""Letters to agencies: which there are, which may go out, which went, and each as words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.jobs.remind import ReminderLetters
from drafter.jobs.reply import ReplyLetters, resting
from drafter.model import Reminder, ReplyLetter, Snapshot, SnapshotKind, Via
from drafter.wording.agencies import state_words
from drafter.wording.decisions import moment
from drafter.wording.figures import listed_numbers
from drafter.wording.letters import (
    addressee,
    intro,
    outcome_words,
    place_words,
    reminder_words,
    reply_words,
    waiting_words,
)
from drafter.wording.messages import say


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter. `about`: what it holds, in a few words; `open`: why it cannot go out, "" where it can;
    `unseen`: what is recorded as accepted and not to be seen; `sent`: when it last went out, `written`: by a
    command that wrote it into a folder, and nobody has said that it was sent; `stale`: what it says is
    another thing since."""

    name: str
    agency: str
    about: str
    open: str = ""
    unseen: str = ""
    sent: str = ""
    stale: bool = False
    written: bool = False

    @property
    def may_go(self) -> bool:
        """Whether there is anything to send that was not sent."""
        return not self.open and (not self.sent or self.stale or self.written)


@dataclass(frozen=True, slots=True)
class SpokenComment:
    no: int | None
    place: str
    text: str
    outcome: str
    answer: str
    settled: bool


@dataclass(frozen=True, slots=True)
class SpokenLetter:
    """What a letter says, without its form."""

    agency: str
    body: tuple[str, ...]
    comments: tuple[SpokenComment, ...] = ()


def reply_lines(found: ReplyLetters, sent: Iterable[Snapshot], lang: str) -> tuple[LetterLine, ...]:
    last = _last(sent, SnapshotKind.REPLY)
    return tuple(
        _reply_line(letter, name, last.get(letter.agency), lang)
        for letter, name in zip(found.letters, found.names, strict=True)
    )


def _reply_line(letter: ReplyLetter, name: str, last: Snapshot | None, lang: str) -> LetterLine:
    unseen = [each.no for each in letter.comments if each.unseen]
    return LetterLine(
        name,
        letter.agency,
        say("replies-page.comments", lang, count=len(letter.comments)),
        waiting_words((letter,), lang),
        say("letters.unseen", lang, numbers=listed_numbers(unseen)) if unseen else "",
        moment(last.author.at, lang) if last else "",
        last is not None and set(last.decisions) != set(resting(letter)),
        _written(last),
    )


def reminder_lines(found: ReminderLetters, sent: Iterable[Snapshot], lang: str) -> tuple[LetterLine, ...]:
    last = _last(sent, SnapshotKind.REMINDER)
    lines = []
    for letter, name in zip(found.letters, found.names, strict=True):
        agency = letter.response.agency.name
        went = last.get(agency)
        at = moment(went.author.at, lang) if went else ""
        # a reminder of another day is another letter
        stale = went is not None and went.author.at[:10] < letter.today.isoformat()
        lines.append(
            LetterLine(
                name, agency, state_words(letter.response, lang), sent=at, stale=stale, written=_written(went)
            )
        )
    return tuple(lines)


def _written(last: Snapshot | None) -> bool:
    return last is not None and last.author.via is Via.COMMAND


def _last(sent: Iterable[Snapshot], kind: SnapshotKind) -> Mapping[str, Snapshot]:
    """By agency, the last letter of this kind that went out."""
    return {each.agency: each for each in sent if each.kind is kind}


def spoken(letter: ReplyLetter | Reminder, lang: str) -> SpokenLetter:
    if isinstance(letter, Reminder):
        return SpokenLetter(letter.response.agency.name, tuple(reminder_words(letter, lang)))
    comments = tuple(
        SpokenComment(
            each.no,
            place_words(each, lang),
            each.text,
            outcome_words(each, lang),
            reply_words(each, letter.newest, lang),
            each.settled,
        )
        for each in letter.comments
    )
    return SpokenLetter(addressee(letter, lang), tuple(intro(letter, lang)), comments)


def of_agency(lines: Sequence[LetterLine], names: Iterable[str]) -> tuple[LetterLine, ...]:
    wanted = set(names)
    return tuple(line for line in lines if line.agency in wanted)
