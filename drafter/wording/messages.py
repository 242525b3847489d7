"""Sentences for people, by key and language: kept in `data/*.toml`, never in code."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from .figures import count, number

_HEADING = (
    '\n["'  # a key, in quotes and brackets at the start of a line; its sentences stand on the next lines
)


class _Catalogue(Mapping[str, Mapping[str, str]]):
    """Files cut at their headings; a sentence is parsed when it is asked for, as few are in one command."""

    def __init__(self) -> None:
        self._written: dict[str, str] = {}
        self._parsed: dict[str, Mapping[str, str]] = {}
        for entry in (files(__package__) / "data").iterdir():
            if entry.name.endswith(".toml"):
                _, *sections = f"\n{entry.read_text(encoding='utf-8')}".split(_HEADING)
                read = dict(section.split('"]\n', 1) for section in sections)
                if len(read) < len(sections) or self._written.keys() & read.keys():
                    raise ValueError(f"{entry.name}: a key stands twice")
                self._written.update(read)

    def __getitem__(self, key: str) -> Mapping[str, str]:
        if key not in self._parsed:
            self._parsed[key] = tomllib.loads(self._written[key])
        return self._parsed[key]

    def __contains__(self, key: object) -> bool:
        return key in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Key → language → sentence. Raises ValueError for a key that stands twice."""
    return _Catalogue()


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
