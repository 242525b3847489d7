"""Tasks: groups of nhiệm vụ with who leads, who co-operates, by when, and which targets they serve.

Groups come from the body's task section; the rows of annex task tables give their lead and date
to the body's tasks, join the group they repeat, and make groups of their own only where the
body has none.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Draft, Register, TaskGroup, TaskRegister

from .groups import of_the_body
from .merging import merged
from .rows import of_the_annexes
from .serving import Served

__all__ = ["tasks"]


def tasks(draft: Draft, register: Register) -> TaskRegister:
    """The task groups of `draft` in order, with the targets of `register` that each serves."""
    served = Served(draft, register)
    groups = [_serving(group, served) for group in merged(of_the_body(draft), of_the_annexes(draft))]
    reached = {target for group in groups for target in group.targets}
    unserved = tuple(t.id for t in register.targets if t.same_as is None and t.id not in reached)
    return TaskRegister(tuple(groups), unserved)


def _serving(group: TaskGroup, served: Served) -> TaskGroup:
    found = tuple(replace(task, targets=served.by(task.text, task.clause)) for task in group.tasks)
    own = served.by(group.title, group.clause)
    ids = dict.fromkeys((*own, *(target for task in found for target in task.targets)))
    return replace(group, tasks=found, targets=tuple(sorted(ids, key=served.order)))
