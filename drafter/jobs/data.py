"""What a workspace holds as records for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..workspace import Workspace
    from ..writers.data import DataFile


def data(workspace: Workspace, lang: str) -> tuple[DataFile, ...]:
    """Comments, links, evidence and the table; the same comments in each."""
    from ..writers.data import records
    from .table import answered_table

    _ = workspace.rounds  # that there are no drafts is told first
    workspace.folder.comment_files()
    workspace.ready_store()
    read = workspace.correspondence(answered=True)
    table = answered_table(workspace, read)
    return records(table, read.comments, workspace.links(read), workspace.evidence(read), lang)
