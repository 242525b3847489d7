"""Failures in words: one line with the file, what is wrong with it, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.errors import Cause, DrafterError, Section, SettingKind, TomlSpot
from drafter.model import Disposition

from .messages import say
from .names import format_name

_STORE = "workspace.db"  # as `store.place` names the file of a workspace's decisions


def sentence(error: DrafterError, lang: str = "vi") -> str:
    """The one line a user reads: file, fault, remedy; the file only where the fault is its own. Never
    contains a line break."""
    told = " ".join(fault(error.code, error.facts, lang).split())
    return (
        f"{' '.join(_place(error, lang).split())}: {told}" if error.of_file else told[:1].upper() + told[1:]
    )


def _place(error: DrafterError, lang: str) -> str:
    """The file; the database of decisions by what it is, with its path where that has to be looked after."""
    if error.path.replace("\\", "/").rpartition("/")[2] != _STORE:
        return error.path
    of_file = error.code.startswith("store-")
    return say("error.place.store-at" if of_file else "error.place.store", lang, path=error.path)


def fault(code: str, facts: Mapping[str, object], lang: str) -> str:
    """What is wrong and what to do, without the file's name: of the failure `code` with its `facts`."""
    words = {name: _words(name, fact, lang) for name, fact in facts.items()}
    return say(f"error.{code}", lang, **words).strip()


def _words(name: str, fact: object, lang: str) -> object:
    """The fact `name` in words; what was `found` is most often a format of files."""
    said = fact_words(fact, lang)
    return format_name(said, lang) if name == "found" and isinstance(said, str) else said


def fact_words(fact: object, lang: str) -> object:
    """A fact of a failure, in words where the language has some for it."""
    match fact:
        case Cause():
            return say(f"cause.{fact}", lang)
        case Disposition():
            return f"“{say(f'disposition.{fact}', lang)}”"
        case SettingKind():
            return say(f"setting.{fact}", lang)
        case Section():
            return _section(fact, lang)
        case TomlSpot():
            key = "spot.end" if fact.line is None else "spot.line"
            return say(key, lang, line=fact.line, column=fact.column)
    return fact


def _section(place: Section, lang: str) -> str:
    """Where a key of drafter.toml stands: `"mục [[drafts]] thứ 2"`; nothing before all tables."""
    if not place.table:
        return ""
    key = "section.table" if place.no is None else "section.entry"
    return say(key, lang, table=place.table, no=place.no)
