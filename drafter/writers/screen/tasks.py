"""What the terminal shows of the register of tasks."""

from __future__ import annotations

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import TaskRegister
from drafter.wording.messages import say
from drafter.writers.screen.shared import shortened


def tasks_view(register: TaskRegister, lang: str) -> RenderableType:
    """One table per group: task, lead, partners, deadline, targets served."""
    views: list[RenderableType] = []
    for no, group in enumerate(register.groups, 1):
        table = Table(title=f"{no}. {group.title}", title_justify="left", expand=True)
        for column, ratio in (
            ("clause", 2),
            ("task", 6),
            ("lead", 3),
            ("partners", 3),
            ("deadline", 2),
            ("served", 2),
        ):
            table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
        for task in group.tasks:
            lead, partners = ", ".join(task.lead), ", ".join(task.partners)
            table.add_row(
                task.clause,
                shortened(task.text, 160),
                lead,
                partners,
                task.deadline or "",
                ", ".join(task.targets),
            )
        views.append(table)
    if register.unserved:
        views.append(Text(say("screen.unserved", lang, targets=", ".join(register.unserved))))
    return Lines(*views)
