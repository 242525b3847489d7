"""Every document by its name, which is that of its command."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.writers.issues import IssueDocument
from drafter.writers.json.agencies import AgenciesDocument
from drafter.writers.json.check import CheckDocument
from drafter.writers.json.comments import CommentsDocument
from drafter.writers.json.decisions import DecisionsDocument, LogDocument, SnapshotsDocument
from drafter.writers.json.diff import DiffDocument
from drafter.writers.json.encoding import JsonObject
from drafter.writers.json.evidence import EvidenceDocument
from drafter.writers.json.installed import DoctorDocument
from drafter.writers.json.ledger import LedgerDocument
from drafter.writers.json.link import LinkDocument
from drafter.writers.json.lint import LintDocument
from drafter.writers.json.merge import MergeDocument
from drafter.writers.json.outline import OutlineDocument
from drafter.writers.json.returned import ImportDocument
from drafter.writers.json.show import ShowDocument
from drafter.writers.json.table import TableDocument
from drafter.writers.json.targets import TargetsDocument
from drafter.writers.json.tasks import TasksDocument
from drafter.writers.json.three import ThreeDocument

DOCUMENTS: Mapping[str, type[JsonObject]] = {
    "outline": OutlineDocument,
    "targets": TargetsDocument,
    "ledger": LedgerDocument,
    "tasks": TasksDocument,
    "diff": DiffDocument,
    "three": ThreeDocument,
    "merge": MergeDocument,
    "comments": CommentsDocument,
    "link": LinkDocument,
    "evidence": EvidenceDocument,
    "table": TableDocument,
    "issues": IssueDocument,
    "agencies": AgenciesDocument,
    "import": ImportDocument,
    "decisions": DecisionsDocument,
    "show": ShowDocument,
    "log": LogDocument,
    "snapshots": SnapshotsDocument,
    "lint": LintDocument,
    "check": CheckDocument,
    "doctor": DoctorDocument,
}
