"""A table that came back: what it would change, row by row, in the order in which a person wants to know."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.jobs.import_table import Imported
from drafter.model import Decision, Returned, ReturnedRow, RowFate, RowNote
from drafter.wording.decisions import answer_of, outcome_words
from drafter.wording.figures import listed_numbers
from drafter.wording.messages import say
from drafter.wording.returned import fate_words, own_words, summary

# Those of which there is something to tell; what nobody touched is only counted.
TOLD = (RowFate.TAKEN, RowFate.CONFLICTING, RowFate.UNCLEAR, RowFate.UNKNOWN, RowFate.MISSING)
# Those of which it is plain what the table wants.
_READ = (RowFate.TAKEN, RowFate.CONFLICTING)


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """One row: where it stands in the file, whose comments it holds, what becomes of it and why; what stands
    here and what the table wants, as (outcome, answer)."""

    place: int | None
    numbers: str
    agency: str
    comment: str
    told: str
    here: tuple[tuple[str, str], ...] = ()
    wanted: tuple[str, str] | None = None
    answer: str = ""
    remarks: tuple[str, ...] = ()
    remarks_here: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedView:
    """`groups`: the lines of each fate that has some; `mark`: of exactly this, for whoever says yes to it."""

    summary: tuple[str, ...]
    groups: tuple[tuple[RowFate, tuple[ReturnedLine, ...]], ...]
    unread: tuple[str, ...]
    saves: int
    mark: str


def returned_view(found: Imported, lang: str) -> ReturnedView:
    groups = []
    for fate in TOLD:
        lines = tuple(_line(row, found, lang) for row in found.returned.of(fate))
        if lines:
            groups.append((fate, lines))
    kept = [row for row in found.returned.of(RowFate.UNCHANGED) if row.notes or row.remarks or row.own]
    if kept:
        groups.append((RowFate.UNCHANGED, tuple(_line(row, found, lang) for row in kept)))
    told = tuple(summary(found.returned, lang, saved=False, beside=found.beside))
    saves = len(found.returned.saves)
    return ReturnedView(told, tuple(groups), found.table.unread, saves, mark(found.returned))


def mark(found: Returned) -> str:
    """Another one as soon as anything else would be saved, or as something that was decided otherwise."""
    saves = [(each.key, replace(each.decision, decided_at="", draft=None)) for each in found.saves]
    return hashlib.sha256(repr(saves).encode()).hexdigest()[:32]


def _line(row: ReturnedRow, found: Imported, lang: str) -> ReturnedLine:
    numbers = [found.numbers[key] for key in row.keys if key in found.numbers]
    return ReturnedLine(
        place=row.place,
        numbers=listed_numbers(numbers) if numbers else "",
        agency=row.agency.partition("\n")[0],
        comment=row.comment,
        told=fate_words(row, lang, saved=False),
        here=tuple(dict.fromkeys(_standing(row, lang))),
        wanted=_told(row.wanted, lang) if row.wanted is not None and row.fate in _READ else None,
        answer=row.answer if row.fate in (RowFate.UNCLEAR, RowFate.UNKNOWN) else "",
        remarks=row.remarks,
        remarks_here=tuple(dict.fromkeys(each.remark for each in row.standing if each.remark))
        if RowNote.REMARK_CONFLICT in row.notes
        else (),
        own=tuple(own_words(row, lang)),
    )


def _standing(row: ReturnedRow, lang: str) -> Iterator[tuple[str, str]]:
    if row.fate in (*_READ, RowFate.UNCLEAR):
        for each in row.standing:
            yield _told(each, lang) if each.decided else (say("returned-page.undecided", lang), "")


def _told(decision: Decision, lang: str) -> tuple[str, str]:
    return outcome_words(decision, lang), answer_of(decision, lang) if decision.decided else ""
