"""Mail: what a mail program puts around an answer, and the message quoted below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Mail
from drafter.language.normal import decoded
from drafter.language.printed_dates import sent_day
from drafter.model import FrameKind

from .covering import only_covers, signed_from
from .endings import ending_kinds
from .openings import wishes
from .sentences import is_formula

_FIELDS = 2  # fields one below the other that make the head of a message
_LONGEST_HEAD = 12  # lines
_PARTICULARS = 12  # lines of a writer's particulars below "--"


def mail_kinds(lines: Sequence[str], *, covers: bool = False) -> list[FrameKind | None]:
    """What each line is to the mail that a file is: its head, the writer's particulars, a thread; else None.
    `covers`: others are attached to it, which are the answer.

    A message that is passed on, with nothing or a word of courtesy above it, is the answer itself: only its
    head is frame, and what stands above it.
    """
    plain = [decoded(line).strip() for line in lines]
    kinds: list[FrameKind | None] = [None] * len(plain)
    at = _head(plain, kinds, 0, FrameKind.LETTERHEAD)
    while at < len(plain):
        at = _step(plain, kinds, at, covers=covers)
    return kinds


def sent_on(lines: Sequence[str]) -> date | None:
    """The day in the head of the message that a file is; None for what is no mail."""
    plain = [decoded(line).strip() for line in lines]
    kinds = mail_kinds(plain)
    sent = lexicon(Mail).sent.pattern
    days = (
        sent_day(line)
        for line, kind in zip(plain, kinds, strict=True)
        if kind is FrameKind.LETTERHEAD and sent.match(line)
    )
    return next((day for day in days if day is not None), None)


def _step(plain: Sequence[str], kinds: list[FrameKind | None], at: int, *, covers: bool) -> int:
    """Reads the line at `at` and what hangs on it; gives the place of the next one to read."""
    words, line = lexicon(Mail), plain[at]
    if words.quoted.pattern.match(line):
        kinds[at] = FrameKind.THREAD
        return at + 1
    attributed = _attribution(plain, at)
    if attributed:
        kinds[at : at + attributed] = [FrameKind.THREAD] * attributed
        return _quoted(plain, kinds, at + attributed)
    begins = bool(words.begins.pattern.match(line))
    if begins or _heads_message(plain, at):
        kinds[at] = FrameKind.THREAD
        if _is_passed_on(plain, kinds, at, begins=begins, covers=covers):
            kinds[:at] = [_above(text, kind) for text, kind in zip(plain, kinds[:at], strict=False)]
            return _head(plain, kinds, at + begins, FrameKind.LETTERHEAD)
        kinds[at:] = [FrameKind.THREAD] * (len(plain) - at)
        return len(plain)
    if words.particulars.pattern.match(line) or words.added.pattern.match(line):
        return _particulars(plain, kinds, at)
    return at + 1


def _is_passed_on(
    plain: Sequence[str], kinds: Sequence[FrameKind | None], at: int, *, begins: bool, covers: bool
) -> bool:
    """Whether the message at `at` is passed on: nothing but courtesy stands above it, or, where the mail says
    that it is forwarded, words that hand it over."""
    words = lexicon(Mail)
    head = [text for text, kind in zip(plain[:at], kinds, strict=False) if kind is FrameKind.LETTERHEAD]
    own = [text for text, kind in zip(plain[:at], kinds, strict=False) if text and kind is None]
    told = begins and bool(words.forwards.pattern.search(plain[at]))
    told = told or any(words.passes_on.pattern.match(text) for text in head)
    told = told or any(words.forwards.pattern.fullmatch(text.strip("-–*: ")) for text in own)
    answers = any(words.answers.pattern.match(text) for text in head)
    told = told or (not answers and not covers and any(words.hands_on.pattern.match(text) for text in own))
    if not told and (answers or (begins and (own or covers))):
        return False
    if not told:
        return all(is_formula(text) for text in own)
    own = own[: signed_from(own)]
    endings = ending_kinds(own)
    return all(kind or only_covers(text) for text, kind in zip(own, endings, strict=True))


def _above(text: str, kind: FrameKind | None) -> FrameKind | None:
    """What a line is above a message that is passed on: its head is not that of the answer."""
    if kind is FrameKind.LETTERHEAD:
        return FrameKind.THREAD
    return kind or (FrameKind.LEAD_IN if text else None)


def _attribution(plain: Sequence[str], at: int) -> int:
    """How many lines from `at` on say who wrote what is quoted below: 0, 1 or 2."""
    words = lexicon(Mail)
    if words.written.pattern.match(plain[at]):
        return 1
    broken = at + 1 < len(plain) and words.written_end.pattern.fullmatch(plain[at + 1])
    joined = f"{plain[at]} {plain[at + 1]}" if broken else ""
    return 2 if joined and words.written.pattern.match(joined) else 0


def _quoted(plain: Sequence[str], kinds: list[FrameKind | None], at: int) -> int:
    """The message below its attribution: the lines with a sign, else all that follows."""
    quoted = lexicon(Mail).quoted.pattern
    if any(quoted.match(line) for line in plain[at:]):
        return at
    kinds[at:] = [FrameKind.THREAD] * (len(plain) - at)
    return len(plain)


def _heads_message(plain: Sequence[str], at: int) -> bool:
    words = lexicon(Mail)
    return bool(words.sender.pattern.match(plain[at])) and _fields(plain, at) >= _FIELDS


def _fields(plain: Sequence[str], at: int) -> int:
    field = lexicon(Mail).field.pattern
    count = 0
    while at + count < len(plain) and field.match(plain[at + count]):
        count += 1
    return count


def _head(plain: Sequence[str], kinds: list[FrameKind | None], at: int, kind: FrameKind) -> int:
    """The fields of a message from `at` on, where there are some."""
    if at < len(plain) and _heads_message(plain, at):
        count = min(_fields(plain, at), _LONGEST_HEAD)
        kinds[at : at + count] = [kind] * count
        return at + count
    return at


def _begins_message(plain: Sequence[str], at: int) -> bool:
    """Whether another message begins at a line, quoted or passed on."""
    words = lexicon(Mail)
    begins = words.begins.pattern.match(plain[at]) or words.quoted.pattern.match(plain[at])
    return bool(begins or _attribution(plain, at)) or _heads_message(plain, at)


def _particulars(plain: Sequence[str], kinds: list[FrameKind | None], at: int) -> int:
    """The writer's name and numbers below "--", up to the message that is quoted below them."""
    stop = min(at + _PARTICULARS, len(plain))
    for place in range(at, stop):
        if place > at and (_begins_message(plain, place) or wishes(plain[place])):
            return place
        kinds[place] = FrameKind.SIGNATURE
    return stop
