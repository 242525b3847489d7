"""What the terminal shows of the register of tasks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Draft, Register, TaskRegister
from drafter.wording.messages import say
from drafter.wording.names import place
from drafter.writers.screen.shared import shortened, with_id

_INDICATOR = 60  # characters of a target that a task serves


def tasks_view(
    draft: Draft, tasks: TaskRegister, register: Register, lang: str, *, ids: bool = False
) -> RenderableType:
    """One table per group: task, lead, partners, deadline, targets served, which `register` names."""
    targets = {target.id: target for target in register.targets}

    def served(wanted: Sequence[str]) -> str:
        return "; ".join(with_id(shortened(targets[id].indicator, _INDICATOR), id, ids) for id in wanted)

    views: list[RenderableType] = []
    for no, group in enumerate(tasks.groups, 1):
        table = Table(title=f"{no}. {group.title}", title_justify="left", expand=True)
        for column, ratio in (
            ("clause", 2),
            ("task", 6),
            ("lead", 3),
            ("partners", 3),
            ("deadline", 2),
            ("served", 3),
        ):
            table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
        for task in group.tasks:
            lead, partners = ", ".join(task.lead), ", ".join(task.partners)
            table.add_row(
                with_id(place([task.clause], draft), task.clause, ids),
                shortened(task.text, 160),
                lead,
                partners,
                task.deadline or "",
                served(task.targets),
            )
        views.append(table)
    if tasks.unserved:
        views.append(Text(say("screen.unserved", lang, targets=served(tasks.unserved))))
    return Lines(*views)
