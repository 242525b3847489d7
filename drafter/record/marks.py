"""Marks: what a row of a written table carries about itself, short enough for the name of a bookmark.

The mark stays where a program drops the record. `"r0123456789abcdef_"` is followed by the hashes of answer,
comment and standing and by the codes of disposition and reason, all in letters and digits of one case:
bookmarks know no case and no more than 40 signs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from drafter.model import Disposition, ReasonCode, RowMark, digest, standing

from .keys import row_key

if TYPE_CHECKING:
    from drafter.model import Decision, Row

_DISPOSITIONS: Mapping[Disposition, str] = {
    Disposition.ACCEPTED: "a",
    Disposition.PARTLY: "p",
    Disposition.EXPLAINED: "e",
    Disposition.NOTED: "n",
    Disposition.PENDING: "o",
}
_OF_CODE = {code: disposition for disposition, code in _DISPOSITIONS.items()}
# In the order in which the codes came to be, from 1: a new one is added at the end.
_REASONS = (
    ReasonCode.SUPERIOR_TARGET,
    ReasonCode.ALREADY_IN_DRAFT,
    ReasonCode.OUTSIDE_COMPETENCE,
    ReasonCode.NOT_FEASIBLE_YET,
    ReasonCode.OUT_OF_SCOPE,
    ReasonCode.DUPLICATE,
    ReasonCode.CONFLICT,
    ReasonCode.OTHER,
)
_SEVERAL = "x"  # the comments of the row were decided in different ways
_ANSWER, _COMMENT, _STANDING = 8, 6, 6  # signs of each hash
_MARK = re.compile(
    rf"(?P<key>r[0-9a-f]{{16}})(?:_(?P<answer>[a-z2-7]{{{_ANSWER}}})(?P<comment>[a-z2-7]{{{_COMMENT}}})"
    rf"(?P<standing>[a-z2-7]{{{_STANDING}}})(?P<disposition>[apenox])(?P<reason>[0-9]))?"
)


def mark_of(row: Row, *, answer: str, comment: str) -> str:
    """The mark of a row; `answer` and `comment` are its cells in the form that an edit is told by."""
    made = (
        digest(answer)[:_ANSWER],
        digest(comment)[:_COMMENT],
        standing(decisions_of(row))[:_STANDING],
        _SEVERAL if is_mixed(row) else _DISPOSITIONS[row.disposition],
        str(_REASONS.index(ReasonCode(row.reason)) + 1 if row.reason in [*ReasonCode] else 0),
    )
    return f"{row_key(row)}_{''.join(made)}"


def read_mark(text: str) -> RowMark | None:
    """The mark that `text` is, in whatever letter case; None for something else.

    One of a table of before there were more than names has the name alone.
    """
    found = _MARK.fullmatch(text.strip().lower())
    if found is None:
        return None
    if found["answer"] is None:
        return RowMark(found["key"])
    reason = int(found["reason"])
    return RowMark(
        found["key"],
        found["answer"],
        found["comment"],
        found["standing"],
        _OF_CODE.get(found["disposition"], Disposition.PENDING),
        _REASONS[reason - 1] if 0 < reason <= len(_REASONS) else None,
        several=found["disposition"] == _SEVERAL,
    )


def decisions_of(row: Row) -> Mapping[str, Decision]:
    """What was decided of the comments of a row, by their keys."""
    keys = dict(zip(row.comments, row.keys or row.comments, strict=True))
    return {keys[id]: each.decision for each in row.settled for id in each.comments}


def is_mixed(row: Row) -> bool:
    """Whether the comments of a row were decided in different ways, or some of them only."""
    return bool(row.settled) and (len(row.settled) > 1 or bool(row.open))
