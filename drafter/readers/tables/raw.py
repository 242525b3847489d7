"""Rows of a table as a file has them, before anybody knows what its columns hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from drafter.model import RowMark


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row: its texts by column. `filled`: the columns in which a cell begins, of a sheet those that say
    anything.

    `spans`: columns whose cell is one with that above; `struck`: those in which words are struck through.
    """

    place: int
    cells: Mapping[int, str]
    marks: tuple[RowMark, ...] = ()
    filled: frozenset[int] = frozenset()
    spans: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    tracked: bool = False
    remarks: Sequence[str] = ()

    def is_heading(self, known: Collection[int]) -> bool:
        """Whether one cell goes over all columns, or over those that are `known`, beside people's own."""
        if self.marks:
            return False
        return len(self.filled) <= 1 or (len(known) > 1 and self.filled & {*known} <= {min(known)})


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table with its header by column, {} where it has none, and the rows below."""

    header: Mapping[int, str]
    rows: Sequence[RawRow]

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns in which anything stands, from left to right."""
        return tuple(sorted({*self.header, *(at for row in self.rows for at in row.cells)}))


@dataclass(frozen=True, slots=True)
class RawFile:
    """The tables of a file; `beside`: paragraphs, cells, notes and comments that stand on no row of them."""

    tables: Sequence[RawTable]
    beside: Sequence[str] = ()
