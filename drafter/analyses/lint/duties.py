"""Rules on targets and tasks: what the registers found, targets without task, tasks without lead or date."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Finding, Severity

from .subject import Subject


def registered(subject: Subject) -> Iterator[Finding]:
    """The findings of the register of targets."""
    yield from subject.register.findings


def duties(subject: Subject) -> Iterator[Finding]:
    """Targets that no task serves; tasks that nobody leads, or without a date."""
    targets = {target.id: target for target in subject.register.targets}
    for id in subject.tasks.unserved:
        target = targets[id]
        data = {"target": id, "indicator": target.indicator}
        yield Finding("target-without-task", Severity.INFO, target.clause, data)
    led = {task.clause for group in subject.tasks.groups for task in group.tasks if task.lead}
    for group in subject.tasks.groups:
        for task in group.tasks:
            if any(above.id in led for above in subject.draft.ancestors(task.clause)):
                continue  # a part of a task that somebody leads
            start = " ".join(task.text.split()[:8])
            if not task.lead:
                yield Finding("task-without-lead", Severity.WARNING, task.clause, {"start": start})
            if not task.deadline:
                yield Finding("task-without-deadline", Severity.INFO, task.clause, {"start": start})
