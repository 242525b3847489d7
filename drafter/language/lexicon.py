"""Data files as compiled patterns: words of the domain stay out of the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> Any:
    """The tables of `data/<name>.toml`."""
    return tomllib.loads((files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def cue(name: str, *keys: str) -> re.Pattern[str]:
    """One expression, or a list of them as alternatives, as a pattern that ignores letter case."""
    entry = lexicon(name)
    for key in keys:
        entry = entry[key]
    return one_of([entry] if isinstance(entry, str) else entry)


def one_of(expressions: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches whatever one of `expressions` matches; letter case counts not."""
    return re.compile("|".join(f"(?:{expression})" for expression in expressions), re.IGNORECASE)
