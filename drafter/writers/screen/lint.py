"""What the terminal shows of the faults of a draft."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Draft, Finding, Severity
from drafter.wording.findings import finding_words
from drafter.wording.messages import say
from drafter.wording.names import place


def lint_view(findings: Sequence[Finding], draft: Draft, lang: str, *, ids: bool = False) -> RenderableType:
    """One row for each finding: how grave, where, what; with `ids` also the rule as drafter.toml names it."""
    if not findings:
        return Text(say("lint.none", lang))
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    title = say(
        "lint.title", lang, errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )  # fmt: skip
    table = Table(title=title, title_justify="left", expand=True)
    columns = [("lint.severity", 2), ("diff.clause-column", 4), ("lint.message", 8)]
    for key, ratio in [*columns, ("lint.rule", 3)] if ids else columns:
        table.add_column(say(key, lang), overflow="fold", ratio=ratio)
    for finding in findings:
        where = place([finding.clause], draft) if finding.clause else ""
        severity = say(f"severity.{finding.severity}", lang)
        table.add_row(severity, where, finding_words(finding, lang), *[finding.rule] * ids)
    return table
