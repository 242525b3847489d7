"""General settings: deadline, approval, the office, the agencies asked, written into drafter.toml."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array

from ..errors import SettingsElsewhere
from ..settings import FILE_NAME, Settings
from .declaring import change

OFFICE = ("parent", "name", "place", "date", "signer", "recipients")


@dataclass(frozen=True, slots=True)
class AskedRow:
    """An agency asked, as the form has it; `was`: its name before, "" for a new one. Without name it goes."""

    was: str
    name: str
    asked: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class General:
    """What the form says; None and empty values: the key goes."""

    deadline: date | None
    approval: bool
    silence_is_agreement: bool
    office: Mapping[str, object]
    agencies: Sequence[AskedRow] | None = None  # None: they stand in a list of their own


def set_general(root: Path, said: General, *, seen: str) -> Settings:
    """Write what is `said`; raises what `change` raises."""

    def edit(document: tomlkit.TOMLDocument) -> None:
        _set(document, "deadline", said.deadline)
        for name in ("approval", "silence_is_agreement"):
            wanted = getattr(said, name)
            _set(document, name, wanted if wanted or name in document else None)
        if any(said.office.values()) or "office" in document:
            if "office" not in document:
                document["office"] = tomlkit.table()
            office: Any = document["office"]
            for name in OFFICE:
                _set(office, name, said.office.get(name) or None)
        if said.agencies is not None:
            _ask(document, said.agencies)

    return change(root, edit, seen=seen)


def _set(table: MutableMapping[str, Any], key: str, value: object) -> None:
    """What is as it was is not touched."""
    if value is None:
        table.pop(key, None)
    elif (table[key].unwrap() if hasattr(table.get(key), "unwrap") else table.get(key)) != value:
        table[key] = list(value) if isinstance(value, tuple) else value


def _ask(document: tomlkit.TOMLDocument, rows: Sequence[AskedRow]) -> None:
    found: Any = document.get("agencies")
    if found is None:
        if not any(row.name for row in rows):
            return
        document.append("agencies", tomlkit.aot())
        found = document["agencies"]
    if not isinstance(found, AoT | Array):
        raise SettingsElsewhere(FILE_NAME, key="agencies")
    for row in rows:
        at = next((at for at, each in enumerate(found) if row.was and _named(each) == row.was), None)
        if not row.name:
            if at is not None:
                del found[at]
        elif at is None:
            found.append(_entry(found, row))
        elif isinstance(found[at], MutableMapping):
            _fill(found[at], row)
        elif row.asked or row.due:
            found[at] = _entry(found, row)
        elif found[at] != row.name:
            found[at] = row.name
    if not len(found):
        document.pop("agencies", None)


def _named(entry: object) -> str:
    return str(entry.get("name", "")) if isinstance(entry, MutableMapping) else str(entry)


def _entry(among: AoT | Array, row: AskedRow) -> Any:
    made: Any = tomlkit.table() if isinstance(among, AoT) else tomlkit.inline_table()
    _fill(made, row)
    if isinstance(among, AoT):
        made.trivia.indent = "\n"
    return made


def _fill(entry: MutableMapping[str, Any], row: AskedRow) -> None:
    _set(entry, "name", row.name)
    _set(entry, "asked", row.asked)
    _set(entry, "due", row.due)
