"""Repeats: rows of an annex that say what a clause of the body says, and change with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from drafter.language.indicators import key
from drafter.language.normal import decoded
from drafter.language.words import words
from drafter.model import Change, Clause, Draft, Kind

_SAME_MATTER = 0.6  # of the telling words of a row's longest cell, that the clause must have too


def follows(row: Change, changes: Iterable[Change], new: Draft) -> bool:
    """Whether a changed row only does what one of `changes` does to a clause about the same matter.

    The words that went from the row went from the clause too, and those that came to it came there:
    "2021" → "2022" in the row of a task whose clause has the new year.
    """
    rows = [new.by_id[id] for id in row.new if new.by_id[id].kind is Kind.TABLE_ROW]
    if not rows or len(rows) != len(row.new):
        return False
    gone, came = _words(row, "-"), _words(row, "+")
    if not gone and not came:
        return False
    return any(
        gone <= _words(change, "-")
        and came <= _words(change, "+")
        and all(_same_matter(one, [new.by_id[id] for id in change.new]) for one in rows)
        for change in changes
    )


def _words(change: Change, op: str) -> Counter[str]:
    return Counter(w for one in change.segments if one.op == op for w in words(decoded(one.text).lower()))


def _same_matter(row: Clause, clauses: Iterable[Clause]) -> bool:
    said = key(max(row.cells, key=len, default=""))
    there = {word for clause in clauses for word in key(clause.text)}
    return bool(said) and sum(word in there for word in said) >= _SAME_MATTER * len(said)
