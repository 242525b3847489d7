"""Shares: of the words that a request adds, how many came to the linked clauses."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Indel

from drafter.language.words import words
from drafter.model import Measured

from .case import Case, Form

_RUN = 2  # words in a row: one alone is chance


def share_come(case: Case, old: str, new: str, form: Form) -> float:
    """Of the words that a request adds, the share that was added to the linked clauses."""
    gained = _gained(old, new)
    came = _gained(case.before.text(form), case.after.text(form))
    if not gained:
        return 0.0
    if len(came) > 2 * len(gained):
        return 0.0
    runs = [op for op in Indel.opcodes(gained, came) if op.tag == "equal"]
    longest = max((op.src_end - op.src_start for op in runs), default=0)
    shared = sum(1 for word in gained if word in came)
    return shared / len(gained) if longest >= min(_RUN, len(gained)) else 0.0


@lru_cache(maxsize=1024)  # many comments are about one clause
def _gained(before: str, after: str) -> list[str]:
    old, new = words(before), words(after)
    found: list[str] = []
    for op in Indel.opcodes(old, new):
        if op.tag == "insert" or op.tag == "replace":
            found += new[op.dest_start : op.dest_end]
    return found


def percent(share: float) -> Measured:
    """A share of the words asked for, as it is shown."""
    return Measured("asked-words", 0, round(100 * share), "%")
