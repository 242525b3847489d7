"""Findings of lint as JSON and as SARIF 2.1.0, which editors and CI can show."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence

from drafter import __version__
from drafter.model import Draft, Finding, Severity
from drafter.wording.messages import say
from drafter.writers.json.contract import Json

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_OWN = "lint."
_PLAIN = frozenset(string.ascii_letters + string.digits + "/-._~")


def message(finding: Finding, lang: str) -> str:
    """What is wrong, in a sentence."""
    data = dict(finding.data)
    if "side" in data:
        data["side"] = say(f"side.{data['side']}", lang)
    try:
        return say(f"{_OWN}{finding.rule}", lang, **data)
    except KeyError:  # a finding of the register of targets has its sentence there
        return say(f"finding.{finding.rule}", lang, clause=finding.clause, **finding.data)


def as_json(findings: Sequence[Finding], draft: Draft, lang: str) -> Json:
    return {
        "draft": {"path": draft.path, "number": draft.number},
        "findings": [
            {
                "rule": one.rule,
                "severity": one.severity,
                "clause": one.clause,
                "locator": draft.by_id[one.clause].locator if one.clause else None,
                "message": message(one, lang),
                "data": dict(one.data),
            }
            for one in findings
        ],
        "counts": {severity: sum(one.severity is severity for one in findings) for severity in Severity},
    }


def as_sarif(
    findings: Sequence[Finding], draft: Draft, rules: Sequence[Mapping[str, object]], lang: str
) -> Json:
    """One run: every rule, every finding with its file and clause."""
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "drafter",
                        "version": __version__,
                        "rules": [
                            {
                                "id": rule["id"],
                                "defaultConfiguration": {"level": _LEVELS[Severity(str(rule["severity"]))]},
                            }
                            for rule in rules
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(one, draft, lang) for one in findings],
            }
        ],
    }


def _result(one: Finding, draft: Draft, lang: str) -> Json:
    location: Json = {"physicalLocation": {"artifactLocation": {"uri": _uri(draft.path)}}}
    if one.clause is not None:
        place = {"name": draft.by_id[one.clause].locator, "fullyQualifiedName": one.clause}
        location["logicalLocations"] = [place]
    return {
        "ruleId": one.rule,
        "level": _LEVELS[one.severity],
        "message": {"text": message(one, lang)},
        "locations": [location],
    }


def _uri(path: str) -> str:
    """A path as a relative URI: other bytes than letters, digits and `/-._~` as `%C3`."""
    return "".join(
        chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in path.replace("\\", "/").encode()
    )
