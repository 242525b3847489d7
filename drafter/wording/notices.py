"""Something odd met while reading, in words."""

from __future__ import annotations

from drafter.model import Notice

from .messages import say


def notice_words(notice: Notice, lang: str) -> str:
    """The sentence for a notice: where, what, and what was made of it."""
    return say(f"notice.{notice.code}", lang, place=notice.place, detail=notice.detail)
