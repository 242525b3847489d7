"""The comment-disposition table, with the answers that evidence proposes."""

from __future__ import annotations

from dataclasses import replace

from ..model import Extras, Table
from ..settings import FILE_NAME
from ..workspace import Workspace

_PLAIN = Extras()


def table(workspace: Workspace, extras: Extras = _PLAIN) -> Table:
    """The table of all comments. Raises CheckFailed where its balance does not close."""
    from ..analyses.answers import Material, answered
    from ..analyses.disposition import disposition
    from ..analyses.evidence.clashes import clashes

    rounds, settings = workspace.rounds, workspace.settings
    read = workspace.correspondence(answered=True)
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
    return replace(answered(made, rounds, read, found), office=settings.office, extras=extras)
