"""The comment-disposition table, with the answers that evidence proposes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Table
from ..settings import settings_hash
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class TableOptions:
    """`proof` shows beside each answer what proves it."""

    proof: bool = False


def table(workspace: Workspace, options: TableOptions) -> Table:
    """The table of all comments. Raises CheckFailed where its balance does not close."""
    from ..analyses.answers import answered
    from ..analyses.disposition import disposition

    rounds = workspace.rounds
    read = workspace.correspondence()
    made = disposition(
        read,
        {link.comment: link for link in workspace.links(read)},
        rounds,
        asked=workspace.settings.agencies,
        silence_is_agreement=workspace.settings.silence_is_agreement,
        further=settings_hash(workspace.root),
    )
    made = answered(made, rounds.newest, workspace.evidence(read))
    return replace(made, proof=options.proof)
