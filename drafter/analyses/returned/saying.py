"""Saying: what a row of a returned table says, as far as anybody touched it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from drafter.language.dispositions import disposition_of, gainsays, is_bare, is_unclear
from drafter.language.retyped import retyped
from drafter.model import (
    UNDECIDED,
    ColumnRole,
    Decision,
    Disposition,
    EditedRow,
    KnownTable,
    ReasonCode,
    RowMark,
    RowNote,
    digest,
)

_FREE = (Disposition.ACCEPTED, Disposition.NOTED, Disposition.PENDING)  # need no reason in words
# Of a row with these nothing is taken.
UNCLEAR = frozenset(
    (
        RowNote.SEVERAL,
        RowNote.MERGED,
        RowNote.SPLIT,
        RowNote.TWICE,
        RowNote.EMPTIED,
        RowNote.STRUCK,
        RowNote.CONTRADICTS,
        RowNote.NEEDS_REASON,
        RowNote.UNREAD_CHOICE,
        RowNote.BLANK,
        RowNote.STRAYED,
    )
)


@dataclass(frozen=True, slots=True)
class Saying:
    """What a row says: whether anybody touched it, the decision it asks for, and what is to be noted."""

    edited: bool
    wanted: Decision = UNDECIDED
    notes: tuple[RowNote, ...] = ()


def saying(
    row: EditedRow,
    mark: RowMark,
    columns: Collection[ColumnRole],
    before: Decision,
    known: KnownTable,
    lost: Collection[str] = (),
) -> Saying:
    """What `row` says beside `mark`, which it went out with; `before` is the decision that stands now.
    `lost`: hashes of answers that no longer stand in the row that they went out in.

    A disposition chosen in its column counts before the beginning of the answer; both before what stood.
    """
    text = row.cell(ColumnRole.RESPONSE)
    typed = bool(mark.answer) and not digest(retyped(text)).startswith(mark.answer)
    chosen = _chosen(row, mark, columns)
    notes: list[RowNote] = [RowNote.UNREAD_CHOICE] if row.unread else []
    if not typed and not chosen and not row.unread:
        struck = row.struck and bool(mark.answer) and bool(text)
        return Saying(edited=struck, wanted=before, notes=(RowNote.STRUCK,) if struck else ())
    if mark.several:
        notes.append(RowNote.SEVERAL)
    begins = disposition_of(text)
    disposition = row.disposition or Disposition.PENDING if ColumnRole.DISPOSITION in chosen else None
    said = bool(text) and (typed or bool(before.response))  # a proposal that nobody touched says nothing
    if disposition is not None and said and gainsays(text, disposition):
        notes.append(RowNote.CONTRADICTS)
    if typed and not text and disposition in (None, mark.disposition):
        notes.append(RowNote.EMPTIED)
    response = text if typed else _left(text, disposition, begins, before, known)
    unsaid = typed and bool(text) and begins is None and disposition is None
    goes_on = not unsaid or _goes_on(text, before, columns)
    if disposition is None:
        standing = before.disposition if goes_on else Disposition.PENDING
        disposition = (begins if typed else None) or standing
    reason = row.reason if ColumnRole.REASON in chosen else _reason(before, disposition, columns)
    # What is printed of a decision ends with where it is to be seen: who takes that out means it.
    stays = not typed or before.where.casefold() in response.casefold()
    where = before.where if stays else ""
    wanted = replace(before, disposition=disposition, reason=reason, response=response, where=where)
    if disposition not in _FREE and reason is None and (not response or is_bare(response)):
        notes.append(RowNote.NEEDS_REASON)
    if (typed or disposition is not Disposition.PENDING) and any(each in response for each in known.blanks):
        notes.append(RowNote.BLANK)
    if row.struck and text:
        notes.append(RowNote.STRUCK)
    left = ColumnRole.DISPOSITION in columns and ColumnRole.DISPOSITION not in chosen
    if typed and left and text and digest(retyped(text)).startswith(tuple(lost)):
        notes.append(RowNote.STRAYED)
    if disposition is Disposition.ACCEPTED and not response and UNCLEAR.isdisjoint(notes):
        notes.append(RowNote.UNANSWERED)
    if unsaid and UNCLEAR.isdisjoint(notes):  # of a row of which nothing is taken this is not to be told
        notes.append(RowNote.KEPT_DISPOSITION if goes_on else RowNote.NO_DISPOSITION)
    return Saying(edited=True, wanted=wanted, notes=tuple(notes))


def _reason(before: Decision, disposition: Disposition, columns: Collection[ColumnRole]) -> ReasonCode | None:
    """The reason of a row of which nobody chose one: what is accepted has none, and another disposition takes
    it along only where it was to be seen beside it."""
    stays = disposition is before.disposition or ColumnRole.REASON in columns
    return before.reason if stays and disposition is not Disposition.ACCEPTED else None


def _goes_on(text: str, before: Decision, columns: Collection[ColumnRole]) -> bool:
    """Whether what was decided still stands beside a new answer that does not say it: such an answer is in
    doubt of nothing, and the disposition stood beside the old one in its own column or in nobody's words.
    Else the row no longer says anywhere what became of the comment."""
    if before.open or is_unclear(text):
        return False
    return ColumnRole.DISPOSITION in columns or disposition_of(before.response) is None


def asked_for(row: EditedRow, mark: RowMark, columns: Collection[ColumnRole]) -> Decision:
    """What a row says as a whole, whoever wrote which part: for a person to hold against what stands."""
    text = row.cell(ColumnRole.RESPONSE)
    chosen = row.disposition if ColumnRole.DISPOSITION in _chosen(row, mark, columns) else None
    disposition = chosen or disposition_of(text)
    if disposition is None:
        disposition = Disposition.PENDING if is_unclear(text) else mark.disposition
    reason = row.reason if ColumnRole.REASON in columns else mark.reason
    if disposition is Disposition.ACCEPTED:
        reason = None
    return Decision(disposition=disposition, reason=reason, response=text)


def _chosen(row: EditedRow, mark: RowMark, columns: Collection[ColumnRole]) -> frozenset[ColumnRole]:
    """The columns in which another choice stands than went out; a cell that cannot be read is no choice."""
    now = {ColumnRole.DISPOSITION: row.disposition or Disposition.PENDING, ColumnRole.REASON: row.reason}
    then = {ColumnRole.DISPOSITION: mark.disposition, ColumnRole.REASON: mark.reason}
    return frozenset(
        role
        for role in now
        if mark.answer and role in columns and role not in row.unread and now[role] != then[role]
    )


def _left(
    text: str,
    chosen: Disposition | None,
    begins: Disposition | None,
    before: Decision,
    known: KnownTable,
) -> str:
    """The answer of a row whose answer nobody touched: as it stands here. Beside a choice that says the same,
    a whole proposal is the answer that was chosen."""
    if before.decided or chosen is None or chosen is not begins:
        return before.response
    return "" if any(blank in text for blank in known.blanks) else text
