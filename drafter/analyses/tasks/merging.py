"""Merging: annex groups that repeat the body's join them, so that no group counts twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.indicators import contained, key, similarity
from drafter.model import Task, TaskGroup

_SAME_TITLE = 0.5
_SAME_PLACE = 0.2  # where both sides have as many groups, the order says the rest
_SAME_TASK = 0.6
_CONTAINED = 0.75  # of the words and pairs of a row that a task has too
_ENOUGH_WORDS = 4  # in a row, for that to say something


def merged(body: Sequence[TaskGroup], annex: Sequence[TaskGroup]) -> tuple[TaskGroup, ...]:
    """The body's groups with what the annex adds, then annex groups that repeat none of them."""
    if not body:
        return tuple(group for group in annex if group.tasks or group.title)
    groups, own = list(body), []
    titled = [group for group in annex if group.title]
    for listed in annex:
        groups, left = _repeated(groups, listed.tasks)
        if listed.tasks and not left:
            continue
        group = replace(listed, tasks=left)
        place = _place(body, titled, listed)
        if place is not None:
            groups[place] = _joined(groups[place], group.tasks)
        elif group.title:
            own.append(group)
        else:
            groups = _spread(groups, group.tasks)
    return (*groups, *own)


def _repeated(groups: list[TaskGroup], rows: Sequence[Task]) -> tuple[list[TaskGroup], tuple[Task, ...]]:
    """The groups with the rows that repeat one of their tasks, wherever it stands, and the rows left over."""
    found, left = list(groups), []
    for row in rows:
        scored = [
            (_repeats(row, task), -at, -place)
            for at, group in enumerate(groups)
            for place, task in enumerate(group.tasks)
        ]
        score, at, place = max(scored, default=(0.0, 0, 0))
        if score < _SAME_TASK:
            left.append(row)
            continue
        tasks = list(found[-at].tasks)
        tasks[-place] = _filled(tasks[-place], row)
        found[-at] = replace(found[-at], tasks=tuple(tasks))
    return found, tuple(left)


def _repeats(row: Task, task: Task) -> float:
    """How surely a row tells a task of the body: it mostly does so in fewer words."""
    short = contained(row.text, task.text) if len(key(row.text)) >= _ENOUGH_WORDS else 0.0
    return max(similarity(row.text, task.text), short * _SAME_TASK / _CONTAINED)


def _filled(task: Task, row: Task) -> Task:
    """A task with its gaps filled from the row that repeats it."""
    return replace(
        task,
        lead=task.lead or row.lead,
        partners=task.partners or row.partners,
        deadline=task.deadline or row.deadline,
    )


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
    """A group with the rows that repeat none of its tasks: they are tasks more."""
    return replace(group, tasks=(*group.tasks, *rows))
