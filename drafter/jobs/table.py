"""The comment-disposition table, with the answers that evidence proposes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ..language.joint import together
from ..model import AnswerState, Excerpt, Extras
from ..settings import FILE_NAME, Settings
from .agencies import AgenciesOptions, heard, home
from .filters import NO_FILTERS, Filters, chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model import Correspondence, Decision, Response, Table
    from ..workspace import Workspace

_PLAIN = Extras()


def table(workspace: Workspace, extras: Extras = _PLAIN, filters: Filters = NO_FILTERS) -> Table:
    """The table of all comments, or the rows of it that hold one of those wanted, with what people decided.

    Raises CheckFailed where the balance of all does not close; UnknownAgency, UnknownClause.
    """
    _ = workspace.rounds  # that there are no drafts is told first
    workspace.folder.comment_files()  # the same, before a store is made
    workspace.ready_store()
    read = workspace.correspondence(answered=True)
    whole = replace(answered_table(workspace, read), extras=extras)
    return _excerpt(whole, filters, chosen(workspace, read, filters)) if filters else whole


def _excerpt(whole: Table, filters: Filters, ids: frozenset[str]) -> Table:
    """The rows that hold one of these comments, and whose comments those are."""
    kept = [row for row in whole.rows if not ids.isdisjoint(row.comments)]
    said = {name for row in kept for agency in row.agencies for name in together(agency)}
    return replace(
        whole,
        rows=tuple(replace(row, no=no) for no, row in enumerate(kept, 1)),
        agreements=(),
        commented=tuple(each for each in whole.commented if each.agency in said),
        silent=(),
        asked=None,
        excerpt=Excerpt(filters.agencies, filters.clauses, filters.verdicts, filters.review),
    )


def _beside(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The inputs that are neither drafts nor letters, with their hashes."""
    named = ((FILE_NAME, settings.sha256), (settings.asked_list, settings.list_sha256))
    return tuple((path, digest) for path, digest in named if path is not None and digest is not None)


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
    found = _last_responses(workspace, read)
    made = disposition(
        read,
        links,
        rounds,
        asked=settings.agencies,
        agreed_by_silence=_in_state(found, AnswerState.AGREED),
        illegible=_in_state(found, AnswerState.UNREAD),
        further=_beside(settings),
    )
    material = Material(links, workspace.evidence(read), clashes(read.comments, links, rounds))
    return replace(answered(made, rounds, read, material), office=settings.office)


def _last_responses(workspace: Workspace, read: Correspondence) -> tuple[Response, ...]:
    """What came, by today, of the last request to each agency."""
    if not workspace.settings.asked:
        return ()
    from ..analyses.agencies import last_requests

    today = datetime.now().astimezone().date()
    return last_requests(heard(workspace, read, AgenciesOptions(today)), home(workspace))


def _in_state(found: Iterable[Response], *states: AnswerState) -> frozenset[str]:
    return frozenset(each.agency.name for each in found if each.state in states)


def settled_table(
    workspace: Workspace, table: Table, read: Correspondence, decisions: Mapping[str, Decision]
) -> Table:
    """`table` with the `decisions`, by comment key, in its rows."""
    from ..analyses.settled import settled

    return settled(table, read.comments, decisions, approval=workspace.settings.approval)
