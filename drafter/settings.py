"""`drafter.toml`: what a workspace may declare about itself; every key is optional."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .errors import BadSettings, CannotRead, NotText, NotToml, cause

FILE_NAME = "drafter.toml"
_FIGURE = re.compile(r"\d+")  # tomllib ends a message with "(at line 3, column 7)"


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """What `[[drafts]]` says of one draft, where the page does not say it or says it wrongly."""

    path: str  # relative to the workspace, with "/"
    number: int | None = None
    date: date | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class LintSettings:
    """`[lint]`: limits by rule id in place of the usual ones, and rules that are left out."""

    limits: Mapping[str, float] = field(default_factory=dict)
    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of `drafter.toml`; the defaults are those of a workspace without one.

    `agencies` are those asked for comments. `silence_is_agreement`: no answer by the due date
    counts as agreement.
    """

    language: str = "vi"
    deadline: date | None = None
    author: str | None = None
    silence_is_agreement: bool = False
    agencies: tuple[str, ...] = ()
    drafts: tuple[DraftSettings, ...] = ()
    lint: LintSettings = LintSettings()


def read_settings(root: Path) -> Settings:
    """The settings of the workspace at `root`. Raises BadSettings, naming the key at fault."""
    path = root / FILE_NAME
    try:
        # Notepad writes a byte order mark, which TOML does not allow.
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise CannotRead(path, reason=cause(error)) from error
    except UnicodeDecodeError as error:
        raise NotText(path) from error
    except tomllib.TOMLDecodeError as error:
        raise NotToml(
            path, place=":".join(_FIGURE.findall(str(error).rpartition("(")[2])) or "EOF"
        ) from error
    return _settings(path, table)


def settings_hash(root: Path) -> tuple[tuple[str, str], ...]:
    """(name, SHA-256) of the settings of the workspace at `root`; empty where it has none."""
    try:
        data = (root / FILE_NAME).read_bytes()
    except OSError:
        return ()
    return ((FILE_NAME, hashlib.sha256(data).hexdigest()),)


def _settings(path: Path, table: dict[str, object]) -> Settings:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in _RESERVED:
            continue
        if key not in _CHECKS:
            raise BadSettings(path, reason=f"{key}: ? ({', '.join([*_CHECKS, *_RESERVED])})")
        wanted, convert = _CHECKS[key]
        try:
            values[key] = convert(value)
        except (TypeError, ValueError, KeyError) as error:
            raise BadSettings(path, reason=f"{key} = {value!r} ({wanted})") from error
    return Settings(**values)


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
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise TypeError
    return tuple(value)


def _lint(value: object) -> LintSettings:
    if not isinstance(value, dict):
        raise TypeError
    limits = {key: one for key, one in value.items() if key != "off"}
    if not all(type(one) in (int, float) for one in limits.values()):
        raise TypeError
    return LintSettings(limits, frozenset(_names(value.get("off", []))))


def _drafts(value: object) -> tuple[DraftSettings, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_draft(entry) for entry in value)


def _draft(entry: dict[str, Any]) -> DraftSettings:
    checks = {"path": str, "number": int, "date": date, "label": str}
    if "path" not in entry or any(type(value) is not checks[key] for key, value in entry.items()):
        raise ValueError
    return DraftSettings(**{**entry, "path": str(entry["path"]).replace("\\", "/")})


_CHECKS: dict[str, tuple[str, Callable[[object], object]]] = {
    "language": ('"vi" | "en"', _language),
    "deadline": ("YYYY-MM-DD", _of(date)),
    "author": ('"…"', _of(str)),
    "silence_is_agreement": ("true | false", _of(bool)),
    "agencies": ('["…", "…"]', _names),
    "lint": ('[lint] off = ["rule"] long-sentence = 80', _lint),
    "drafts": ('[[drafts]] path = "…" number = 2 date = 2021-03-01 label = "…"', _drafts),
}
# Named by the contract for commands that read them; other commands let them stand.
_RESERVED = ("store",)
