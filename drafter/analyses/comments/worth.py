"""Worth: which of the statements in a file want an answer of their own."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Stance

from .items import is_remainder
from .reading import stance_of
from .tables import Statement


def answerable(statements: Sequence[Statement], issuer: str) -> list[Statement]:
    """Without an agency's "the rest is fine" beside other comments; several agreements alone count as the
    first."""
    by_agency: dict[str, list[Statement]] = {}
    for statement in statements:
        by_agency.setdefault(statement.agency or issuer, []).append(statement)
    kept = {id(statement) for said in by_agency.values() for statement in _worth_answers(said)}
    return [statement for statement in statements if id(statement) in kept]


def _worth_answers(said: Sequence[Statement]) -> list[Statement]:
    stances = [stance_of(r.words, r.proposal) for r in said]
    if all(stance is Stance.AGREEMENT for stance in stances):
        return list(said[:1])
    return [r for r in said if not is_remainder(r.told or r.body.norm.text[r.start : r.end], r.cited)]
