"""The brief for whoever decides: size, targets, outcomes, conflicts, what is open; and the whole report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..model import Brief, ChangeSet, Consultation, Draft, Role
from ..workspace import Workspace
from .agencies import AgenciesOptions, heard
from .board import Board, board
from .check import CheckOptions, check_on
from .consulting.results import consultations


@dataclass(frozen=True, slots=True)
class FullReport:
    """The brief with what it sums up: every step from a draft to the next."""

    brief: Brief
    steps: tuple[tuple[Draft, Draft, ChangeSet], ...]


def brief(found: Board, today: date, consulted: tuple[Consultation, ...] = ()) -> Brief:
    """Where the work stands on the day `today`; `consulted`: the consultations of the workspace. Raises
    EmptyFolder where there is no draft."""
    workspace = found.workspace
    drafts = workspace.rounds.drafts
    assert found.table is not None
    return Brief(
        rounds=found.rounds,
        today=today,
        readiness=check_on(found, CheckOptions(today)) if found.read.hashes else None,
        table=found.table,
        sizes=tuple(map(_sizes, drafts)),
        targets=tuple(workspace.register(draft).counts for draft in drafts),
        ledger=found.ledger,
        clashes=found.clashes,
        silent=found.silent if found.read.hashes else (),
        responses=heard(workspace, found.read, AgenciesOptions(today, as_of=True)),
        comments=found.comments,
        consultations=consulted,
    )


def report(workspace: Workspace, today: date) -> FullReport:
    """Everything on one page. Raises EmptyFolder, CheckFailed."""
    _ = workspace.rounds  # that there are no drafts is told first
    found = board(workspace)
    told = brief(found, today, consultations(workspace.root, workspace.rounds.drafts))
    return report_of(found, told)


def report_of(found: Board, told: Brief) -> FullReport:
    """The brief with the steps that it sums up."""
    workspace = found.workspace
    steps = tuple((old, new, workspace.changes(old, new)) for old, new in pairwise(found.rounds.drafts))
    return FullReport(told, steps)


def _sizes(draft: Draft) -> Mapping[Role, int]:
    counts = dict.fromkeys(Role, 0)
    for clause in draft.clauses:
        counts[clause.role] += clause.words
    return {role: count for role, count in counts.items() if count}
