"""Rows: values as the tables hold them, and back."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, RowMapping, insert, update

from drafter.model import UNDECIDED, Author, Decision, HistoryLine, Save, Snapshot, SnapshotKind, Via

from .encoding import decision_of, detail_of, details, encoded, storable, way_of
from .tables import DECISIONS, HISTORY


def save_row(connection: Connection, act: int, save: Save, before: Decision | None) -> None:
    """Lay down what one act makes of one decision, and its line of history."""
    version = save.decision.version + 1
    values = {
        "version": version,
        "disposition": save.decision.disposition.value,
        "assignee": storable(save.decision.assignee),
        "content": encoded(save.decision),
    }
    if before is None:
        connection.execute(insert(DECISIONS), {"key": save.key, **values})
    else:
        connection.execute(update(DECISIONS).where(DECISIONS.c.key == save.key), values)
    line = {"before": encoded(before or UNDECIDED), "after": values["content"], "version": version}
    connection.execute(insert(HISTORY), {"act": act, "key": save.key, **line})


def act_row(act: int, author: Author, undoes: int | None) -> dict[str, object]:
    """The row of an act."""
    return {
        "id": act,
        "who": author.name,
        "at": author.at,
        "via": author.via.value,
        "draft": author.draft,
        "undoes": undoes,
    }


def author_of(row: RowMapping) -> Author:
    """Who acted."""
    via = msgspec.convert(row["via"], Via) if "via" in row else way_of(row["content"])
    return Author(row["who"], row["at"], via, row["draft"])


def history_line(row: RowMapping) -> HistoryLine:
    """A line of history from a row of history, act and comment together."""
    version = row["version"]
    after = decision_of(row["after"], version)  # a damaged version is told here
    return HistoryLine(
        act=row["act"],
        no=row["no"],
        key=row[HISTORY.c.key],
        author=author_of(row),
        before=decision_of(row["before"], version - 1),
        after=after,
        undoes=row["undoes"],
    )


def snapshot_row(id: int, snapshot: Snapshot) -> dict[str, object]:
    """The row of what went out as number `id`."""
    return {
        "id": id,
        "kind": snapshot.kind.value,
        "who": snapshot.author.name,
        "at": snapshot.author.at,
        "draft": snapshot.author.draft,
        "path": snapshot.path,
        "sha256": snapshot.sha256,
        "agency": snapshot.agency,
        "content": details(snapshot),
        "output": snapshot.output,
    }


def snapshot_of(row: RowMapping, output: bytes) -> Snapshot:
    """What went out, from its row."""
    return Snapshot(
        id=row["id"],
        kind=msgspec.convert(row["kind"], SnapshotKind),
        author=author_of(row),
        path=row["path"],
        sha256=row["sha256"],
        agency=row["agency"],
        output=output,
        **detail_of(row["content"]),
    )
