"""Targets: the register of chỉ tiêu of a draft, with measures, counts and findings.

`targets(draft)` reads the target section clause by clause, the target tables of the annexes row by
row, and everywhere else the sentences that commit to a value; it then says which entries are
one target in two places. Statistics of the current state are never entries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.model import Draft, Register, Target

from .body import of_the_body
from .declared import declarations
from .findings import findings
from .rows import of_the_annexes
from .sameness import same

NONE = "none"


def targets(draft: Draft) -> Register:
    """The register of `draft`. Ids run `t1`, `t2` … in the order of the clauses, body before annexes."""
    order = {clause.id: clause.order for clause in draft.clauses}
    body = sorted(of_the_body(draft), key=lambda target: order[target.clause])
    rows = sorted(of_the_annexes(draft), key=lambda target: order[target.clause])
    numbered = [replace(target, id=f"t{at}") for at, target in enumerate((*body, *rows), start=1)]
    found = same(numbered[: len(body)], numbered[len(body) :])
    counts = _counts(found)
    stated = tuple(declarations(draft))
    declared: dict[str, int] = {}
    for statement in stated:
        declared.setdefault(statement.key, statement.count)
    return Register(found, counts, declared, findings(draft, found, counts, stated))


def _counts(found: Sequence[Target]) -> dict[str, int]:
    """Targets at their first place by deadline, "none" last."""
    by_year = Counter(target.deadline for target in found if target.same_as is None)
    years = sorted(year for year in by_year if year is not None)
    counts = {str(year): by_year[year] for year in years}
    return counts | ({NONE: by_year[None]} if None in by_year else {})
