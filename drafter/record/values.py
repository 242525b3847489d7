"""Values: what a table or a redline remembers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from .keys import row_key

if TYPE_CHECKING:
    from drafter.model import Layout, Table
    from drafter.opc import Package

_NO_MARKS: Mapping[int, str] = MappingProxyType({})


class OutputKind(StrEnum):
    """What an output is."""

    TABLE = "table"
    REDLINE = "redline"
    LETTER = "letter"
    FORM = "form"
    DRAFT = "draft"  # a text that came in another format: an input like any other


@dataclass(frozen=True, slots=True)
class RecordedRow:
    """A row of a table: its name, the ids of the comments in it, and their keys in the same order; `keys` is
    empty in tables of before there were any. `mark`: what the row carries hidden."""

    key: str
    comments: tuple[str, ...]
    keys: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """`inputs` are (path, SHA-256) in the order that they were given.

    Of a table also its rows in order, the layout that they stand in, and the language ("vi", "en") that its
    headings and answers are in. `seal`: by which this very output is told from others, "" before it has one.
    """

    kind: OutputKind
    inputs: tuple[tuple[str, str], ...]
    rows: tuple[RecordedRow, ...] = ()
    layout: Layout | None = None
    lang: str | None = None
    seal: str = field(default="", compare=False)


def of_table(table: Table, layout: Layout, lang: str, marks: Mapping[int, str] = _NO_MARKS) -> Record:
    """What a table written in this layout and language remembers; `marks` of its rows by their numbers."""
    rows = tuple(
        RecordedRow(row_key(row), row.comments, row.keys, marks.get(row.no, "")) for row in table.rows
    )
    return Record(OutputKind.TABLE, table.inputs, rows, layout, lang)


def of_redline(packages: Iterable[Package]) -> Record:
    """What a redline made from these files remembers."""
    return Record(OutputKind.REDLINE, tuple((package.shown, package.sha256) for package in packages))
