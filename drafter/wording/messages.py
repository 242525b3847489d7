"""Sentences for people, by key and language: kept in `data/*.toml`, never in code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in (files(__package__) / "data").iterdir():
        if entry.name.endswith(".toml"):
            found.update(tomllib.loads(entry.read_text(encoding="utf-8")))
    return found


def say(key: str, lang: str = "vi", /, **facts: object) -> str:
    """The sentence `key` in `lang`, its `{names}` filled from `facts`. Raises KeyError for an unknown key."""
    sentence = _catalogue()[key]
    return sentence.get(lang, sentence["vi"]).format(**facts)
