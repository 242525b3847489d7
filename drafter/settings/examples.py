"""Examples: every key of drafter.toml with a value as an office would write it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_KEY = re.compile(r"\[*([a-z_]+)")


@cache
def examples() -> dict[str, str]:
    """Key → its lines, in an order in which all may stand in one file."""
    text = (files(__package__) / "examples.toml").read_text(encoding="utf-8")
    found = {}
    for block in text.strip().split("\n\n"):
        key = _KEY.match(block)
        assert key is not None
        found[key[1]] = block
    return found
