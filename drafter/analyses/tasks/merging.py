"""Merging: annex groups that repeat the body's join them, so that no group counts twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.indicators import similarity
from drafter.model import Task, TaskGroup

_SAME_TITLE = 0.5
_SAME_PLACE = 0.2  # where both sides have as many groups, the order says the rest
_SAME_TASK = 0.6


def merged(body: Sequence[TaskGroup], annex: Sequence[TaskGroup]) -> tuple[TaskGroup, ...]:
    """The body's groups with what the annex adds, then annex groups that repeat none of them."""
    if not body:
        return tuple(group for group in annex if group.tasks or group.title)
    groups, own = list(body), []
    titled = [group for group in annex if group.title]
    for group in annex:
        place = _place(body, titled, group)
        if place is not None:
            groups[place] = _joined(groups[place], group.tasks)
        elif group.title:
            own.append(group)
        else:
            groups = _spread(groups, group.tasks)
    return (*groups, *own)


def _place(body: Sequence[TaskGroup], titled: Sequence[TaskGroup], group: TaskGroup) -> int | None:
    """Which body group an annex group repeats."""
    if not group.title:
        return None
    scores = [similarity(group.title, other.title) for other in body]
    best = max(range(len(body)), key=lambda i: scores[i])
    if scores[best] >= _SAME_TITLE:
        return best
    if len(titled) == len(body) and scores[titled.index(group)] >= _SAME_PLACE:
        return titled.index(group)
    return None


def _spread(groups: Sequence[TaskGroup], tasks: Sequence[Task]) -> list[TaskGroup]:
    """Rows of a table without group rows, each to the group whose words are nearest."""
    found = list(groups)
    for task in tasks:
        scores = [
            max(
                [
                    similarity(task.text, group.title),
                    *(similarity(task.text, other.text) for other in group.tasks),
                ]
            )
            for group in groups
        ]
        best = max(range(len(scores)), key=lambda i: scores[i])
        found[best] = _joined(found[best], (task,))
    return found


def _joined(group: TaskGroup, rows: Sequence[Task]) -> TaskGroup:
    """A group with the rows: one that repeats a task fills its gaps, the others are tasks more."""
    tasks = list(group.tasks)
    for row in rows:
        scores = [similarity(row.text, task.text) for task in group.tasks]
        best = max(range(len(scores)), key=lambda i: scores[i], default=None)
        if best is not None and scores[best] >= _SAME_TASK:
            task = tasks[best]
            tasks[best] = replace(
                task,
                lead=task.lead or row.lead,
                partners=task.partners or row.partners,
                deadline=task.deadline or row.deadline,
            )
        else:
            tasks.append(row)
    return replace(group, tasks=tuple(tasks))
