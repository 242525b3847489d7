"""The table that went out: of one that comes back, the very file as the store kept it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import DrafterError
from ..language.retyped import retyped
from ..model import ColumnRole, EditedTable, Snapshot, SnapshotKind, Source
from ..workspace import Workspace

if TYPE_CHECKING:
    from ..store import Store

_LOOKED_AT = 8  # of the last ones, where a program dropped by which the file is told


@dataclass(frozen=True, slots=True)
class WentOut:
    """What was kept of tables: all of them without their bytes, the one that comes back, and what it said."""

    all: tuple[Snapshot, ...] = ()
    last: Snapshot | None = None
    table: EditedTable | None = None

    def written_beside(self, edited: EditedTable) -> tuple[str, ...]:
        """What stands beside the rows of `edited` and did not when it went out; () where nobody knows."""
        if self.table is None:
            return ()
        known = {retyped(text) for text in self.table.beside}
        return tuple(dict.fromkeys(text for text in edited.beside if retyped(text) not in known))


def went_out(workspace: Workspace, edited: EditedTable, store: Store | None) -> WentOut:
    """The table that `edited` was made from: the one with its seal. Where a program dropped that, the one of
    the last with all its rows with which it shares most cells."""
    if store is None:
        return WentOut()
    kept = tuple(each for each in store.snapshots() if each.kind is SnapshotKind.TABLE)
    there = {mark.key for row in edited.rows for mark in row.marks}
    whole = [each for each in reversed(kept) if there <= {key for key, _ in each.rows}]
    if edited.seal:
        others = (each for each in reversed(kept) if each not in whole)
        for each in (*whole, *others):
            if _seal(store, each) == edited.seal:
                return WentOut(kept, each, _read(workspace, store, each))
        return WentOut(kept)
    read = [(each, table) for each in whole[:_LOOKED_AT] if (table := _read(workspace, store, each))]
    if not read:
        return WentOut(kept, whole[0] if whole else None)
    cells = _cells(edited)
    last, table = max(read, key=lambda pair: (cells & _cells(pair[1])).total())  # of equal ones the newest
    return WentOut(kept, last, table)


def _seal(store: Store, snapshot: Snapshot) -> str:
    from ..opc import open_package
    from ..record import record_of

    kept = store.snapshot(snapshot.id)
    if kept is None or not kept.output.startswith(b"PK"):
        return ""
    try:
        record = record_of(open_package(kept.output, shown=kept.path))
    except DrafterError:  # what went out in another format
        return ""
    return "" if record is None else record.seal


def _read(workspace: Workspace, store: Store, snapshot: Snapshot) -> EditedTable | None:
    """What a table said as it went out; None for one in a format that is not read back."""
    from ..readers.tables import read_edited_table

    kept = store.snapshot(snapshot.id)
    if kept is None or not kept.output.startswith(b"PK"):
        return None
    try:
        return read_edited_table(workspace.stages.conversions.of(Source(kept.output, kept.path, kept.sha256)))
    except DrafterError:
        return None


def _cells(table: EditedTable) -> Counter[tuple[ColumnRole, str]]:
    return Counter(_each_cell(table))


def _each_cell(table: EditedTable) -> Iterator[tuple[ColumnRole, str]]:
    for row in table.rows:
        yield from ((role, retyped(text)) for role, text in row.cells.items())
