"""Findings of lint and of check as SARIF 2.1.0, which editors and CI can show."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import UNSET, UnsetType

from drafter import __version__
from drafter.language.lexicons import LintRule
from drafter.model import CheckCode, CheckFinding, Draft, Finding, Readiness, Severity
from drafter.wording.check import check_words
from drafter.wording.findings import finding_words
from drafter.writers.json.encoding import JsonObject

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLAIN = frozenset(string.ascii_letters + string.digits + "/-._~")

Level = Literal["error", "warning", "note"]
_LEVELS: Mapping[Severity, Level] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


class SarifObject(JsonObject, frozen=True, rename="camel"):
    """An object with the names of the standard."""


class SarifConfiguration(SarifObject, frozen=True):
    level: Level


class SarifRule(SarifObject, frozen=True):
    id: str
    default_configuration: SarifConfiguration


class SarifDriver(SarifObject, frozen=True):
    name: str
    version: str
    rules: tuple[SarifRule, ...]


class SarifTool(SarifObject, frozen=True):
    driver: SarifDriver


class SarifArtifact(SarifObject, frozen=True):
    uri: str


class SarifPhysicalLocation(SarifObject, frozen=True):
    artifact_location: SarifArtifact


class SarifLogicalLocation(SarifObject, frozen=True):
    """A clause: its locator and its id."""

    name: str
    fully_qualified_name: str


class SarifLocation(SarifObject, frozen=True):
    physical_location: SarifPhysicalLocation
    logical_locations: tuple[SarifLogicalLocation, ...] | UnsetType = UNSET


class SarifMessage(SarifObject, frozen=True):
    text: str


class SarifResult(SarifObject, frozen=True):
    rule_id: str
    level: Level
    message: SarifMessage
    locations: tuple[SarifLocation, ...]


class SarifRun(SarifObject, frozen=True):
    tool: SarifTool
    column_kind: Literal["unicodeCodePoints"]
    results: tuple[SarifResult, ...]


class SarifDocument(JsonObject, frozen=True, rename={"schema": "$schema"}):
    """One run: every rule, every finding with its file and clause."""

    schema: str
    version: Literal["2.1.0"]
    runs: tuple[SarifRun, ...]


def sarif(findings: Sequence[Finding], draft: Draft, rules: Sequence[LintRule], lang: str) -> SarifDocument:
    """The findings of lint."""
    named = {rule.id: rule.severity for rule in rules}
    return _document(named, [_result(finding, draft, lang) for finding in findings])


def check_sarif(
    found: Readiness, drafts: Sequence[Draft], severities: Mapping[CheckCode, Severity], lang: str
) -> SarifDocument:
    """What stands against handing in; the rules are the codes, with the gravest severity of each."""
    by_path = {draft.path: draft for draft in drafts}
    results = [
        SarifResult(
            rule_id=finding.code,
            level=_LEVELS[finding.severity],
            message=SarifMessage(text=check_words(finding, drafts, lang)),
            locations=tuple(_places(finding, found.draft, by_path)),
        )
        for finding in found.findings
    ]
    return _document({code.value: severity for code, severity in severities.items()}, results)


def _document(rules: Mapping[str, Severity], results: Sequence[SarifResult]) -> SarifDocument:
    named = tuple(_rule(id, severity) for id, severity in rules.items())
    run = SarifRun(
        tool=SarifTool(driver=SarifDriver(name="drafter", version=__version__, rules=named)),
        column_kind="unicodeCodePoints",
        results=tuple(results),
    )
    return SarifDocument(schema=_SCHEMA, version="2.1.0", runs=(run,))


def _rule(id: str, severity: Severity) -> SarifRule:
    return SarifRule(id=id, default_configuration=SarifConfiguration(level=_LEVELS[severity]))


def _result(finding: Finding, draft: Draft, lang: str) -> SarifResult:
    return SarifResult(
        rule_id=finding.rule,
        level=_LEVELS[finding.severity],
        message=SarifMessage(text=finding_words(finding, lang)),
        locations=(_location(finding, draft),),
    )


def _location(finding: Finding, draft: Draft) -> SarifLocation:
    file = _file(draft.path)
    if finding.clause is None:
        return SarifLocation(physical_location=file)
    return SarifLocation(physical_location=file, logical_locations=(_clause(draft, finding.clause),))


def _places(finding: CheckFinding, newest: Draft, drafts: Mapping[str, Draft]) -> Iterator[SarifLocation]:
    """The letters of the comments, and the clauses of the draft; the newest draft where there is neither."""
    for path in dict.fromkeys(comment.path for comment in finding.comments if comment.path):
        yield SarifLocation(physical_location=_file(f"comments/{path}"))
    draft = drafts.get(finding.draft or "")
    if draft is not None or not finding.comments:
        at = draft or newest
        clauses = tuple(_clause(at, id) for id in finding.clauses if id in at.by_id)
        yield SarifLocation(physical_location=_file(at.path), logical_locations=clauses or UNSET)


def _file(path: str) -> SarifPhysicalLocation:
    return SarifPhysicalLocation(artifact_location=SarifArtifact(uri=_uri(path)))


def _clause(draft: Draft, id: str) -> SarifLogicalLocation:
    return SarifLogicalLocation(name=draft.by_id[id].locator, fully_qualified_name=id)


def _uri(path: str) -> str:
    """A path as a relative URI: other bytes than letters, digits and `/-._~` as `%C3`."""
    return "".join(
        chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}"
        for byte in path.replace("\\", "/").encode("utf-8", "surrogateescape")
    )
