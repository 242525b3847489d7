"""`drafter tasks --json`: groups of tasks, who leads each, by when, which targets it serves."""

from __future__ import annotations

from drafter.model import TaskRegister
from drafter.writers.json.encoding import JsonObject, like


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
    return like(TasksDocument, register)
