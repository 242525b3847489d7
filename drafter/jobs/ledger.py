"""The ledger: every target through all drafts."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import EmptyFolder
from ..model import Correspondence, LedgerRow, Rounds
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows with the drafts they lead through, and the comments that they name."""

    rows: tuple[LedgerRow, ...]
    rounds: Rounds
    read: Correspondence


def ledger(workspace: Workspace) -> Ledger:
    """Every target through all drafts, with the comments about it; it needs no comments."""
    from ..analyses.ledger import ledger as followed

    try:
        read = workspace.correspondence()
    except EmptyFolder:
        read = Correspondence(())
    links = {link.comment: link for link in workspace.links(read)}
    rows = followed(workspace.rounds, workspace.register, read.comments, links)
    return Ledger(rows, workspace.rounds, read)
