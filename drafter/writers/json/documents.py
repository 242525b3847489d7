"""Every document by the name of its command, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from drafter.writers.json.comments import CommentsDocument
from drafter.writers.json.diff import DiffDocument
from drafter.writers.json.encoding import JsonObject
from drafter.writers.json.evidence import EvidenceDocument
from drafter.writers.json.ledger import LedgerDocument
from drafter.writers.json.link import LinkDocument
from drafter.writers.json.lint import LintDocument
from drafter.writers.json.merge import MergeDocument
from drafter.writers.json.outline import OutlineDocument
from drafter.writers.json.table import TableDocument
from drafter.writers.json.targets import TargetsDocument
from drafter.writers.json.tasks import TasksDocument

DOCUMENTS: Mapping[str, type[JsonObject]] = {
    "outline": OutlineDocument,
    "targets": TargetsDocument,
    "ledger": LedgerDocument,
    "tasks": TasksDocument,
    "diff": DiffDocument,
    "merge": MergeDocument,
    "comments": CommentsDocument,
    "link": LinkDocument,
    "evidence": EvidenceDocument,
    "table": TableDocument,
    "lint": LintDocument,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PARTS = "#/$defs/{name}"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a document, its parts under `$defs`. Raises KeyError."""
    kind = DOCUMENTS[name]
    (own,), parts = _components(kind)
    return {
        "$schema": _DIALECT,
        "title": f"drafter {name}",
        "description": parts[kind.__name__].get("description", ""),
        **own,
        "$defs": parts,
    }


def schemas() -> dict[str, Any]:
    """One JSON Schema of all documents: what any of them is."""
    own, parts = _components(*DOCUMENTS.values())
    return {"$schema": _DIALECT, "title": "drafter", "anyOf": list(own), "$defs": parts}


def _components(*kinds: type[JsonObject]) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    own, parts = msgspec.json.schema_components(kinds, ref_template=_PARTS)
    for part in parts.values():
        # What is written holds every key listed; the contract lets later versions add more.
        part.pop("additionalProperties", None)
    return own, parts
