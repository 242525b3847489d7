"""Reading drafter.toml: each key checked, what is wrong named."""

from __future__ import annotations

import hashlib
import re
import stat
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import normalize

from ..errors import BadSettings, CannotRead, Cause, NotText, NotToml, cause
from ..model import Asked, Office
from .values import DraftSettings, LetterSettings, LintSettings, Settings

FILE_NAME = "drafter.toml"
LISTS = (".csv", ".xlsx")  # files that may list the agencies asked
_MOST = 2**20  # bytes: no drafter.toml is as large
_SHOWN = 60  # characters of a wrong value
_FIGURE = re.compile(r"\d+")  # tomllib ends a message with "(at line 3, column 7)"


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
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotText(path) from error
    except RecursionError as error:
        raise BadSettings(path, reason=Cause.TOO_DEEP) from error
    except tomllib.TOMLDecodeError as error:
        raise NotToml(
            path, place=":".join(_FIGURE.findall(str(error).rpartition("(")[2])) or "EOF"
        ) from error


def _settings(path: Path, table: dict[str, object]) -> Settings:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise BadSettings(path, reason=f"{key}: ? ({', '.join(KEYS)})")
        wanted, convert = KEYS[key]
        try:
            name = ("asked_list" if isinstance(value, str) else "asked") if key == "agencies" else key
            values[name] = convert(value)
        except _Fault as fault:
            raise BadSettings(path, reason=f"{fault} ({wanted})") from fault
        except (TypeError, ValueError) as error:
            raise BadSettings(path, reason=f"{key} = {_short(value)} ({wanted})") from error
    return Settings(**values)


class _Fault(ValueError):
    """Which entry of a table is wrong."""


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _of(kind: type) -> Callable[[object], object]:
    def check(value: object) -> object:
        if type(value) is not kind:
            raise TypeError
        return value

    return check


def _language(value: object) -> str:
    if value not in ("vi", "en"):
        raise ValueError
    return str(value)


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(_of(str)(name)) for name in _list(value))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _lint(value: object) -> LintSettings:
    if not isinstance(value, dict):
        raise TypeError
    limits = {key: limit for key, limit in value.items() if key != "off"}
    for key, limit in limits.items():
        if type(limit) not in (int, float):
            raise _Fault(f"[lint] {key} = {_short(limit)}")
    off = value.get("off", [])
    try:
        return LintSettings(limits, frozenset(_names(off)))
    except TypeError as error:
        raise _Fault(f"[lint] off = {_short(off)}") from error


def _agencies(value: object) -> tuple[Asked, ...] | str:
    """Names, tables, or the file that lists them."""
    if isinstance(value, str) and PurePosixPath(value).suffix.lower() in LISTS:
        return value
    return tuple(_agency(entry, no) for no, entry in enumerate(_list(value), 1))


def _agency(entry: object, no: int) -> Asked:
    """A name, or one `[[agencies]]`, the `no`-th."""
    if isinstance(entry, str):
        return Asked(entry)
    made = Asked(**_entry(entry, no, "agencies", _OF_AGENCY, "name"))
    if made.asked and made.due and made.due < made.asked:
        raise _Fault(f"[[agencies]] {no}: due = {made.due} < asked = {made.asked}")
    return made


def _entry(entry: object, no: int, table: str, types: Mapping[str, tuple[type, ...]], wanted: str) -> Any:
    """The `no`-th `[[table]]`: every key one of `types`, and `wanted` among them."""
    if not isinstance(entry, dict):
        raise TypeError
    for key, value in entry.items():
        if type(value) not in types.get(key, ()):
            raise _Fault(f"[[{table}]] {no}: {key} = {_short(value)}")
    if wanted not in entry:
        raise _Fault(f"[[{table}]] {no}: {wanted} = ?")
    return entry


def _letters(value: object) -> tuple[LetterSettings, ...]:
    return tuple(_letter(entry, no) for no, entry in enumerate(_list(value), 1))


def _letter(entry: object, no: int) -> LetterSettings:
    """One `[[letters]]`, the `no`-th."""
    known = _entry(entry, no, "letters", _OF_LETTER, "path")
    path = PurePosixPath(known["path"].replace("\\", "/")).as_posix().removeprefix("comments/")
    texts = {key: _texts(known[key], no, key) for key in ("comments", "frame") if key in known}
    return LetterSettings(**{**known, **texts, "path": path})


def _texts(value: object, no: int, key: str) -> tuple[str, ...]:
    """Words of the `no`-th letter, as printed there."""
    try:
        return _names(value)
    except TypeError as error:
        raise _Fault(f"[[letters]] {no}: {key} = {_short(value)}") from error


def _drafts(value: object) -> tuple[DraftSettings, ...]:
    found = tuple(_draft(entry, no) for no, entry in enumerate(_list(value), 1))
    paths = [normalize("NFC", entry.path) for entry in found]
    for no, path in enumerate(paths, 1):
        if path in paths[: no - 1]:
            raise _Fault(f"[[drafts]] {no}: path = {_short(path)} × 2")
    return found


def _draft(entry: object, no: int) -> DraftSettings:
    """One `[[drafts]]`, the `no`-th."""
    known = _entry(entry, no, "drafts", _OF_DRAFT, "path")
    path = PurePosixPath(known["path"].replace("\\", "/")).as_posix()  # without "./"
    return DraftSettings(**{**known, "path": path})


def _office(value: object) -> Office:
    if not isinstance(value, dict):
        raise TypeError
    found: dict[str, Any] = {}
    for key, given in value.items():
        if key == "recipients" and isinstance(given, list):
            found[key] = _names(given)
        elif type(given) is _OF_OFFICE.get(key):
            found[key] = given.strip() if isinstance(given, str) else given
        else:
            raise _Fault(f"[office] {key} = {_short(given)}")
    return Office(**found)


_OF_OFFICE: dict[str, type] = {
    **dict.fromkeys(("parent", "name", "place", "signer", "templates"), str),
    "date": date,
}
_OF_AGENCY = {
    **dict.fromkeys(("name", "address", "level"), (str,)),
    **dict.fromkeys(("asked", "due"), (date,)),
}
_OF_DRAFT = {**dict.fromkeys(("path", "label"), (str,)), "number": (int,), "date": (date,)}
_OF_LETTER: dict[str, tuple[type, ...]] = {
    "path": (str,), "draft": (int, str), "agency": (str,), "date": (date,), "number": (str,),
    "comments": (list,),
    "frame": (list,),
}  # fmt: skip
KEYS: dict[str, tuple[str, Callable[[object], object]]] = {
    "language": ('"vi" | "en"', _language),
    "deadline": ("YYYY-MM-DD", _of(date)),
    "author": ('"…"', _of(str)),
    "silence_is_agreement": ("true | false", _of(bool)),
    "store": ('"postgresql+psycopg://…"', _of(str)),
    "approval": ("true | false", _of(bool)),
    "precedents": ('["…", "…"]', _names),
    "agencies": (
        '["…"] | "….xlsx" | [[agencies]] name = "…" asked = 2021-03-01 due = 2021-03-15 address level',
        _agencies,
    ),
    "lint": ('[lint] off = ["rule"] long-sentence = 80', _lint),
    "office": (
        '[office] parent = name = place = signer = templates = "…" date = 2021-03-05 recipients = ["…"]',
        _office,
    ),
    "letters": (
        '[[letters]] path = "…" draft = 2 agency = number = "…" date = 2021-03-01 comments = frame = ["…"]',
        _letters,
    ),
    "drafts": ('[[drafts]] path = "…" number = 2 date = 2021-03-01 label = "…"', _drafts),
}
