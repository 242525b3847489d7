"""The ledger: every target through all drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..errors import EmptyFolder
from ..model import Correspondence, LedgerRow, Rounds, Target
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


def dated(rows: Sequence[LedgerRow]) -> tuple[tuple[int, ...], ...]:
    """For each row the places of the rows of the same indicator in any draft, its own first: those that ask
    for it by another date."""
    from ..analyses.targets.findings import of_one_indicator

    targets = [tuple(_targets(row)) for row in rows]
    return tuple(
        (
            at,
            *(
                other
                for other, theirs in enumerate(targets)
                if other != at
                and any(
                    one.deadline != each.deadline and of_one_indicator(one, each)
                    for one in ours
                    for each in theirs
                )
            ),
        )
        for at, ours in enumerate(targets)
    )


def _targets(row: LedgerRow) -> Iterator[Target]:
    return (entry.target for entry in row.entries if entry is not None)
