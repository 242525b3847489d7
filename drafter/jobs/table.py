"""The comment-disposition table, with the answers that evidence proposes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Extras
from ..settings import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Correspondence, Decision, Table
    from ..workspace import Workspace

_PLAIN = Extras()


def table(workspace: Workspace, extras: Extras = _PLAIN) -> Table:
    """The table of all comments, with what people decided. Raises CheckFailed where its balance does not
    close."""
    _ = workspace.rounds  # that there are no drafts is told first
    workspace.ready_store()
    return replace(answered_table(workspace, workspace.correspondence(answered=True)), extras=extras)


def answered_table(workspace: Workspace, read: Correspondence) -> Table:
    """The table of the comments `read`, with the answers that evidence proposes and what people decided."""
    return settled_table(workspace, proposing_table(workspace, read), read, workspace.decisions)


def proposing_table(workspace: Workspace, read: Correspondence) -> Table:
    """The table of the comments `read` with the answers that evidence proposes, whatever people decided."""
    from ..analyses.answers import Material, answered
    from ..analyses.disposition import disposition
    from ..analyses.evidence.clashes import clashes

    rounds, settings = workspace.rounds, workspace.settings
    links = {link.comment: link for link in workspace.links(read)}
    made = disposition(
        read,
        links,
        rounds,
        asked=settings.agencies,
        silence_is_agreement=settings.silence_is_agreement,
        further=() if settings.sha256 is None else ((FILE_NAME, settings.sha256),),
    )
    found = Material(links, workspace.evidence(read), clashes(read.comments, links, rounds))
    return replace(answered(made, rounds, read, found), office=settings.office)


def settled_table(
    workspace: Workspace, table: Table, read: Correspondence, decisions: Mapping[str, Decision]
) -> Table:
    """`table` with the `decisions`, by comment key, in its rows."""
    from ..analyses.settled import settled

    return settled(table, read.comments, decisions, approval=workspace.settings.approval)
