"""Values of drafter.toml checked one by one; a wrong one says which, where and what it may be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from ..errors import (
    BadSettings,
    MissingSetting,
    MisspeltSetting,
    Section,
    SettingKind,
    UnknownSetting,
    WrongSetting,
)

TOP = Section()
_SHOWN = 60  # characters of a wrong value
_NEAR = 70  # percent of its letters that a misspelt key shares with the one meant


class SettingFault(ValueError):
    """A failure without its file: its class, and what it tells."""

    def __init__(self, kind: type[BadSettings], **facts: object) -> None:
        super().__init__(kind.code, facts)
        self.kind, self.facts = kind, facts


def checked(value: object, wanted: SettingKind, key: str, where: Section = TOP) -> Any:
    """`value` where it is what is `wanted`. Raises SettingFault."""
    if not _RIGHT[wanted](value):
        raise wrong(value, wanted, key, where)
    return value


def wrong(value: object, wanted: SettingKind, key: str, where: Section = TOP) -> SettingFault:
    """That `key` is not what is `wanted`."""
    return SettingFault(WrongSetting, where=where, key=key, given=_shown(value), wanted=wanted)


def unknown(key: str, known: Collection[str], where: Section = TOP) -> SettingFault:
    """That there is no such `key`, with the one that was meant where that can be guessed."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(key, tuple(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if near is not None:
        return SettingFault(MisspeltSetting, where=where, key=key, meant=near[0])
    return SettingFault(UnknownSetting, where=where, key=key, known=", ".join(known))


def section(value: object, types: Mapping[str, SettingKind], where: Section) -> dict[str, Any]:
    """`[table]` with every key one of `types`. Raises SettingFault."""
    if not isinstance(value, dict):
        raise wrong(value, SettingKind.TABLE if where.no is None else SettingKind.TABLES, where.table)
    for key, given in value.items():
        if key not in types:
            raise unknown(key, types, where)
        checked(given, types[key], key, where)
    return value


def entries(value: object, types: Mapping[str, SettingKind], table: str, needed: str) -> list[dict[str, Any]]:
    """Every `[[table]]`, each with the key `needed`. Raises SettingFault."""
    found = checked(value, SettingKind.TABLES, table)
    return [entry(each, types, Section(table, no), needed) for no, each in enumerate(found, 1)]


def entry(value: object, types: Mapping[str, SettingKind], where: Section, needed: str) -> dict[str, Any]:
    """One `[[table]]`, which has the key `needed`. Raises SettingFault."""
    found = section(value, types, where)
    if needed not in found:
        raise SettingFault(MissingSetting, where=where, key=needed)
    return found


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_RIGHT: Mapping[SettingKind, Callable[[object], bool]] = {
    SettingKind.LANGUAGE: lambda value: value in ("vi", "en"),
    SettingKind.DATE: lambda value: type(value) is date,  # a moment is none
    SettingKind.TEXT: lambda value: isinstance(value, str),
    SettingKind.TEXTS: _is_texts,
    SettingKind.FLAG: lambda value: isinstance(value, bool),
    SettingKind.WHOLE: lambda value: type(value) is int,  # true is none
    SettingKind.NUMBER: lambda value: type(value) in (int, float),
    SettingKind.DRAFT: lambda value: type(value) in (int, str),
    SettingKind.AGENCIES: lambda value: isinstance(value, list),
    SettingKind.TABLES: lambda value: isinstance(value, list),
}


def _shown(value: object) -> str:
    """A wrong value as the file has it, cut where it is long."""
    match value:
        case bool():
            shown = str(value).lower()
        case str():
            shown = f'"{value}"'
        case date():
            shown = value.isoformat()
        case list():
            shown = f"[{', '.join(map(_shown, value))}]"
        case dict():
            shown = ", ".join(f"{key} = {_shown(each)}" for key, each in value.items())
        case _:
            shown = str(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
