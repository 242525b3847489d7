"""Links as people corrected them: what a person named stands in place of what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.model import Link, LinkedClause, Reason, Scope

_PERSON = Reason("person", ())


Correction = tuple[Scope, tuple[str, ...]]  # how far a comment reaches, the ids of its clauses


def corrected(links: Sequence[Link], named: Mapping[str, Correction]) -> tuple[Link, ...]:
    """`links`, those of the comments in `named` (by id) as it is said there."""
    return tuple(_corrected(link, *named[link.comment]) if link.comment in named else link for link in links)


def _corrected(link: Link, scope: Scope, ids: Sequence[str]) -> Link:
    clauses = tuple(LinkedClause(id, 1.0, True, (_PERSON,)) for id in ids)
    return Link(link.comment, scope, clauses, 1.0, review=False)
