"""`drafter targets --json`: the register of targets, their counts, and what is wrong with them."""

from __future__ import annotations

from drafter.model import Comparator, Finding, Measure, Register, Target
from drafter.wording.findings import finding_words
from drafter.writers.json.encoding import JsonObject, like, number
from drafter.writers.json.shared import FindingJson, facts


class MeasureJson(JsonObject, frozen=True):
    """One figure of a target; `of_change`: it bounds a growth ("tăng tối thiểu 8%")."""

    comparator: Comparator
    value: int | float | None
    value_max: int | float | None
    unit: str | None
    of: str | None
    scope: str | None
    deadline: int | None
    of_change: bool


class TargetJson(JsonObject, frozen=True):
    """One target (chỉ tiêu) as an official counts it; `same_as`: the target's first place, null there."""

    id: str
    clause: str
    indicator: str
    deadline: int | None
    measurable: bool
    text: str
    measures: tuple[MeasureJson, ...]
    same_as: str | None
    scattered: bool


class TargetsDocument(JsonObject, frozen=True):
    """The targets of a draft: `counts` by deadline ("2025", "none"), `declared` what its prose states."""

    targets: tuple[TargetJson, ...]
    counts: dict[str, int]
    declared: dict[str, int]
    findings: tuple[FindingJson, ...]


def targets(register: Register, lang: str) -> TargetsDocument:
    return TargetsDocument(
        targets=tuple(map(_target, register.targets)),
        counts=dict(register.counts),
        declared=dict(register.declared),
        findings=tuple(_finding(finding, lang) for finding in register.findings),
    )


def _target(target: Target) -> TargetJson:
    return like(TargetJson, target, measures=tuple(map(measure, target.measures)))


def measure(measure: Measure) -> MeasureJson:
    value, value_max = number(measure.value), number(measure.value_max)
    return like(MeasureJson, measure, value=value, value_max=value_max)


def _finding(finding: Finding, lang: str) -> FindingJson:
    return like(FindingJson, finding, message=finding_words(finding, lang), data=facts(finding))
