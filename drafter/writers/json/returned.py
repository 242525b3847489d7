"""`drafter import --json`: what became of every row of a table that came back."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.model import (
    Decision,
    Disposition,
    EditedTable,
    ReasonCode,
    Returned,
    ReturnedRow,
    RowFate,
    RowNote,
)
from drafter.writers.json.encoding import JsonObject, like


class AnswerJson(JsonObject, frozen=True):
    """An answer to a comment; `where` it is to be seen, in the office's words."""

    disposition: Disposition
    reason: ReasonCode | None
    response: str
    where: str


class ReturnedRowJson(JsonObject, frozen=True):
    """One row: `place` as printed in the sheet, or counted in the table from its header, null where it is
    missing. `keys` and `nos` are those of its comments; `answer` what stands in the table, `wanted` what it
    asks for, `standing` what stands here, `remarks` the comments on its cells, `remark` what is kept
    of them, `own` what stands in columns of people's own as (name, words)."""

    fate: RowFate
    notes: tuple[RowNote, ...]
    place: int | None
    keys: tuple[str, ...]
    nos: tuple[int, ...]
    agency: str
    comment: str
    answer: str
    wanted: AnswerJson | None
    standing: tuple[AnswerJson, ...]
    remarks: tuple[str, ...]
    remark: str
    own: tuple[tuple[str, str], ...]


class ImportDocument(JsonObject, frozen=True):
    """A table that came back; `saved` is false after `--dry-run`. `columns` are the names of those that were
    not read, `beside` what was written outside the rows and is not taken."""

    path: str
    saved: bool
    summary: dict[RowFate, int]
    rows: tuple[ReturnedRowJson, ...]
    columns: tuple[str, ...]
    beside: tuple[str, ...]


def returned(
    table: EditedTable,
    found: Returned,
    numbers: Mapping[str, int],
    *,
    saved: bool,
    beside: tuple[str, ...] = (),
) -> ImportDocument:
    return ImportDocument(
        path=table.path,
        saved=saved,
        summary={fate: len(found.of(fate)) for fate in RowFate},
        rows=tuple(_row(row, numbers) for row in found.rows),
        columns=table.unread,
        beside=beside,
    )


def _row(row: ReturnedRow, numbers: Mapping[str, int]) -> ReturnedRowJson:
    return like(
        ReturnedRowJson,
        row,
        nos=tuple(numbers[key] for key in row.keys if key in numbers),
        wanted=None if row.wanted is None else _answer(row.wanted),
        standing=tuple(map(_answer, row.standing)),
    )


def _answer(decision: Decision) -> AnswerJson:
    return like(AnswerJson, decision)
