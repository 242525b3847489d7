"""The table in the format that the output's suffix names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

from drafter.errors import UnknownFormat
from drafter.model import Table
from drafter.opc import storable
from drafter.writers.files import write_sealed
from drafter.writers.table.layout import Layout

# suffix → module beside this one and its function; loaded only when it is asked for
_WRITERS = {
    ".docx": ("docx", "table_docx"),
    ".xlsx": ("xlsx", "table_xlsx"),
    ".html": ("html", "table_html"),
    ".md": ("text", "table_md"),
    ".csv": ("text", "table_csv"),
    ".json": ("json", "table_json"),
}


def check_format(path: Path) -> None:
    """Raises UnknownFormat before any work is done for an output that cannot be written."""
    if path.suffix.lower() not in _WRITERS:
        raise UnknownFormat(path, known=" ".join(_WRITERS))


def table_bytes(table: Table, suffix: str, layout: Layout, lang: str, *, provenance: bool = False) -> bytes:
    """The table in the format of `suffix` (".docx"), its seal still open."""
    module, name = _WRITERS[suffix]
    write: Callable[..., bytes] = getattr(import_module(f"{__package__}.{module}"), name)
    return write(_storable(table), layout, lang, provenance=provenance)


def _storable(value: Any) -> Any:
    """`value` with every text in it freed of what no file can hold: a name may come from anywhere."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return storable(value)
    if isinstance(value, tuple):
        return tuple(map(_storable, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _storable(getattr(value, one.name)) for one in fields(value)})
    return value


def write_table(
    table: Table,
    path: Path,
    *,
    layout: Layout | str,
    lang: str,
    provenance: bool = False,
    force: bool = False,
) -> None:
    """Write `table` to `path`. Raises UnknownFormat, EditedOutput or CannotWrite."""
    check_format(path)
    data = table_bytes(table, path.suffix.lower(), Layout(layout), lang, provenance=provenance)
    write_sealed(path, data, force=force)
