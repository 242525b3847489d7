"""Letter notes: what stands behind the name of an agency of the letter that its words were taken from.

"Sở Tài chính (Công văn số 123/STC-QLNS ngày 05/3/2021)" → Sở Tài chính; 123/STC-QLNS, 5 March 2021
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .lexicon import lexicon
from .lexicons import LetterNotes
from .printed_dates import find_date
from .senders import find_agencies

_LONGEST = 600  # characters of a line of names
_BRACKETS = re.compile(r"[\s,:]*[(\[](?P<said>[^()\[\]]{2,200})[)\]]\s*$")
_INSIDE = re.compile(r"[(\[](?P<said>[^()\[\]]{2,200})[)\]]")
_LINE = 4000  # characters of a line that lists names
_LINKS = " \t\n,;–—-"
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class SentLetter:
    """What is told of a letter: its number and day, as far as they are."""

    number: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class LetterNote:
    """Such words, from `start` on, and the letter that they tell of."""

    start: int
    letter: SentLetter


@dataclass(frozen=True, slots=True)
class BracketedNote:
    """Such words in brackets within a line."""

    start: int
    end: int
    letter: SentLetter


def letter_note(name: str) -> LetterNote | None:
    """What a name ends with that is of the agency's letter and of nothing else."""
    if len(name) > _LONGEST:
        return None
    brackets = _BRACKETS.search(name)
    if brackets:
        start, said = brackets.start(), brackets["said"]
    else:
        opens = next(
            (each for each in lexicon(LetterNotes).opens.pattern.finditer(name) if each.start()), None
        )
        if opens is None or name[opens.start() - 1] not in _LINKS:
            return None
        start, said = len(name[: opens.start()].rstrip(_LINKS)), name[opens.start() :]
    letter = _letter(said)
    if letter and len(noted(name)[1]) > 1:
        letter = SentLetter()  # of several agencies
    return LetterNote(start, letter) if letter else None


def without_note(name: str) -> str:
    """A name without what stands behind it of a letter, or in brackets of how it spoke: "(cùng ý kiến)"."""
    if len(name) <= _LONGEST and (notes := noted(name)[1]):
        for note in reversed(notes):
            name = f"{name[: note.start].rstrip(' ,:')}{name[note.end :]}"
    if found := letter_note(name):
        return name[: found.start]
    aside = _BRACKETS.search(name) if len(name) <= _LONGEST else None
    told = aside and lexicon(LetterNotes).asides.pattern.fullmatch(aside["said"].strip())
    return name[: aside.start()] if aside and told else name


def noted(text: str) -> tuple[str, list[BracketedNote]]:
    """A line with blanks in place of brackets that tell of letters, and those."""
    found: list[BracketedNote] = []
    for brackets in _INSIDE.finditer(text[:_LINE]):
        if letter := _letter(brackets["said"]):
            found.append(BracketedNote(*brackets.span(), letter))
            text = f"{text[: brackets.start()]}{' ' * len(brackets[0])}{text[brackets.end() :]}"
    return text, found


def note_behind(text: str, end: int, notes: Sequence[BracketedNote]) -> BracketedNote | None:
    """The one of `notes` that stands right behind a name which ends at `end`."""
    return next((note for note in notes if note.start >= end and not text[end : note.start].strip()), None)


def letter_number(text: str) -> str | None:
    """The first number of a letter in a text: `"Công văn số 123/STC-QLNS"` → `"123/STC-QLNS"`."""
    found = lexicon(LetterNotes).number.pattern.search(text)
    return "".join(found.group().split()) if found else None


def _letter(said: str) -> SentLetter | None:
    """The letter that a note tells of; of several neither number nor day. None where it says more."""
    words = lexicon(LetterNotes)
    numbers = {"".join(each.group().split()) for each in words.number.pattern.finditer(said)}
    left = words.number.pattern.sub(" ", said)
    days = words.day.pattern.findall(left)
    if not numbers and not days:
        return None
    day = find_date(left)
    for start, end in reversed(find_agencies(left)):
        left = f"{left[:start]} {left[end:]}"
    if _LETTER.search(words.words.inside.sub(" ", words.day.pattern.sub(" ", left))):
        return None
    several = len(numbers) > 1 or len(days) > 1
    return SentLetter() if several else SentLetter(next(iter(numbers), None), day)
