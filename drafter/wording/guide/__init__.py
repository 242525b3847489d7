"""The guide for officials and reviewers: one source in each language, for the page and for the terminal."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def guide(lang: str) -> str:
    """The guide in Markdown."""
    return (files(__package__) / f"{lang}.md").read_text(encoding="utf-8")


_KEY = re.compile(r"(?m)^\| `\[*([a-z_]+)\]*` \| (.+) \|$")


@cache
def meanings(lang: str) -> dict[str, str]:
    """Key of drafter.toml → what it means, plain; and so for whatever else has a row of its own there."""
    return {key: said.replace("`", "") for key, said in _KEY.findall(guide(lang))}
