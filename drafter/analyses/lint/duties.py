"""Rules on targets and tasks: what the registers found, targets without task, tasks without lead or date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from drafter.analyses.targets.places import year_of_title
from drafter.language.columns import columns
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Lint
from drafter.language.normal import folded
from drafter.model import Finding, Kind, Severity, Task

from .subject import Subject

_NAMES_TARGETS = re.compile(r"chỉ tiêu (?:số )?\d", re.IGNORECASE)
_MOST = 0.5  # of the tasks of a draft that says so of its tasks


def registered(subject: Subject) -> Iterator[Finding]:
    """The findings of the register of targets; of a scattered one not also that it has no date."""
    scattered = {target.id for target in subject.register.targets if target.scattered}
    for finding in subject.register.findings:
        if finding.rule != "no-deadline" or finding.data.get("target") not in scattered:
            yield finding


def duties(subject: Subject) -> Iterator[Finding]:
    """Targets that no task serves; tasks that nobody leads, or without a date.

    A draft is held to what it does itself: targets where its tasks name theirs, leads and dates where most of
    its tasks have one. Plans have to say who leads each.
    """
    if any(_NAMES_TARGETS.search(task.text) or _names_targets(subject, task) for task in _tasks(subject)):
        yield from _unserved(subject)
    led = {task.clause for task in _tasks(subject) if task.lead}
    own = [task for task in _tasks(subject) if not _row(subject, task)]
    assigning = (subject.draft.kind or "").lower() in lexicon(Lint).kinds["assigning"]
    leads = assigning or _mostly(own, lambda task: bool(task.lead) and _says(subject, task, task.lead[0]))
    dates = _mostly(own, lambda task: bool(task.deadline) and _says(subject, task, task.deadline or ""))
    dates = dates and year_of_title(subject.draft) is None  # else the whole plan is for that time
    for task in _tasks(subject):
        if any(above.id in led for above in subject.draft.ancestors(task.clause)):
            continue  # a part of a task that somebody leads
        start = " ".join(task.text.split()[:8])
        if leads and not task.lead:
            yield Finding("task-without-lead", Severity.WARNING, task.clause, {"start": start})
        if dates and not task.deadline and not lexicon(Lint).recurs.pattern.search(folded(task.text)):
            yield Finding("task-without-deadline", Severity.INFO, task.clause, {"start": start})


def _tasks(subject: Subject) -> Iterator[Task]:
    return (task for group in subject.tasks.groups for task in group.tasks)


def _row(subject: Subject, task: Task) -> bool:
    return subject.draft.by_id[task.clause].kind is Kind.TABLE_ROW


def _mostly(tasks: Sequence[Task], has: Callable[[Task], bool]) -> bool:
    return bool(tasks) and sum(map(has, tasks)) >= _MOST * len(tasks)


def _says(subject: Subject, task: Task, words: str) -> bool:
    """Whether the task's own words, or those below or above it say so, not only a row of an annex."""
    draft = subject.draft
    around = [draft.by_id[task.clause], *draft.children.get(task.clause, ()), *draft.ancestors(task.clause)]
    return any(folded(words) in folded(clause.text) for clause in around)


def _names_targets(subject: Subject, task: Task) -> bool:
    """Whether the task's row has a column of the targets that it serves."""
    row = subject.draft.by_id[task.clause]
    return row.kind is Kind.TABLE_ROW and "serves" in columns(row.columns).kinds


def _unserved(subject: Subject) -> Iterator[Finding]:
    targets = {target.id: target for target in subject.register.targets}
    for id in subject.tasks.unserved:
        target = targets[id]
        data = {"target": id, "indicator": target.indicator}
        yield Finding("target-without-task", Severity.INFO, target.clause, data)
