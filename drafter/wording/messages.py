"""Sentences for people, by key and language: kept in `data/*.toml`, never in code."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from .figures import count, number


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Key → language → sentence. Raises ValueError for a key that stands in two files."""
    found: dict[str, dict[str, str]] = {}
    for entry in (files(__package__) / "data").iterdir():
        if entry.name.endswith(".toml"):
            read = tomllib.loads(entry.read_text(encoding="utf-8"))
            if twice := found.keys() & read.keys():
                raise ValueError(f"{entry.name}: {twice}")
            found.update(read)
    return found


def known(key: str) -> bool:
    """Whether there is a sentence of this key."""
    return key in catalogue()


def say(key: str, lang: str, /, **facts: object) -> str:
    """The sentence `key` in `lang`, its `{names}` filled from `facts`; `{name:n}` is a count or amount, as
    the language prints it, `{name:c}` a count as offices write it. Raises KeyError for an unknown key."""
    return _FILLED[lang].format(catalogue()[key][lang], **facts)


class _Filled(string.Formatter):
    """`str.format`, with `n` for numbers in a language and `c` for counts."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec == "n":
            return number(value, self._lang) if isinstance(value, int | float) else str(value)
        if format_spec == "c" and isinstance(value, int):
            return count(value, self._lang)
        return str(super().format_field(value, format_spec))


_FILLED = {lang: _Filled(lang) for lang in ("vi", "en")}
