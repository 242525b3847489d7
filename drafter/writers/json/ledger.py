"""`drafter targets --ledger --json`: each target through all drafts."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Draft, Entry, LedgerRow
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import DraftNameJson, draft_name
from drafter.writers.json.targets import MeasureJson, measure


class OtherPlaceJson(JsonObject, frozen=True):
    """The same target at another place of its draft."""

    clause: str
    measures: tuple[MeasureJson, ...]


class LedgerEntryJson(JsonObject, frozen=True):
    """A target in one draft: at its first place, and at the others, such as the annex."""

    draft: str
    target: str
    clause: str
    deadline: int | None
    measures: tuple[MeasureJson, ...]
    others: tuple[OtherPlaceJson, ...]


class LedgerRowJson(JsonObject, frozen=True):
    """One target: an entry for each draft, null where a draft has it not; ids of the comments about it."""

    indicator: str
    entries: tuple[LedgerEntryJson | None, ...]
    comments: tuple[str, ...]


class LedgerDocument(JsonObject, frozen=True):
    """The drafts in order, and a row for each target."""

    drafts: tuple[DraftNameJson, ...]
    ledger: tuple[LedgerRowJson, ...]


def ledger(rows: Sequence[LedgerRow], drafts: Sequence[Draft]) -> LedgerDocument:
    return LedgerDocument(drafts=tuple(map(draft_name, drafts)), ledger=tuple(map(_row, rows)))


def _row(row: LedgerRow) -> LedgerRowJson:
    entries = tuple(None if entry is None else _entry(entry) for entry in row.entries)
    return like(LedgerRowJson, row, entries=entries)


def _entry(entry: Entry) -> LedgerEntryJson:
    first = entry.target
    return LedgerEntryJson(
        draft=entry.draft,
        target=first.id,
        clause=first.clause,
        deadline=first.deadline,
        measures=tuple(map(measure, first.measures)),
        others=tuple(
            OtherPlaceJson(clause=other.clause, measures=tuple(map(measure, other.measures)))
            for other in entry.others
        ),
    )
