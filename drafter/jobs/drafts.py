"""What one draft holds: its outline, targets, tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Draft, Register, TaskRegister
    from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class OneDraft:
    """`draft` as a person names it; None: the newest."""

    draft: str | None = None


@dataclass(frozen=True, slots=True)
class DraftTargets:
    """A draft with the register of its targets."""

    draft: Draft
    register: Register


@dataclass(frozen=True, slots=True)
class DraftTasks:
    """A draft with its tasks, and with the targets that they serve."""

    draft: Draft
    tasks: TaskRegister
    register: Register


def outline(workspace: Workspace, options: OneDraft) -> Draft:
    """The draft that is meant. Raises a DrafterError where there is none, or it cannot be used."""
    return workspace.draft(options.draft)


def targets(workspace: Workspace, options: OneDraft) -> DraftTargets:
    """The targets of a draft, with counts and findings."""
    draft = workspace.draft(options.draft)
    return DraftTargets(draft, workspace.register(draft))


def tasks(workspace: Workspace, options: OneDraft) -> DraftTasks:
    """The tasks of a draft."""
    draft = workspace.draft(options.draft)
    return DraftTasks(draft, workspace.tasks(draft), workspace.register(draft))
