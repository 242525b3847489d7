"""What the terminal shows of the register of targets."""

from __future__ import annotations

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Draft, Register
from drafter.wording.findings import finding_words
from drafter.wording.measures import measure_words
from drafter.wording.messages import say
from drafter.wording.names import place
from drafter.writers.screen.shared import with_id


def targets_view(draft: Draft, register: Register, lang: str, *, ids: bool = False) -> RenderableType:
    """One row per target at its first place, then counts and findings."""
    table = Table(title=say("screen.targets", lang), title_justify="left", expand=True)
    for column in ("clause", "indicator", "measures", "deadline"):
        table.add_column(say(f"screen.{column}", lang), overflow="fold")
    for target in register.targets:
        if target.same_as is None:
            measures = "; ".join(measure_words(measure, lang, target.text) for measure in target.measures)
            where = with_id(place([target.clause], draft), target.clause, ids)
            table.add_row(where, target.indicator, measures, str(target.deadline or ""))
    counts = [_count_line(key, register, lang) for key in sorted({*register.counts, *register.declared})]
    findings = [
        Text(
            with_id(
                f"{say(f'severity.{found.severity}', lang)}: {finding_words(found, lang)}", found.rule, ids
            )
        )
        for found in register.findings
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
