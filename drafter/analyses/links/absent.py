"""Absent: places that a comment cites and that its draft does not have.

Hard cases: "bổ sung Điều 9" asks for a place that is to come; where quoted words overrule a wrong citation
the reason says so; a page, a named section, or a place that others are measured by is no such place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.language.lexicon import cue
from drafter.language.locators import Step, as_cited, write_locator
from drafter.language.references import words_before
from drafter.model import Comment, Kind, LinkedClause, Manner, Reference

from .query import Query

_NUMBERED = frozenset(
    (
        Kind.ANNEX,
        Kind.PART,
        Kind.CHAPTER,
        Kind.SECTION,
        Kind.SUBSECTION,
        Kind.ARTICLE,
        Kind.PARAGRAPH,
        Kind.POINT,
    )
)


def absent(query: Query, clauses: Sequence[LinkedClause]) -> tuple[str, ...]:
    """The citations that name no place of the draft, as they are printed, each once."""
    overruled = {
        word
        for clause in clauses
        for reason in clause.reasons
        if reason.manner is Manner.OVERRULED
        for word in reason.words
    }
    found = [one for one in query.references if _is_absent(query.comment, one)]
    several = Counter(one.text for one in query.references)
    told = (_alone(one) if several[one.text] > 1 else one.text for one in found if one.text not in overruled)
    return tuple(dict.fromkeys(told))


def _alone(one: Reference) -> str:
    """One of several places that a citation names together: "Điều 9" of "Điều 9 và khoản 3 Điều 2"."""
    steps = [Step(Kind(unit), label) for unit, label in reversed(one.locators[0].parts)]
    return as_cited(write_locator(steps))


def _is_absent(comment: Comment, one: Reference) -> bool:
    if one.exists is not False or one.act is not None or one.measure or one.second:
        return False
    if not all(unit in _NUMBERED for locator in one.locators for unit, _ in locator.parts):
        return False
    text = comment.text if one in comment.references else comment.cited
    return cue("citations", "before", "to_come").search(words_before(one, text)) is None
