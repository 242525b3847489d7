"""The comment-disposition table, with the answers that evidence proposes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Table
from ..settings import FILE_NAME
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class TableOptions:
    """`proof` shows beside each answer what proves it."""

    proof: bool = False


def table(workspace: Workspace, options: TableOptions) -> Table:
    """The table of all comments. Raises CheckFailed where its balance does not close."""
    from ..analyses.answers import answered
    from ..analyses.disposition import disposition

    rounds, settings = workspace.rounds, workspace.settings
    read = workspace.correspondence()
    made = disposition(
        read,
        {link.comment: link for link in workspace.links(read)},
        rounds,
        asked=settings.agencies,
        silence_is_agreement=settings.silence_is_agreement,
        further=() if settings.sha256 is None else ((FILE_NAME, settings.sha256),),
    )
    made = answered(made, rounds.newest, workspace.evidence(read))
    return replace(made, proof=options.proof)
