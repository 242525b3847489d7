"""Links as people corrected them: the clauses that a person named stand in place of those that were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.model import Link, LinkedClause, Reason, Scope

_PERSON = Reason("person", ())


def corrected(links: Sequence[Link], clauses: Mapping[str, Sequence[str]]) -> tuple[Link, ...]:
    """`links`, those of the comments in `clauses` (by id) on the clauses named there."""
    return tuple(
        _corrected(link, clauses[link.comment]) if link.comment in clauses else link for link in links
    )


def _corrected(link: Link, ids: Sequence[str]) -> Link:
    named = tuple(LinkedClause(id, 1.0, True, (_PERSON,)) for id in ids)
    return Link(link.comment, Scope.CLAUSES, named, 1.0, review=False)
