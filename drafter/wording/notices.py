"""Something odd met while reading, in words."""

from __future__ import annotations

from drafter.model import Notice

from .figures import number
from .messages import known, say
from .names import format_name

_FORMATS = ("other-format", "passed-over")  # whose detail is a format


def notice_words(notice: Notice, lang: str) -> str:
    """The sentence for a notice: where, what, and what was made of it."""
    said = format_name(notice.detail, lang) if notice.code in _FORMATS else notice.detail
    detail = number(int(said), lang) if said.isdecimal() else said
    kind, times, count = detail.partition(" × ")
    if known(f"graphic.{kind}"):
        detail = say(f"graphic.{kind}", lang) + times + count
    return say(f"notice.{notice.code}", lang, place=notice.place, detail=detail)
