"""By what a letter is cited."""

from __future__ import annotations

from drafter.model import Channel, Letter, LetterMark


def letter_mark(letter: Letter) -> LetterMark | None:
    """Its number and date, as far as it has them; None for a file of several agencies, which is none of
    theirs, unless it tells of the letter."""
    match letter.channel:
        case Channel.MINUTES:
            return LetterMark(letter.minutes, letter.date, letter.channel)
        case Channel.COPY:
            return LetterMark(None, letter.date, letter.channel, letter.draft_number)
        case Channel.LETTER if letter.number or letter.date:
            return LetterMark(letter.number, letter.date)
        case Channel.SHARED if letter.number:
            return LetterMark(letter.number, letter.date)
    return None
