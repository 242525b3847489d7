"""The table in the format that the output's suffix names."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum, StrEnum
from functools import cache
from operator import is_
from pathlib import Path
from typing import Any

from drafter.errors import UnknownFormat
from drafter.model import Layout, Table
from drafter.opc import storable
from drafter.record import sealed


class Format(StrEnum):
    """What the table can be written as, by the suffix of the file."""

    DOCX = ".docx"
    XLSX = ".xlsx"
    HTML = ".html"
    MARKDOWN = ".md"
    CSV = ".csv"
    JSON = ".json"


OPEN = (".odt", ".ods")  # made by another program of what is written here


def format_of(path: Path) -> Format:
    """Raises UnknownFormat for an output that cannot be written."""
    try:
        return Format(path.suffix.lower())
    except ValueError as error:
        raise UnknownFormat(path, known=" ".join((*Format, *OPEN))) from error


def table_bytes(table: Table, form: Format, layout: Layout, lang: str) -> bytes:
    """The table in this format, sealed; a format's library is loaded only where it is used."""
    made = _storable(table)
    if form is not Format.DOCX and made.extras.choices:  # nothing is chosen there, or in columns of its own
        made = replace(made, extras=replace(made.extras, choices=False))
    match form:
        case Format.DOCX:
            from drafter.writers.table.docx import table_docx

            return table_docx(made, layout, lang)
        case Format.XLSX:
            from drafter.writers.table.xlsx import table_xlsx

            return table_xlsx(made, layout, lang)
        case Format.HTML:
            from drafter.writers.table.html import table_html

            return table_html(made, layout, lang)
        case Format.MARKDOWN:
            from drafter.writers.table.text import table_md

            return sealed(table_md(made, layout, lang))
        case Format.CSV:
            from drafter.writers.table.text import table_csv

            return sealed(table_csv(made, layout, lang))
        case Format.JSON:
            from drafter.writers.json.encoding import dumps
            from drafter.writers.json.table import table as document

            return sealed(f"{dumps(document(made, lang))}\n".encode())


def _storable(value: Any) -> Any:
    """`value` with every text in it freed of what no file can hold: a name may come from anywhere."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return storable(value)
    if isinstance(value, tuple):
        made = tuple(map(_storable, value))
        return value if all(map(is_, made, value)) else made
    if is_dataclass(value) and not isinstance(value, type):
        held = ((name, getattr(value, name)) for name in _fields(type(value)))
        freed = {name: made for name, each in held if (made := _storable(each)) is not each}
        return replace(value, **freed) if freed else value
    return value


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
