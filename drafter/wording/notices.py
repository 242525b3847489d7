"""Something odd met while reading, in words."""

from __future__ import annotations

from drafter.model import Notice

from .figures import number
from .messages import known, say


def notice_words(notice: Notice, lang: str) -> str:
    """The sentence for a notice: where, what, and what was made of it."""
    detail = number(int(notice.detail), lang) if notice.detail.isdecimal() else notice.detail
    kind, times, count = detail.partition(" × ")
    if known(f"graphic.{kind}"):
        detail = say(f"graphic.{kind}", lang) + times + count
    return say(f"notice.{notice.code}", lang, place=notice.place, detail=detail)
