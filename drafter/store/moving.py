"""Moving: all that a store holds as one value, and an empty store filled with it."""

from __future__ import annotations

from dataclasses import asdict, replace

from sqlalchemy import Connection, func, insert, select

from drafter.model import HistoryLine, Records, Registered, Save, Snapshot

from .encoding import storable_row
from .rows import act_row, history_line, save_row, snapshot_of, snapshot_row
from .tables import ACTS, COMMENTS, HISTORY, SNAPSHOTS

LINES = (
    select(HISTORY, ACTS, COMMENTS.c.no)
    .join(ACTS, ACTS.c.id == HISTORY.c.act)
    .join(COMMENTS, COMMENTS.c.key == HISTORY.c.key)
    .order_by(HISTORY.c.act, COMMENTS.c.no)
)


def all_records(connection: Connection) -> Records:
    """What stands in the database that `connection` reads."""
    comments = connection.execute(select(COMMENTS).order_by(COMMENTS.c.no)).mappings()
    lines = connection.execute(LINES).mappings()
    kept = connection.execute(select(SNAPSHOTS).order_by(SNAPSHOTS.c.id)).mappings()
    return Records(
        tuple(Registered(**row) for row in comments),
        tuple(map(history_line, lines)),
        tuple(snapshot_of(row, row["output"]) for row in kept),
    )


def restore(connection: Connection, records: Records) -> None:
    """Lay down `records` where no comments are. Raises ValueError for a history that does not hang together,
    KeyError for a line without a comment.

    What went out keeps its number; where something went out here before any comment was read, as forms do,
    it is numbered on from that.
    """
    if records.comments:
        connection.execute(insert(COMMENTS), [storable_row(asdict(each)) for each in records.comments])
    acts: dict[int, HistoryLine] = {}
    versions: dict[str, int] = {}
    for line in records.lines:
        if line.act not in acts:
            acts[line.act] = line
            connection.execute(insert(ACTS), storable_row(act_row(line.act, line.author, line.undoes)))
        if versions.get(line.key, 0) != line.before.version:
            raise ValueError(line.key)
        versions[line.key] = line.before.version + 1
        before = None if line.before.version == 0 else line.before
        save_row(
            connection, line.act, Save(line.key, replace(line.after, version=line.before.version)), before
        )
    here = int(connection.execute(select(func.coalesce(func.max(SNAPSHOTS.c.id), 0))).scalar_one())
    for at, snapshot in enumerate(records.snapshots, here + 1):
        _keep(connection, at if here else snapshot.id, snapshot)


def _keep(connection: Connection, id: int, snapshot: Snapshot) -> None:
    connection.execute(insert(SNAPSHOTS), storable_row(snapshot_row(id, snapshot)))
