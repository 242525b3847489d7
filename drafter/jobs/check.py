"""Ready to be handed in: everything that stands against it, on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..analyses.readiness import ReadinessFacts
from ..model import Decision, Readiness, Registered, Snapshot, SnapshotKind
from ..workspace import Workspace
from .agencies import AgenciesOptions, agencies
from .deeds import DeedsDone
from .drafts import OneDraft
from .evidence import silent
from .lint import lint
from .precedents import carried_over
from .table import table


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """`today`: the day from which days are counted."""

    today: date


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the store has; nothing where nobody has decided anything."""

    decisions: dict[str, Decision]
    registered: Sequence[Registered] = ()
    replies: Sequence[Snapshot] = ()


def check(workspace: Workspace, options: CheckOptions) -> Readiness:
    """What stands against handing in the newest draft with its table. Raises EmptyFolder, CheckFailed."""
    from ..analyses.readiness import readiness

    rounds, settings = workspace.rounds, workspace.settings
    read, kept = workspace.correspondence(answered=True), _kept(workspace)
    deeds = DeedsDone(workspace, read, kept.decisions)
    facts = ReadinessFacts(
        rounds=rounds,
        today=options.today,
        rows=table(workspace).rows,
        comments={comment.id: comment for comment in read.comments},
        decisions=kept.decisions,
        numbers={each.key: each.no for each in kept.registered},
        evidence=workspace.evidence(read),
        deeds=deeds.all(),
        watched=deeds.watched(),
        carried=carried_over(workspace, read),
        silent=silent(workspace).silent or (),
        responses=agencies(workspace, AgenciesOptions(options.today)),
        sent=kept.replies,
        lint=lint(workspace, OneDraft(None)).findings,
        approval=settings.approval,
        deadline=settings.deadline,
        home=rounds.newest.issuer or "",
    )
    return Readiness(rounds.newest, options.today, settings.deadline, readiness(facts))


def _kept(workspace: Workspace) -> _Kept:
    store = workspace.store()
    if store is None:
        return _Kept({})
    replies = [each for each in store.snapshots() if each.kind is SnapshotKind.REPLY]
    return _Kept(dict(store.decisions()), store.registered(), replies)
