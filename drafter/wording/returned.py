"""Returned tables in words: what was taken, what was not, and why."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Returned, ReturnedRow, RowFate

from .messages import say


def fate_words(row: ReturnedRow, lang: str, *, saved: bool) -> str:
    """`"chưa nhận: hàng này gộp nhiều hàng"`: what becomes of a row, and why."""
    key = f"returned.{row.fate}" if saved or row.fate is not RowFate.TAKEN else "returned.would-be-taken"
    notes = "; ".join(say(f"returned.note.{note}", lang) for note in row.notes)
    told = say(key, lang)
    return f"{told}: {notes}" if notes else told


def summary(found: Returned, lang: str, *, saved: bool) -> Iterator[str]:
    """A line of counts, one of remarks where any are kept, one where a person must look at rows."""
    counts = {fate.value: len(found.of(fate)) for fate in RowFate}
    yield say("returned.summary" if saved else "returned.summary.dry", lang, **counts)
    if kept := sum(bool(row.remark) for row in found.rows):
        yield say("returned.remarks" if saved else "returned.remarks.dry", lang, count=kept)
    if counts["conflicting"] + counts["unclear"] + counts["unknown"]:
        yield say("returned.look", lang)
