"""Reading drafter.toml: each key checked, what is wrong named."""

from __future__ import annotations

import hashlib
import re
import stat
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import normalize

from ..errors import (
    BadSettings,
    CannotRead,
    Cause,
    DraftTwice,
    DueTooEarly,
    NotText,
    NotToml,
    Section,
    SettingKind,
    SettingTwice,
    TomlSpot,
    cause,
)
from ..model import Asked, Office
from .checks import SettingFault, checked, entries, entry, section, unknown, wrong
from .values import DraftSettings, LetterSettings, LintSettings, Settings

FILE_NAME = "drafter.toml"
LISTS = (".csv", ".xlsx")  # files that may list the agencies asked
_MOST = 2**20  # bytes: no drafter.toml is as large
_SPOT = re.compile(r"\(at line (\d+), column (\d+)\)$")  # how tomllib ends a message
_TWICE = re.compile(r'Key "(.+)" already exists')  # as tomlkit says it; tomllib does not tell which


def read_settings(root: Path) -> Settings:
    """The settings of the workspace at `root`. Raises BadSettings, naming the key at fault; CannotRead for
    what is no regular file or no settings file by its size; NotText; NotToml."""
    path = root / FILE_NAME
    data = _content(path)
    return Settings() if data is None else settings_of(path, data)


def settings_of(path: Path, data: bytes) -> Settings:
    """The settings that a file with this content at `path` would be. Raises BadSettings, NotText, NotToml."""
    return replace(_settings(path, _table(path, data)), sha256=hashlib.sha256(data).hexdigest())


def _content(path: Path) -> bytes | None:
    """What stands in the file; None where there is none. A pipe is never opened: it might never end."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead(path, reason=Cause.NOT_REGULAR)
        if status.st_size > _MOST:
            raise CannotRead(path, reason=Cause.TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotRead(path, reason=cause(error)) from error


def _table(path: Path, data: bytes) -> dict[str, object]:
    try:
        # Notepad writes a byte order mark, which TOML does not allow.
        text = data.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise NotText(path) from error
    except RecursionError as error:
        raise BadSettings(path, reason=Cause.TOO_DEEP) from error
    except tomllib.TOMLDecodeError as error:
        raise not_toml(path, text, str(error)) from error


def not_toml(path: Path, text: str, message: str) -> BadSettings:
    """Where `text` is no TOML; a key that is given twice by its name. `message`: in tomllib's words."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        tomlkit.parse(text)
    except (TOMLKitError, RecursionError) as error:
        if found := _TWICE.search(str(error)):
            return SettingTwice(path, key=found[1])
    spot = _SPOT.search(message)
    return NotToml(path, place=TomlSpot(int(spot[1]), int(spot[2])) if spot else TomlSpot())


def _settings(path: Path, table: dict[str, object]) -> Settings:
    values: dict[str, Any] = {}
    try:
        for key, value in table.items():
            if key not in _READ:
                raise unknown(key, KEYS)
            name = ("asked_list" if isinstance(value, str) else "asked") if key == "agencies" else key
            values[name] = _READ[key](value)
    except SettingFault as fault:
        raise fault.kind(path, **fault.facts) from fault
    return Settings(**values)


def _plain(key: str, wanted: SettingKind) -> Callable[[object], object]:
    return lambda value: checked(value, wanted, key)


def _lint(value: object) -> LintSettings:
    keys = value if isinstance(value, dict) else ()  # its rules are the linter's to know
    types = {**dict.fromkeys(keys, SettingKind.NUMBER), "off": SettingKind.TEXTS}
    found = section(value, types, Section("lint"))
    limits = {key: limit for key, limit in found.items() if key != "off"}
    return LintSettings(limits, frozenset(found.get("off", ())))


def _agencies(value: object) -> tuple[Asked, ...] | str:
    """Names, tables, or the file that lists them."""
    if isinstance(value, str) and PurePosixPath(value).suffix.lower() in LISTS:
        return value
    found = checked(value, SettingKind.AGENCIES, "agencies")
    return tuple(_agency(each, Section("agencies", no)) for no, each in enumerate(found, 1))


def _agency(value: object, where: Section) -> Asked:
    """A name, or one `[[agencies]]`."""
    if isinstance(value, str):
        return Asked(value)
    if not isinstance(value, dict):
        raise wrong(value, SettingKind.AGENCIES, where.table)
    made = Asked(**entry(value, _OF_AGENCY, where, "name"))
    if made.asked and made.due and made.due < made.asked:
        raise SettingFault(DueTooEarly, where=where, due=made.due.isoformat(), asked=made.asked.isoformat())
    return made


def _letters(value: object) -> tuple[LetterSettings, ...]:
    return tuple(_letter(each) for each in entries(value, _OF_LETTER, "letters", "path"))


def _letter(known: dict[str, Any]) -> LetterSettings:
    path = PurePosixPath(known["path"].replace("\\", "/")).as_posix().removeprefix("comments/")
    texts: dict[str, Any] = {key: tuple(known[key]) for key in ("comments", "frame") if key in known}
    return LetterSettings(**{**known, **texts, "path": path})


def _drafts(value: object) -> tuple[DraftSettings, ...]:
    found: list[DraftSettings] = []
    for no, known in enumerate(entries(value, _OF_DRAFT, "drafts", "path"), 1):
        path = PurePosixPath(known["path"].replace("\\", "/")).as_posix()  # without "./"
        if normalize("NFC", path) in {normalize("NFC", each.path) for each in found}:
            raise SettingFault(DraftTwice, where=Section("drafts", no), declared=path)
        found.append(DraftSettings(**{**known, "path": path}))
    return tuple(found)


def _office(value: object) -> Office:
    found = section(value, _OF_OFFICE, Section("office"))
    return Office(**{key: _office_value(given) for key, given in found.items()})


def _office_value(given: Any) -> Any:
    match given:
        case str():
            return given.strip()
        case list():
            return tuple(given)
    return given


_OF_OFFICE = {
    **dict.fromkeys(("parent", "name", "place", "signer", "templates"), SettingKind.TEXT),
    "date": SettingKind.DATE,
    "recipients": SettingKind.TEXTS,
}
_OF_AGENCY = {
    **dict.fromkeys(("name", "address", "level"), SettingKind.TEXT),
    **dict.fromkeys(("asked", "due"), SettingKind.DATE),
}
_OF_DRAFT: dict[str, SettingKind] = {
    **dict.fromkeys(("path", "label"), SettingKind.TEXT),
    "number": SettingKind.WHOLE,
    "date": SettingKind.DATE,
}
_OF_LETTER: dict[str, SettingKind] = {
    **dict.fromkeys(("path", "agency", "number"), SettingKind.TEXT),
    "draft": SettingKind.DRAFT,
    "date": SettingKind.DATE,
    **dict.fromkeys(("comments", "frame"), SettingKind.TEXTS),
}
_READ: dict[str, Callable[[object], object]] = {
    "language": _plain("language", SettingKind.LANGUAGE),
    "deadline": _plain("deadline", SettingKind.DATE),
    "author": _plain("author", SettingKind.TEXT),
    "silence_is_agreement": _plain("silence_is_agreement", SettingKind.FLAG),
    "store": _plain("store", SettingKind.TEXT),
    "approval": _plain("approval", SettingKind.FLAG),
    "precedents": lambda value: tuple(checked(value, SettingKind.TEXTS, "precedents")),
    "agencies": _agencies,
    "lint": _lint,
    "office": _office,
    "letters": _letters,
    "drafts": _drafts,
}
KEYS = tuple(_READ)
