"""The three layouts of the table in use, as neutral lines that every format writes alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from drafter.model import Kind, Layout, Row, Scope, Table
from drafter.wording.messages import say
from drafter.writers.table import cells
from drafter.writers.table.cells import Telling


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is the key of its header's sentence, `share` its part of the width in hundredths.

    `cell` says what stands in it; `counted`: the number of the row; `answer`: what the office answers.
    """

    name: str
    share: int
    cell: Callable[[Row, Telling], str]
    counted: bool = False
    answer: bool = False


_COLUMNS: Mapping[Layout, tuple[Column, ...]] = {
    Layout.CLAUSE: (
        Column("clause", 22, cells.clause),
        Column("agencies", 16, cells.agencies),
        Column("comment", 34, cells.comment),
        Column("response", 28, cells.response, answer=True),
    ),
    Layout.COMMENT: (
        Column("no", 6, cells.marked_number, counted=True),
        Column("comment", 42, cells.comment),
        Column("units", 18, cells.agencies),
        Column("answer", 34, cells.response, answer=True),
    ),
    Layout.TEXT: (
        Column("no_text", 5, cells.number, counted=True),
        Column("draft_text", 27, cells.draft_text),
        Column("comment", 29, cells.comment),
        Column("units", 14, cells.agencies),
        Column("response_text", 25, cells.response, answer=True),
    ),
}
_PROOF = Column("proof", 28, cells.proof)
_OF_ATTACHMENT = 4  # columns
_KEPT = 0.72  # of the width, for the layout's own columns beside that of the proof
# The units that head the column of places, outermost first: as many of the first two as the draft has.
_UNITS = (Kind.ARTICLE, Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.PARAGRAPH, Kind.POINT)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A group heading (no row), or a row of the table as cells in the order of the columns."""

    cells: tuple[str, ...]
    row: Row | None = None


def columns(table: Table, layout: Layout) -> tuple[Column, ...]:
    """The columns of a layout; beside them, where the table shows its proof, what proves each answer.

    An annex to a submission has four columns: rows with the draft's text are not counted in it.
    """
    own = _COLUMNS[layout]
    if table.extras.attachment and len(own) > _OF_ATTACHMENT:
        own = tuple(column for column in own if not column.counted)
    if not table.extras.proof:
        return own
    return (*(column if column.counted else _narrowed(column) for column in own), _PROOF)


def _narrowed(column: Column) -> Column:
    return replace(column, share=round(_KEPT * column.share))


def header(table: Table, layout: Layout, lang: str) -> tuple[str, ...]:
    """The names of the columns; the one of places names the units that the draft has."""
    units = [say(f"table.unit.{kind}", lang) for kind in _UNITS if kind in table.kinds][:2]
    subject = "/".join([say("table.column.clause", lang), *units])
    shown = columns(table, layout)
    return tuple(
        subject if column.name == "clause" else say(f"table.column.{column.name}", lang) for column in shown
    )


def lines(table: Table, layout: Layout, lang: str) -> tuple[TableLine, ...]:
    """Group headings and rows in order; general comments come under a heading of their own."""
    made: list[TableLine] = []
    group: str | None = None
    shown = columns(table, layout)
    telling = Telling(lang, several=len({row.draft for row in table.rows}) > 1)
    for row in table.rows:
        heading = row.heading or say(_unheaded(row), lang)
        if heading != group:
            group = heading
            made.append(TableLine((heading,)))
        made.append(TableLine(tuple(column.cell(row, telling) for column in shown), row))
    return tuple(made)


def _unheaded(row: Row) -> str:
    """The key of the heading over a row that stands under no heading of the draft."""
    if row.scope is Scope.NONE:
        return "table.other"
    return "table.general" if row.clause is None else "table.preamble"
