"""Why a comment is linked to a clause, in words."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Link, Manner, Reason

from .messages import say

_LONGEST = 80  # characters of quoted words


def reasons_of(link: Link) -> Iterator[Reason]:
    """The places cited that the draft does not have, and why each clause is addressed."""
    yield from (Reason("reference", (cited,), Manner.ABSENT) for cited in link.absent)
    yield from (reason for clause in link.clauses if clause.addressed for reason in clause.reasons)


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
