"""Cited: what the places of a row and of an answer are called, each as it is found in the draft."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.locators import basis_part
from drafter.model import Clause, Draft, Kind, Role

_UNNUMBERED = {Kind.DASH, Kind.PLUS, Kind.TEXT}


def cited_places(clauses: Sequence[Clause], draft: Draft) -> tuple[str, ...]:
    """The locators of clauses, in the order given; the legal bases, which have no number of their own, are
    named with their part, and all of them as the part alone."""
    bases = {clause.id for clause in clauses if _is_basis(clause)}
    if len(bases) > 1 and bases == {clause.id for clause in draft.clauses if _is_basis(clause)}:
        return tuple(
            dict.fromkeys(basis_part() if _is_basis(clause) else _cited(clause) for clause in clauses)
        )
    return tuple(_cited(clause) for clause in clauses)


def _cited(clause: Clause) -> str:
    if not _is_basis(clause):
        return clause.locator or clause.id
    return ", ".join(filter(None, (clause.locator, basis_part())))


def _is_basis(clause: Clause) -> bool:
    return clause.role is Role.BASIS and clause.parent is None and clause.kind in _UNNUMBERED
