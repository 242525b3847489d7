"""The contract's JSON of what is proved and consolidated: evidence, ledger, merge."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import (
    Clash,
    Conflict,
    Consolidated,
    Draft,
    Evidence,
    LedgerRow,
    SilentChange,
)
from drafter.writers.json.contract import Json, measure


def evidence(found: Sequence[Evidence], silent: Sequence[SilentChange], conflicts: Sequence[Clash]) -> Json:
    return {
        "evidence": [
            {
                "comment": one.comment,
                "draft": one.draft,
                "verdict": one.verdict,
                "measures": [
                    {"name": m.name, "before": m.before, "after": m.after, "unit": m.unit}
                    for m in one.measures
                ],
                "clauses": list(one.clauses),
                "segments": [[segment.op, segment.text] for segment in one.segments],
            }
            for one in found
        ],
        "silent": [
            {
                "old": list(one.old),
                "new": list(one.new),
                "segments": [[segment.op, segment.text] for segment in one.segments],
                "weight": one.weight,
                "why": list(one.why),
            }
            for one in silent
        ],
        "conflicts": [
            {"comments": list(one.comments), "clause": one.clause, "why": one.why} for one in conflicts
        ],
    }


def ledger(rows: Sequence[LedgerRow], drafts: Sequence[Draft]) -> Json:
    return {
        "drafts": [{"path": draft.path, "number": draft.number} for draft in drafts],
        "ledger": [
            {
                "indicator": row.indicator,
                "entries": [
                    None
                    if entry is None
                    else {
                        "draft": entry.draft,
                        "target": entry.target.id,
                        "clause": entry.target.clause,
                        "deadline": entry.target.deadline,
                        "measures": [measure(one) for one in entry.target.measures],
                        "others": [
                            {"clause": other.clause, "measures": [measure(m) for m in other.measures]}
                            for other in entry.others
                        ],
                    }
                    for entry in row.entries
                ],
                "comments": list(row.comments),
            }
            for row in rows
        ],
    }


def merge(made: Consolidated, base: Draft, copies: Sequence[Draft]) -> Json:
    return {
        "base": {"path": base.path, "number": base.number},
        "copies": [
            {
                "path": copy.path,
                "agency": share.author,
                "insertions": share.insertions,
                "deletions": share.deletions,
                "comments": share.comments,
            }
            for copy, share in zip(copies, made.shares, strict=True)
        ],
        "conflicts": [_conflict(one, base) for one in made.conflicts],
        "agreed": [_conflict(one, base) for one in made.agreed],
    }


def _conflict(conflict: Conflict, base: Draft) -> Json:
    clause = base.at(conflict.paragraph)
    return {
        "clause": clause and clause.id,
        "old": conflict.old,
        "proposals": [{"agency": one.author, "new": one.text} for one in conflict.proposals],
    }
