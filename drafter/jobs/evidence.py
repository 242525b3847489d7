"""Evidence: what later drafts did about each comment, and what they did that nobody asked for."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Clash, Correspondence, Evidence, Rounds, SilentChange
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class Proof:
    """The evidence of all comments, the comments that cannot all be followed, the changes that none
    explains."""

    read: Correspondence
    rounds: Rounds
    evidence: tuple[Evidence, ...]
    clashes: tuple[Clash, ...]
    silent: tuple[SilentChange, ...]


def evidence(workspace: Workspace) -> Proof:
    """What every later draft did about each comment, and the newest of itself."""
    from ..analyses.evidence.clashes import clashes

    read, rounds = workspace.correspondence(), workspace.rounds
    links = {link.comment: link for link in workspace.links(read)}
    return Proof(
        read,
        rounds,
        workspace.evidence(read),
        clashes(read.comments, links, rounds),
        _silent(workspace, read),
    )


def silent(workspace: Workspace) -> Proof:
    """The changes of the newest draft that no comment explains, alone."""
    read = workspace.correspondence()
    return Proof(read, workspace.rounds, (), (), _silent(workspace, read))


def _silent(workspace: Workspace, read: Correspondence) -> tuple[SilentChange, ...]:
    from ..analyses.evidence.silent import silent as unexplained

    if len(workspace.rounds.drafts) < 2:
        return ()
    old, new = workspace.rounds.drafts[-2:]
    return unexplained(
        workspace.changes(old, new),
        old,
        new,
        workspace.register(new),
        read.comments,
        workspace.links(read),
        workspace.evidence(read),
    )
