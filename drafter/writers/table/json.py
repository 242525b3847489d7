"""The table as the contract's JSON."""

from __future__ import annotations

from drafter.model import Disposition, Row, Table
from drafter.writers.files import SEAL
from drafter.writers.json.contract import Json, dumps
from drafter.writers.table.frame import answered, dispositions
from drafter.writers.table.layout import Layout


def table_json(table: Table, layout: Layout, lang: str, *, provenance: bool) -> bytes:
    """One document; the same whatever layout or language other formats have."""
    del layout, lang, provenance
    return (dumps(as_dict(table)) + "\n").encode()


def as_dict(table: Table) -> Json:
    balance, counts = table.balance, dispositions(table.rows)
    return {
        "rows": [_row(row, proof=table.proof) for row in table.rows],
        "agreements": [
            {
                "agency": one.agency,
                "letter": one.letter,
                "date": one.date and one.date.isoformat(),
                "by_silence": one.by_silence,
            }
            for one in table.agreements
        ],
        "silent": list(table.silent),
        "balance": {
            "files": balance.files,
            "understood": balance.understood,
            "problems": balance.problems,
            "comments_read": balance.comments_read,
            "comments_in_rows": balance.comments_in_rows,
            "agreements": balance.agreements,
            "agencies": balance.agencies,
            "agencies_commented": balance.agencies_commented,
            "agencies_agreed": balance.agencies_agreed,
            "agencies_silent": balance.agencies_silent,
            "closes": balance.closes,
        },
        "summary": {
            "agencies_asked": table.asked,
            "agencies_answered": answered(table),
            "agencies_agreed": balance.agencies_agreed,
            "comments": balance.comments_in_rows,
            **{key.value: counts[key] for key in Disposition},
        },
        "inputs": [{"path": path, "sha256": digest} for path, digest in table.inputs],
        "content_hash": SEAL,
    }


def _row(row: Row, *, proof: bool) -> Json:
    return {
        "no": row.no,
        "clause": row.clause,
        "heading": row.heading or None,
        "locator": row.locator or None,
        "agency": "; ".join(row.agencies),
        "agencies": list(row.agencies),
        "comment": row.text,
        "comments": list(row.comments),
        "draft": row.draft,
        "disposition": row.disposition,
        "reason": row.reason or None,
        "response": row.response or None,
        "where": row.where or None,
        "evidence": row.evidence or None,
        **({"before": row.before, "after": row.after, "changed": row.changed} if proof else {}),
        "decided_by": row.decided_by,
        "decided_at": row.decided_at,
    }
