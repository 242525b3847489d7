"""The guide for officials and reviewers: one source in each language, for the page and for the terminal."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def guide(lang: str) -> str:
    """The guide in Markdown."""
    return (files(__package__) / f"{lang}.md").read_text(encoding="utf-8")
