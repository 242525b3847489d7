"""Marks of threads: lines that programs write into comments when one is resolved, reopened or assigned."""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import lexicon
from .lexicons import Threads
from .normal import folded


@dataclass(frozen=True, slots=True)
class ThreadMark:
    """`settles`: whether the thread is resolved by it; None where it says nothing of that."""

    settles: bool | None


def mark_of_thread(line: str) -> ThreadMark | None:
    """The mark that a line of a comment is: `"_Đã đánh dấu là đã giải quyết_"`; None for words of a person.

    Without the underscores of a mark only a whole phrase counts.
    """
    said = folded(line).rstrip(".")
    bare = said.strip("_* ")
    cues = lexicon(Threads)
    if cues.resolved.fullmatch(bare):
        return ThreadMark(True)
    if cues.reopened.fullmatch(bare):
        return ThreadMark(False)
    if len(said) > 2 and said.startswith("_") and said.endswith("_"):
        if cues.settled.fullmatch(bare):
            return ThreadMark(True)
        return ThreadMark(None) if cues.other.match(bare) else None
    return None
