"""What went out: kept as it was, with what it rests on."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..errors import Cause, DrafterError, no_such_snapshot
from ..model import Author, Snapshot, SnapshotKind, Table, Via
from ..record import row_key
from ..workspace import Workspace, now


def keep(
    workspace: Workspace,
    kind: SnapshotKind,
    name: str,
    path: Path,
    output: bytes,
    *,
    table: Table | None = None,
    agency: str = "",
    via: Via = Via.COMMAND,
) -> int | None:
    """Keep what goes out as `path`, under the `name` of who sends it; with the rows of a table. Its number.

    What the store refuses is told, and what went out stands all the same; nothing is told where the workspace
    is only for reading. None then.
    """
    author = Author(name, now(), via, workspace.rounds.newest.number)
    rows = () if table is None else tuple((row_key(row), row.keys) for row in table.rows)
    try:
        store = workspace.ready_store()
        if store is None:
            return None
        versions = {key: decision.version for key, decision in store.decisions().items()}
        resting = [key for _, keys in rows for key in keys] if rows else [*versions]
        return store.keep(
            Snapshot(
                id=0,
                kind=kind,
                author=author,
                path=workspace.folder.shown(path),
                sha256=hashlib.sha256(output).hexdigest(),
                inputs=() if table is None else table.inputs,
                decisions=tuple((key, versions[key]) for key in resting if key in versions),
                rows=rows,
                agency=agency,
                output=output,
            )
        )
    except DrafterError as error:
        tell_unkept(workspace, error)
        return None


def tell_unkept(workspace: Workspace, error: DrafterError) -> None:
    """Tell that what went out could not be kept; not where nothing ever is, in a workspace for reading."""
    if error.facts.get("reason") not in (Cause.READ_ONLY, Cause.NO_PERMISSION):
        workspace.tell(error)


def snapshots(workspace: Workspace) -> tuple[Snapshot, ...]:
    """All that went out, oldest first, without the outputs themselves."""
    store = workspace.store()
    return () if store is None else store.snapshots()


def snapshot(workspace: Workspace, id: int) -> Snapshot:
    """What went out as number `id`. Raises UnknownSnapshot."""
    store = workspace.store()
    found = None if store is None else store.snapshot(id)
    if found is None:
        raise no_such_snapshot(id, [each.id for each in snapshots(workspace)])
    return found
