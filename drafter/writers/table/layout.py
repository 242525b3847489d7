"""The layouts of the table in use, as neutral lines that every format writes alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.language.retyped import retyped
from drafter.model import ColumnRole, Kind, Layout, Row, Scope, Table
from drafter.record import mark_of
from drafter.wording.messages import say
from drafter.writers.table import cells
from drafter.writers.table.cells import Telling


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is the key of its header's sentence, `share` its part of the width in hundredths.

    `cell` says what stands in it, `role` what that is.
    """

    name: str
    share: int
    role: ColumnRole
    cell: Callable[[Row, Telling], str]

    @property
    def counted(self) -> bool:
        """Whether the number of the row stands in it."""
        return self.role is ColumnRole.NUMBER

    @property
    def answer(self) -> bool:
        """Whether it is what the office answers."""
        return self.role is ColumnRole.RESPONSE


_COLUMNS: Mapping[Layout, tuple[Column, ...]] = {
    Layout.CLAUSE: (
        Column("clause", 22, ColumnRole.CLAUSE, cells.clause),
        Column("agencies", 16, ColumnRole.AGENCIES, cells.agencies),
        Column("comment", 34, ColumnRole.COMMENT, cells.comment),
        Column("response", 28, ColumnRole.RESPONSE, cells.response),
    ),
    Layout.COMMENT: (
        Column("no", 6, ColumnRole.NUMBER, cells.marked_number),
        Column("comment", 42, ColumnRole.COMMENT, cells.comment),
        Column("units", 18, ColumnRole.AGENCIES, cells.agencies),
        Column("answer", 34, ColumnRole.RESPONSE, cells.response),
    ),
    Layout.TEXT: (
        Column("no_text", 5, ColumnRole.NUMBER, cells.number),
        Column("draft_text", 27, ColumnRole.DRAFT_TEXT, cells.draft_text),
        Column("comment", 29, ColumnRole.COMMENT, cells.comment),
        Column("units", 14, ColumnRole.AGENCIES, cells.agencies),
        Column("response_text", 25, ColumnRole.RESPONSE, cells.response),
    ),
    Layout.ISO: (
        Column("iso_body", 9, ColumnRole.AGENCIES, cells.bodies),
        Column("iso_line", 6, ColumnRole.LINE, cells.nothing),
        Column("iso_clause", 11, ColumnRole.CLAUSE, cells.clause),
        Column("iso_part", 9, ColumnRole.PART, cells.nothing),
        Column("iso_type", 9, ColumnRole.ISO_TYPE, cells.iso_type),
        Column("iso_comment", 22, ColumnRole.COMMENT, cells.said),
        Column("iso_change", 15, ColumnRole.PROPOSED, cells.proposed),
        Column("iso_observations", 19, ColumnRole.RESPONSE, cells.response),
    ),
}
_PROOF = Column("proof", 28, ColumnRole.PROOF, cells.proof)
_CHOICE = Column("disposition", 13, ColumnRole.DISPOSITION, cells.disposition)
_OF_ATTACHMENT = 4  # columns
_NARROW = 10  # of a hundred: what is no wider has no room to give
_KEPT = 0.72  # of the width, for the layout's own columns beside that of the proof
# The units that head the column of places, outermost first: as many of the first two as the draft has.
_UNITS = (Kind.ARTICLE, Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.PARAGRAPH, Kind.POINT)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A group heading (no row), or a row of the table as cells in the order of the columns, with its mark."""

    cells: tuple[str, ...]
    row: Row | None = None
    mark: str = ""


def columns(table: Table, layout: Layout) -> tuple[Column, ...]:
    """The columns of a layout; beside them, where the table offers it, the disposition to be chosen, and
    where it shows its proof, what proves each answer.

    An annex to a submission has four columns: rows with the draft's text are not counted in it.
    """
    own = _COLUMNS[layout]
    if table.extras.attachment and layout is Layout.TEXT and len(own) > _OF_ATTACHMENT:
        own = tuple(column for column in own if not column.counted)
    if table.extras.choices and not table.extras.attachment:
        own = (*own, _CHOICE)
    if not table.extras.proof:
        return own
    return (*(column if column.share <= _NARROW else _narrowed(column) for column in own), _PROOF)


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


def lines(
    table: Table, layout: Layout, lang: str, *, kept: Callable[[str], str] = str
) -> tuple[TableLine, ...]:
    """Group headings and rows in order; general comments come under a heading of their own.

    `kept`: what the format keeps of a text, which is what an edit is told from.
    """
    made: list[TableLine] = []
    group: str | None = None
    shown = columns(table, layout)
    telling = Telling(lang, several=len({row.draft for row in table.rows}) > 1)
    for row in table.rows:
        heading = row.heading or say(_unheaded(row), lang)
        if heading != group and layout is not Layout.ISO:  # which knows no rows but comments
            group = heading
            made.append(TableLine((heading,)))
        told = tuple(column.cell(row, telling) for column in shown)
        made.append(TableLine(told, row, _mark(row, map(kept, told), shown)))
    return tuple(made)


def _mark(row: Row, told: Iterable[str], shown: Sequence[Column]) -> str:
    """What the row carries hidden, by which it is found again when the table comes back edited."""
    named = (ColumnRole.RESPONSE, ColumnRole.COMMENT)
    cells = {
        column.role: retyped(text) for column, text in zip(shown, told, strict=True) if column.role in named
    }
    return mark_of(row, answer=cells[ColumnRole.RESPONSE], comment=cells[ColumnRole.COMMENT])


def marks(lines: Sequence[TableLine]) -> Mapping[int, str]:
    """The marks of rows by their numbers."""
    return {line.row.no: line.mark for line in lines if line.row is not None}


def _unheaded(row: Row) -> str:
    """The key of the heading over a row that stands under no heading of the draft."""
    if row.scope is Scope.NONE:
        return "table.other"
    return "table.general" if row.clause is None else "table.preamble"
