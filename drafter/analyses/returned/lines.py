"""Lines: an answer cell that answers the comments of its row one by one, each line by their numbers.

`"Sở A (ý kiến số 3, 7): Tiếp thu."` is how such a row is printed; what a person writes in that form is taken
comment by comment. A cell that does not hang together stays one: a number that is none of the row's, one that
stands twice, words before the first line that names any.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from drafter.language.retyped import retyped
from drafter.model import (
    UNDECIDED,
    ColumnRole,
    Decision,
    Disposition,
    KnownTable,
    RowMark,
    digest,
    standing,
)

from .finding import FoundRow


def by_lines(found: FoundRow, known: KnownTable) -> tuple[FoundRow, ...]:
    """`found` as one row for each answer of its cell, where that names the comments by their numbers; else
    as it is."""
    mark = found.mark
    keys = {known.numbers[key]: key for key in found.keys if key in known.printed}
    if mark is None or not mark.answer or len(keys) < max(2, len(found.keys)) or _is_one_choice(found, mark):
        return (found,)
    now = {key: known.decisions.get(key, UNDECIDED) for key in found.keys}
    told = _told(found.row.lines, keys)
    if told is None or not standing(now).startswith(mark.standing):
        return (found,)
    groups: dict[tuple[object, ...], dict[str, Decision]] = {}
    for number, key in keys.items():
        before = now[key]
        text = told.get(number, "" if before.decided else known.printed[key][0])
        alike = (text, before.disposition, before.reason, before.response, before.where)
        groups.setdefault(alike, {})[key] = before
    return tuple(
        _line(found, mark, str(alike[0]), of, known.printed[next(iter(of))]) for alike, of in groups.items()
    )


def _is_one_choice(found: FoundRow, mark: RowMark) -> bool:
    """Whether a disposition or reason was chosen for the whole row."""
    row = found.row
    if row.unread:
        return True
    chosen = row.disposition is not None and row.disposition is not mark.disposition
    return chosen or (row.reason is not None and row.reason is not mark.reason)


def _line(
    found: FoundRow, mark: RowMark, text: str, standing_now: Mapping[str, Decision], printed: Sequence[str]
) -> FoundRow:
    """One line as a row with a mark of its own: it went out with what is printed of the decision."""
    row, now = found.row, next(iter(standing_now.values()))
    went = next((each for each in printed if retyped(each) == retyped(text)), printed[0])
    own = replace(
        mark,
        answer=digest(retyped(went)),
        standing=standing(standing_now),
        disposition=now.disposition,
        reason=now.reason,
        several=False,
    )
    cells = {**row.cells, ColumnRole.RESPONSE: text}
    told = replace(row, cells=cells, disposition=_choice(now), reason=now.reason)
    return replace(found, row=told, keys=tuple(standing_now), mark=own)


def _choice(decision: Decision) -> Disposition | None:
    return None if decision.disposition is Disposition.PENDING else decision.disposition


def _told(lines: Iterable[tuple[frozenset[int], str]], numbers: Collection[int]) -> Mapping[int, str] | None:
    """Comment number → what the cell answers to it; None for a cell that does not hang together."""
    found: dict[int, str] = {}
    for named, words in lines:
        if not named or not named <= {*numbers} or named & found.keys():
            return None
        found.update(dict.fromkeys(named, words))
    return found or None
