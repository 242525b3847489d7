"""What the terminal shows of readiness: the days left, then what stands against handing in, by code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Draft, Readiness, Severity
from drafter.wording.check import check_words, counts_words, deadline_words
from drafter.wording.messages import say
from drafter.wording.names import draft_name
from drafter.writers.screen.shared import with_id

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "dim"}


def check_view(found: Readiness, drafts: Sequence[Draft], lang: str, *, ids: bool = False) -> RenderableType:
    """One row for each finding: how grave, of what kind, what; with `ids` the codes too."""
    lines: list[RenderableType] = []
    if told := deadline_words(found, lang):
        lines.append(Text(told))
    name = draft_name(found.draft, lang)
    if found.ready:
        lines.append(Text(say("check.ready", lang, draft=name)))
    if not found.findings:
        return Group(*lines)
    title = say("check.title", lang, draft=name, counts=counts_words(found, lang))
    table = Table(title=title, title_justify="left", title_style="bold", expand=True)
    table.add_column(say("lint.severity", lang), ratio=2, overflow="fold")
    table.add_column(say("check.column.code", lang), ratio=4, overflow="fold")
    table.add_column(say("check.column.message", lang), ratio=12, overflow="fold")
    for code, group in groupby(found.findings, key=lambda finding: finding.code):
        for finding in group:
            severity = Text(say(f"severity.{finding.severity}", lang), style=_STYLES[finding.severity])
            named = with_id(say(f"check.code.{code}", lang), code, ids)
            table.add_row(severity, named, check_words(finding, drafts, lang))
        table.add_section()
    return Group(*lines, table)
