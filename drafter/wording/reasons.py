"""Why a comment is linked to a clause, in words."""

from __future__ import annotations

from drafter.model import Manner, Reason

from .messages import say

_LONGEST = 80  # characters of quoted words


def detail(reason: Reason, lang: str) -> str:
    """The reason as a clause of a sentence: `"dẫn chiếu “điểm b khoản 1 mục II”"`."""
    key = f"reason.{reason.signal}"
    if reason.manner is not Manner.PLAIN:
        key = f"{key}.{reason.manner}"
    words = [_short(each) for each in reason.words]
    return say(key, lang, words=", ".join(words), percent=reason.percent)


def signal(name: str, lang: str) -> str:
    """The name of a signal for people: `"Trích dẫn nguyên văn"`."""
    return say(f"signal.{name}", lang)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"
