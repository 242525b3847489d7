"""Findings of lint as SARIF 2.1.0, which editors and CI can show."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import UNSET, UnsetType

from drafter import __version__
from drafter.language.lexicons import LintRule
from drafter.model import Draft, Finding, Severity
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
    driver = SarifDriver(name="drafter", version=__version__, rules=tuple(map(_rule, rules)))
    run = SarifRun(
        tool=SarifTool(driver=driver),
        column_kind="unicodeCodePoints",
        results=tuple(_result(finding, draft, lang) for finding in findings),
    )
    return SarifDocument(schema=_SCHEMA, version="2.1.0", runs=(run,))


def _rule(rule: LintRule) -> SarifRule:
    return SarifRule(id=rule.id, default_configuration=SarifConfiguration(level=_LEVELS[rule.severity]))


def _result(finding: Finding, draft: Draft, lang: str) -> SarifResult:
    return SarifResult(
        rule_id=finding.rule,
        level=_LEVELS[finding.severity],
        message=SarifMessage(text=finding_words(finding, lang)),
        locations=(_location(finding, draft),),
    )


def _location(finding: Finding, draft: Draft) -> SarifLocation:
    file = SarifPhysicalLocation(artifact_location=SarifArtifact(uri=_uri(draft.path)))
    if finding.clause is None:
        return SarifLocation(physical_location=file)
    clause = draft.by_id[finding.clause]
    named = SarifLogicalLocation(name=clause.locator, fully_qualified_name=clause.id)
    return SarifLocation(physical_location=file, logical_locations=(named,))


def _uri(path: str) -> str:
    """A path as a relative URI: other bytes than letters, digits and `/-._~` as `%C3`."""
    return "".join(
        chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}"
        for byte in path.replace("\\", "/").encode("utf-8", "surrogateescape")
    )
