"""Returned tables in words: what was taken, what was not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.model import Returned, ReturnedRow, RowFate

from .messages import say
from .names import shortened

_WORDS = 160  # characters of a text beside the rows


def fate_words(row: ReturnedRow, lang: str, *, saved: bool) -> str:
    """`"chưa nhận: hàng này gộp nhiều hàng"`: what becomes of a row, and why."""
    key = f"returned.{row.fate}" if saved or row.fate is not RowFate.TAKEN else "returned.would-be-taken"
    notes = "; ".join(say(f"returned.note.{note}", lang) for note in row.notes)
    told = say(key, lang)
    return f"{told}: {notes}" if notes else told


def own_words(row: ReturnedRow, lang: str) -> Iterator[str]:
    """What people wrote into columns of their own, column by column."""
    for name, words in row.own:
        yield say("returned.own", lang, name=name or say("returned.own.unnamed", lang), words=words)


def summary(found: Returned, lang: str, *, saved: bool, beside: Sequence[str] = ()) -> Iterator[str]:
    """A line of counts, one of remarks where any are kept, one where a person must look at rows; one for each
    of what people wrote `beside` the rows."""
    counts = {fate.value: len(found.of(fate)) for fate in RowFate}
    if found.rows and counts["unchanged"] == len(found.rows):
        yield say("returned.summary.unchanged", lang, count=len(found.rows))
    else:
        yield say("returned.summary" if saved else "returned.summary.dry", lang, **counts)
    if kept := sum(bool(row.remark) for row in found.rows):
        yield say("returned.remarks" if saved else "returned.remarks.dry", lang, count=kept)
    if counts["conflicting"] + counts["unclear"] + counts["unknown"]:
        yield say("returned.look", lang)
    for words in beside:
        yield say("returned.beside", lang, words=shortened(words, _WORDS))
