"""`drafter tasks --json`: groups of tasks, who leads each, by when, which targets it serves."""

from __future__ import annotations

from drafter.model import Task, TaskGroup, TaskRegister
from drafter.writers.json.encoding import JsonObject


class TaskJson(JsonObject, frozen=True):
    """A task: its clause, the agencies that lead and take part, its deadline as printed, ids of targets."""

    clause: str
    text: str
    lead: tuple[str, ...]
    partners: tuple[str, ...]
    deadline: str | None
    targets: tuple[str, ...]


class TaskGroupJson(JsonObject, frozen=True):
    """A group of tasks under the clause that heads it; `targets` that the group as a whole serves."""

    clause: str
    title: str
    targets: tuple[str, ...]
    tasks: tuple[TaskJson, ...]


class TasksDocument(JsonObject, frozen=True):
    """The tasks of a draft; `unserved`: ids of targets that no task serves."""

    groups: tuple[TaskGroupJson, ...]
    unserved: tuple[str, ...]


def tasks(register: TaskRegister) -> TasksDocument:
    return TasksDocument(groups=tuple(map(_group, register.groups)), unserved=register.unserved)


def _group(group: TaskGroup) -> TaskGroupJson:
    return TaskGroupJson(
        clause=group.clause,
        title=group.title,
        targets=group.targets,
        tasks=tuple(map(_task, group.tasks)),
    )


def _task(task: Task) -> TaskJson:
    return TaskJson(
        clause=task.clause,
        text=task.text,
        lead=task.lead,
        partners=task.partners,
        deadline=task.deadline,
        targets=task.targets,
    )
