"""What is wrong with `drafter.toml`: which key, where, and what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .failure import DrafterError


@dataclass(frozen=True, slots=True)
class Section:
    """Where a key stands: in `[table]`, in the `no`-th `[[table]]`, or before all tables."""

    table: str = ""
    no: int | None = None


@dataclass(frozen=True, slots=True)
class TomlSpot:
    """A place in a text, counted from 1; both None at its end."""

    line: int | None = None
    column: int | None = None


class SettingKind(StrEnum):
    """What the value of a key has to be."""

    LANGUAGE = "language"
    DATE = "date"
    TEXT = "text"
    TEXTS = "texts"
    FLAG = "flag"
    WHOLE = "whole"
    NUMBER = "number"
    DRAFT = "draft"
    AGENCIES = "agencies"
    TABLE = "table"
    TABLES = "tables"


class BadSettings(DrafterError):
    """`drafter.toml` cannot be used: `reason`."""

    code = "bad-settings"
    http_status = 500


class UnknownSetting(BadSettings):
    """`where` has no `key`; `known` are those that may stand there."""

    code = "unknown-setting"


class MisspeltSetting(BadSettings):
    """`where` has no `key`, but has `meant`, which is nearly the same."""

    code = "misspelt-setting"


class WrongSetting(BadSettings):
    """In `where`, `key` is `given`, which is not what is `wanted`."""

    code = "wrong-setting"


class MissingSetting(BadSettings):
    """The entry `where` lacks `key`."""

    code = "missing-setting"


class SettingTwice(BadSettings):
    """`key` is given twice."""

    code = "setting-twice"


class DraftTwice(BadSettings):
    """`where` declares the draft at `declared`, as an entry before it does."""

    code = "draft-twice"


class DueTooEarly(BadSettings):
    """In `where`, comments are `due` before they were `asked` for."""

    code = "due-too-early"


class UnknownRule(BadSettings):
    """`where` names `key`, which is none of the rules `known` that may stand there."""

    code = "unknown-rule"


class BadStoreAddress(BadSettings):
    """What `store` says is no address of PostgreSQL. It is not repeated: it may hold a password."""

    code = "bad-store-address"


class UnmatchedDraft(BadSettings):
    """`drafter.toml` declares a draft at `declared`, where no file is."""

    code = "unmatched-draft"


class UnmatchedLetter(BadSettings):
    """`drafter.toml` declares a letter at `declared`, where no file of comments/ is."""

    code = "unmatched-letter"


class LetterOfNoDraft(BadSettings):
    """`drafter.toml` says that the letter at `path` is about the draft `declared`, which is none; `known`
    lists those."""

    code = "letter-of-no-draft"


class NotToml(BadSettings):
    """`drafter.toml` is no TOML at `place`."""

    code = "not-toml"


class StaleSettings(DrafterError):
    """`drafter.toml` is another one than the page was made from; nothing was written."""

    code = "stale-settings"
    http_status = 409


class SettingsElsewhere(DrafterError):
    """What was to be changed in `drafter.toml` stands there in a form that only a person can change:
    `key`."""

    code = "settings-elsewhere"
    http_status = 409
