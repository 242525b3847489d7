"""Returned tables: an edited table, what went out and what stands now → what of it is taken, and what is not.

What nobody touched says nothing: a proposal that still stands as it was printed is no decision. What was
touched is a person's word. Where the same comments were answered here too since the table went out, both
texts are told and none is taken. Nothing is guessed: a row that does not fit is named.

Hard cases: a program sorted the rows without the hidden column, so that marks stand at other rows
(`finding`); somebody chose a disposition and left the proposal beside it as it was: the row as it stands is
their answer, where both say the same and no blank is left (`saying`); rows joined in Word hold the answers of
each one below the other: untouched as long as each is found in it; comments of one row that were decided
in different ways have a line each (`lines`). Comments on cells are kept beside the decision (`remarks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.language.retyped import retyped
from drafter.model import (
    UNDECIDED,
    Author,
    ColumnRole,
    Decision,
    EditedTable,
    KnownTable,
    Returned,
    ReturnedRow,
    RowFate,
    RowMark,
    RowNote,
    Save,
    digest,
    standing,
)

from .finding import FoundRow, found_rows
from .lines import by_lines
from .remarks import remarked
from .saying import UNCLEAR, Saying, asked_for, saying
from .untaken import people_s_own, untaken

_OTHER_ROW = {RowNote.AGENCY_EDITED, RowNote.WORDS_EDITED}  # typed over as a whole: nobody knows whose it is


def returned(table: EditedTable, known: KnownTable, author: Author) -> Returned:
    """What becomes of every row of `table`, and what is to be saved under `author`.

    Each row that came back is in it once, or once for each line of its answers, and each that did not. Saves
    are made from the decisions in `known`.
    """
    found = found_rows(table, known)
    there = {name for each in found for name in each.names}
    lost = _lost(found)
    rows = [remarked(_row(each, table, known, lost)) for row in found for each in by_lines(row, known)]
    rows += [_missing(name, known) for name in known.expected if name not in there]
    return Returned(tuple(rows), tuple(save for row in rows for save in _saves(row, author)))


def _lost(found: Iterable[FoundRow]) -> frozenset[str]:
    """Hashes of the answers that went out in rows where others stand now: somebody sorted one column, or
    wrote over them."""
    marks = ((each.mark.answer, each.row) for each in found if each.mark is not None and each.mark.answer)
    return frozenset(
        answer
        for answer, row in marks
        if not digest(retyped(row.cell(ColumnRole.RESPONSE))).startswith(answer)
    )


def _row(found: FoundRow, table: EditedTable, known: KnownTable, lost: frozenset[str]) -> ReturnedRow:
    row = found.row
    told = ReturnedRow(
        fate=RowFate.UNKNOWN,
        notes=found.notes,
        place=row.place,
        keys=found.keys,
        agency=row.cell(ColumnRole.AGENCIES),
        comment=row.cell(ColumnRole.COMMENT),
        answer=row.cell(ColumnRole.RESPONSE),
        standing=tuple(known.decisions.get(key, UNDECIDED) for key in found.keys),
        remarks=row.remarks,
        own=tuple(people_s_own(found, known)),
    )
    if not found.names or not set(found.keys) <= known.comments:
        return replace(told, keys=(), standing=())
    told = replace(told, notes=(*told.notes, *untaken(found, table.columns, known)))
    if found.mark is None:
        return _without_base(told, found, known)
    said = saying(row, found.mark, table.columns, told.standing[0], known, lost)
    told = replace(told, notes=(*told.notes, *said.notes))
    if not said.edited:
        return replace(told, fate=RowFate.UNCHANGED)
    made = _edited(told, said, found.mark, known)
    if made.fate in (RowFate.CONFLICTING, RowFate.UNCLEAR):
        return replace(made, wanted=asked_for(row, found.mark, table.columns))
    return made


def _edited(told: ReturnedRow, said: Saying, mark: RowMark, known: KnownTable) -> ReturnedRow:
    """The fate of a row that was touched."""
    wanted = said.wanted
    read = {RowNote.UNREAD_CHOICE, RowNote.STRUCK}.isdisjoint(told.notes)
    if read and all(_answer(wanted) == _answer(each) for each in told.standing):
        return replace(told, fate=RowFate.UNCHANGED)
    now = {key: known.decisions[key] for key in told.keys if key in known.decisions}
    if not UNCLEAR.isdisjoint(told.notes) or set(told.notes) >= _OTHER_ROW:
        fate = RowFate.UNCLEAR
    elif not standing(now).startswith(mark.standing):
        fate = RowFate.CONFLICTING
    else:
        fate = RowFate.TAKEN
    return replace(told, fate=fate, wanted=wanted)


def _without_base(told: ReturnedRow, found: FoundRow, known: KnownTable) -> ReturnedRow:
    """The fate of a row of which nobody knows with what it went out: as it is printed now, or to be confirmed
    by a person."""
    rows = [row for row in known.rows if row.key in found.names]
    text = retyped(told.answer)
    if found.joined or any(text == retyped(answer) for row in rows for answer in row.answers):
        return replace(told, fate=RowFate.UNCHANGED)
    if UNCLEAR.isdisjoint(told.notes):
        told = replace(told, notes=(*told.notes, RowNote.NO_BASE))
    return replace(told, fate=RowFate.UNCLEAR)


def _answer(decision: Decision) -> tuple[object, ...]:
    return decision.disposition, decision.reason, retyped(decision.response), decision.where


def _missing(name: str, known: KnownTable) -> ReturnedRow:
    row = next((row for row in known.rows if row.key == name), None)
    keys = row.keys if row else known.composition.get(name, ())
    return ReturnedRow(
        RowFate.MISSING,
        keys=keys,
        agency=row.agencies[0] if row else "",
        comment=row.comments[0] if row else "",
        standing=tuple(known.decisions.get(key, UNDECIDED) for key in keys),
    )


def _saves(row: ReturnedRow, author: Author) -> Iterator[Save]:
    for key, before in zip(row.keys, row.standing, strict=True):
        kept = replace(before, remark=row.remark) if row.remark else before
        if row.fate is RowFate.TAKEN and row.wanted is not None:
            yield Save(key, _signed(kept, row.wanted, author))
        elif row.remark:
            yield Save(key, kept)


def _signed(before: Decision, wanted: Decision, author: Author) -> Decision:
    """`before` with the answer of `wanted`, under the name of who took the table in; to be approved anew."""
    return replace(
        before,
        disposition=wanted.disposition,
        reason=wanted.reason,
        response=wanted.response,
        where=wanted.where,
        draft=author.draft,
        decided_by=author.name,
        decided_at=author.at,
        approved_by="",
        approved_at="",
    )
