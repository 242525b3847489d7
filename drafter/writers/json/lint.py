"""`drafter lint --json`: measurable faults of a draft's text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from drafter.model import Draft, Finding, Severity
from drafter.wording.findings import finding_words
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import DraftNameJson, draft_name, facts


class LintFindingJson(JsonObject, frozen=True):
    """A measurable fault and its place; `data` holds the facts that its message is made from."""

    rule: str
    severity: Severity
    clause: str | None
    locator: str | None
    message: str
    data: dict[str, Any]


class LintDocument(JsonObject, frozen=True):
    """The faults of a draft, and how many there are of each severity."""

    draft: DraftNameJson
    findings: tuple[LintFindingJson, ...]
    counts: dict[Severity, int]


def lint(findings: Sequence[Finding], draft: Draft, lang: str) -> LintDocument:
    counted = Counter(finding.severity for finding in findings)
    return LintDocument(
        draft=draft_name(draft),
        findings=tuple(_finding(finding, draft, lang) for finding in findings),
        counts={severity: counted[severity] for severity in Severity},
    )


def _finding(finding: Finding, draft: Draft, lang: str) -> LintFindingJson:
    locator = draft.by_id[finding.clause].locator if finding.clause else None
    told = finding_words(finding, lang)
    return like(LintFindingJson, finding, locator=locator, message=told, data=facts(finding))
