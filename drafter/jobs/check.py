"""Ready to be handed in: everything that stands against it, on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..analyses.readiness import ReadinessFacts
from ..model import Readiness, Snapshot, SnapshotKind
from ..workspace import Workspace
from .agencies import AgenciesOptions, heard
from .board import Board, board


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """`today`: the day from which days are counted."""

    today: date


def check(workspace: Workspace, options: CheckOptions) -> Readiness:
    """What stands against handing in the newest draft with its table. Raises EmptyFolder, CheckFailed."""
    _ = workspace.rounds  # that there are no drafts is told first
    workspace.folder.comment_files()  # the same, before a store is made
    return check_on(board(workspace), options)


def check_on(found: Board, options: CheckOptions) -> Readiness:
    """The same where all is known already; there must be drafts and letters."""
    from ..analyses.readiness import readiness

    assert found.table is not None
    workspace, rounds, settings = found.workspace, found.rounds, found.workspace.settings
    facts = ReadinessFacts(
        rounds=rounds,
        today=options.today,
        rows=found.table.rows,
        comments=found.comments,
        decisions=found.decisions,
        numbers={key: each.no for key, each in found.registered.items()},
        evidence=tuple(each for about in found.evidence.values() for each in about),
        deeds=found.deeds,
        watched=found.watched,
        carried=found.carried,
        silent=found.silent,
        responses=heard(workspace, found.read, AgenciesOptions(options.today, as_of=True)),
        sent=_replies(workspace),
        lint=found.findings,
        approval=settings.approval,
        deadline=settings.deadline,
        home=rounds.newest.issuer or "",
    )
    return Readiness(rounds.newest, options.today, settings.deadline, readiness(facts))


def _replies(workspace: Workspace) -> Sequence[Snapshot]:
    store = workspace.store()
    kept = () if store is None else store.snapshots()
    return [each for each in kept if each.kind is SnapshotKind.REPLY]
