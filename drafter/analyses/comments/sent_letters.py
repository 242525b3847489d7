"""Sent letters: the letters of which a collation tells, by agency: in its line, in its cell, in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.language.letter_notes import SentLetter, letter_note, letter_number, note_behind, noted
from drafter.language.normal import decoded
from drafter.language.printed_dates import find_date
from drafter.language.senders import agency_key, find_agencies, proper
from drafter.model import Block, Grid, Letter

from .forms import Form, form_of
from .marks import mark_of
from .name_lines import name_line
from .openings import wishes
from .rows import voices


def with_sent(letters: Sequence[Letter], parts: Sequence[Block | Grid]) -> tuple[Letter, ...]:
    """The letters of a file of several agencies, each with the number and day that the file tells of it."""
    sent = _sent(parts)
    return tuple(_dated(letter, sent.get(agency_key(letter.agency))) for letter in letters)


def _dated(letter: Letter, sent: SentLetter | None) -> Letter:
    if sent is None or sent == SentLetter():
        return letter
    comments = tuple(replace(comment, date=sent.date) for comment in letter.comments)
    return replace(letter, number=sent.number, date=sent.date, comments=comments)


def _sent(parts: Sequence[Block | Grid]) -> Mapping[str, SentLetter]:
    """By the key of each agency the letter that is told of it; of several neither number nor day."""
    found: dict[str, SentLetter] = {}
    for agency, letter in _told(parts):
        known = found.setdefault(agency_key(agency), letter)
        if known != letter:
            found[agency_key(agency)] = SentLetter()
    return found


def _told(parts: Iterable[Block | Grid]) -> Iterator[tuple[str, SentLetter]]:
    for part in parts:
        if isinstance(part, Grid):
            form = form_of(part)
            yield from _of_rows(part, form) if form else ()
            above = part.rows[: form.header] if form else ()
            yield from _of_lines(dict.fromkeys(block for row in above for cell in row for block in cell))
            continue
        yield from _of_lines((part,))


def _of_lines(lines: Iterable[Block]) -> Iterator[tuple[str, SentLetter]]:
    for part in lines:
        text = decoded(part.text)
        mark = mark_of(text, part.mark, part.level)
        said = text[mark.end if mark else 0 :]
        label = said if said.endswith(")") else said.partition(": ")[0]
        if (named := name_line(label)) and named.letter:
            yield named.agency, named.letter
        elif not wishes(text):
            yield from _in_list(text)


def _in_list(text: str) -> Iterator[tuple[str, SentLetter]]:
    """Those of a line of several names: `"Sở Xây dựng (12/SXD-VP); Sở Tư pháp (34/STP)"`."""
    bare, notes = noted(text)
    for start, end in find_agencies(bare) if notes else ():
        if note := note_behind(text, end, notes):
            yield proper(bare[start:end]), note.letter


def _of_rows(grid: Grid, form: Form) -> Iterator[tuple[str, SentLetter]]:
    """The letters of rows: behind the name, else in columns of their own."""
    for row, voice in zip(grid.rows[form.first :], voices(grid, form), strict=True):
        note = letter_note("\n".join(form.texts(row, "agency")))
        letter = note.letter if note else _in_columns(form.texts(row, "letter"), form.texts(row, "date"))
        if letter and voice.agency and not voice.review:
            yield voice.agency, letter


def _in_columns(letters: Sequence[str], dates: Sequence[str]) -> SentLetter | None:
    number = letter_number(" ".join(letters))
    return SentLetter(number, find_date(" ".join((*letters, *dates)))) if number else None
