"""The table in the format that the output's suffix names."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum, StrEnum
from functools import cache
from operator import is_
from pathlib import Path
from typing import Any

import msgspec

from drafter.errors import UnknownFormat
from drafter.model import Layout, Table
from drafter.opc import storable
from drafter.record import sealed

# As JSON writes them: control characters after a backslash, the two that are no characters as UTF-8.
_REFUSED = re.compile(rb"\\[ubf]|\xef\xbf[\xbe\xbf]")


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
    made = table if _is_storable(table) else _storable(table)
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


def _is_storable(value: object) -> bool:
    """Whether no text in `value` holds what `storable` takes out; no where that is not to be seen at once."""
    try:
        return _REFUSED.search(msgspec.json.encode(value)) is None
    except (TypeError, ValueError):  # what JSON cannot hold, half a character among it
        return False


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
