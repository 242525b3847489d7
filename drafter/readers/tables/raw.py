"""Rows of a table as a file has them, before anybody knows what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.model import RowMark


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row: its texts by column. `alone`: one cell goes over all columns, or only the first says anything.

    `spans`: columns whose cell is one with that above; `struck`: those in which words are struck through.
    """

    place: int
    cells: Mapping[int, str]
    marks: tuple[RowMark, ...] = ()
    alone: bool = False
    spans: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    tracked: bool = False
    remarks: Sequence[str] = ()


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
