"""`drafter check --json`: what stands against handing in."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec

from drafter.model import CheckCode, CheckFinding, Draft, Finding, Readiness, Severity
from drafter.wording.check import check_words
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import DraftNameJson, draft_name, facts


class CheckedCommentJson(JsonObject, frozen=True):
    """A comment that a finding is about; `path` relative to comments/."""

    no: int | None
    key: str
    agency: str
    path: str


class CheckFindingJson(JsonObject, frozen=True):
    """What was found; `draft` is the path of the draft that shows it, `clauses` are ids there, `data` holds
    the facts that the message is made from."""

    code: CheckCode
    severity: Severity
    message: str
    comments: tuple[CheckedCommentJson, ...]
    agency: str
    draft: str | None
    clauses: tuple[str, ...]
    data: dict[str, Any]


class CheckDocument(JsonObject, frozen=True):
    """Whether the newest draft can be handed in on the day `today`: nothing but infos stand against it."""

    draft: DraftNameJson
    today: datetime.date
    deadline: datetime.date | None
    days_left: int | None
    ready: bool
    findings: tuple[CheckFindingJson, ...]
    counts: dict[CheckCode, int]


def check(found: Readiness, drafts: Sequence[Draft], lang: str) -> CheckDocument:
    return CheckDocument(
        draft=draft_name(found.draft),
        today=found.today,
        deadline=found.deadline,
        days_left=found.days_left,
        ready=found.ready,
        findings=tuple(_finding(finding, drafts, lang) for finding in found.findings),
        counts={code: sum(finding.code is code for finding in found.findings) for code in CheckCode},
    )


def _finding(finding: CheckFinding, drafts: Sequence[Draft], lang: str) -> CheckFindingJson:
    message = check_words(finding, drafts, lang)
    return like(CheckFindingJson, finding, message=message, data=_data(finding))


def _data(finding: CheckFinding) -> dict[str, Any]:
    fault = finding.facts.get("finding")
    if isinstance(fault, Finding):
        return {"rule": fault.rule, **facts(fault)}
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(dict(finding.facts)))  # arrays for tuples
    return plain
