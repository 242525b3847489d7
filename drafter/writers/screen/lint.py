"""What the terminal shows of the faults of a draft."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Draft, Finding, Severity
from drafter.wording.findings import finding_words
from drafter.wording.messages import say


def lint_view(findings: Sequence[Finding], draft: Draft, lang: str) -> RenderableType:
    """One row for each finding: how grave, which rule, where, what."""
    if not findings:
        return Text(say("lint.none", lang))
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    title = say(
        "lint.title", lang, errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )  # fmt: skip
    table = Table(title=title, title_justify="left", expand=True)
    for key, ratio in (
        ("lint.severity", 2),
        ("lint.rule", 3),
        ("diff.clause-column", 4),
        ("lint.message", 8),
    ):
        table.add_column(say(key, lang), overflow="fold", ratio=ratio)
    for finding in findings:
        place = draft.by_id[finding.clause].locator if finding.clause else ""
        table.add_row(
            say(f"severity.{finding.severity}", lang), finding.rule, place, finding_words(finding, lang)
        )
    return table
