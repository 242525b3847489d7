"""Returned tables: `read_edited_table(source)` gives the rows of a table of drafter's after people edited it.

It may stand anywhere in a document or workbook, be cut in several, sorted, its columns moved or renamed.
Nothing is decided here: what was edited is for the analyses to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafter.errors import NoTable, UnreadTable
from drafter.language.dispositions import disposition_of
from drafter.model import ColumnRole, EditedRow, EditedTable, Source
from drafter.opc import FileFormat, format_of, refusal
from drafter.readers import opened
from drafter.record import read_mark, record_of
from drafter.wording.lines import lines_of

from . import docx, xlsx
from .columns import columns_of, disposition_named, reason_named
from .raw import RawRow

_READERS = {FileFormat.DOCX: docx.read, FileFormat.XLSX: xlsx.read}


def read_edited_table(source: Source) -> EditedTable:
    """The table that `source` holds.

    Raises UnreadFormat, EmptyFile, Encrypted; NoTable where there is none, or one without a column of
    answers; what opening and reading a .docx or .xlsx raises.
    """
    form = format_of(source.bytes, source.shown)
    reader = _READERS.get(form)
    if reader is None:
        raise refusal(form, source.shown, UnreadTable)
    package = opened(source)
    whole = reader(package)
    found, beside = whole.tables, [*whole.beside]
    record = record_of(package)
    marked = [table for table in found if any(row.marks for row in table.rows)]
    rows: list[EditedRow] = []
    roles: dict[ColumnRole, None] = {}
    unread: dict[str, None] = {}
    before: dict[int, ColumnRole] = {}
    for table in marked or found:
        known = columns_of(table, before, None if record is None else record.layout)
        if ColumnRole.RESPONSE not in known.values():
            if table in marked:
                raise NoTable(source.shown)
            continue
        before = known
        roles.update(dict.fromkeys(known.values()))
        unread.update((name, None) for at, name in table.header.items() if at not in known and name.strip())
        for raw in table.rows:
            row = _row(raw, known, table.header)
            if row is not None:
                rows.append(row)
            else:  # a heading over rows
                beside += [text for text in map(str.strip, raw.cells.values()) if text]
    if not rows:
        raise NoTable(source.shown)
    remembered = () if record is None else record.rows
    return EditedTable(
        path=source.shown,
        sha256=source.sha256,
        columns=tuple(roles),
        unread=tuple(unread),
        rows=tuple(rows),
        composition={row.key: row.keys for row in remembered if row.keys},
        marks={row.key: mark for row in remembered if (mark := read_mark(row.mark)) is not None},
        lang=None if record is None else record.lang,
        beside=tuple(beside),
        seal="" if record is None else record.seal,
    )


def _row(raw: RawRow, known: dict[int, ColumnRole], header: Mapping[int, str]) -> EditedRow | None:
    """A row by what its columns hold; None for a heading over a group of rows, or an empty row."""
    cells = {role: raw.cells.get(at, "").strip() for at, role in known.items()}
    if raw.is_heading(known) or not (raw.marks or any(cells.values())):
        return None
    answer = next(at for at, role in known.items() if role is ColumnRole.RESPONSE)
    choice = cells.get(ColumnRole.DISPOSITION, "")
    disposition = disposition_named(choice) or disposition_of(choice)
    reason = reason_named(cells.get(ColumnRole.REASON, ""))
    chosen = {ColumnRole.DISPOSITION: disposition, ColumnRole.REASON: reason}
    return EditedRow(
        place=raw.place,
        marks=raw.marks,
        cells=cells,
        disposition=disposition,
        reason=reason,
        unread=frozenset(role for role, choice in chosen.items() if cells.get(role) and choice is None),
        spans=answer in raw.spans,
        tracked=raw.tracked,
        struck=answer in raw.struck,
        lines=lines_of(cells[ColumnRole.RESPONSE]),
        remarks=tuple(raw.remarks),
        own=tuple(
            (header.get(at, "").strip(), text.strip())
            for at, text in sorted(raw.cells.items())
            if at not in known and text.strip()
        ),
    )
