"""What the terminal shows of the register of targets."""

from __future__ import annotations

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Register
from drafter.wording.findings import finding_words
from drafter.wording.measures import measure_words
from drafter.wording.messages import say


def targets_view(register: Register, lang: str) -> RenderableType:
    """One row per target at its first place, then counts and findings."""
    table = Table(title=say("screen.targets", lang), title_justify="left", expand=True)
    for column in ("clause", "indicator", "measures", "deadline"):
        table.add_column(say(f"screen.{column}", lang), overflow="fold")
    for target in register.targets:
        if target.same_as is None:
            measures = "; ".join(measure_words(measure, lang) for measure in target.measures)
            table.add_row(target.clause, target.indicator, measures, str(target.deadline or ""))
    counts = [_count_line(key, register, lang) for key in sorted({*register.counts, *register.declared})]
    findings = [
        Text(f"{say(f'severity.{finding.severity}', lang)} [{finding.rule}] " + finding_words(finding, lang))
        for finding in register.findings
    ]
    return Lines(table, *counts, *findings)


def _count_line(key: str, register: Register, lang: str) -> Text:
    counted, declared = register.counts.get(key, 0), register.declared.get(key)
    name = say("screen.no-deadline", lang) if key == "none" else key
    line = Text(say("screen.count", lang, key=name, count=counted))
    if declared is not None:
        agrees = declared == counted
        line.append(
            " " + say("screen.declared", lang, count=declared), style="green" if agrees else "bold red"
        )
    return line
