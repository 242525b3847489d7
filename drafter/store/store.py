"""The ways into the store and out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, func, insert, select, update

from drafter.errors import Stale
from drafter.model import (
    UNDECIDED,
    Author,
    Decision,
    HistoryLine,
    Records,
    Registered,
    Save,
    Snapshot,
    SnapshotKind,
    Via,
)

from .encoding import decision_of, detail_of, details, encoded, storable, storable_row
from .opening import Database
from .tables import ACTS, COMMENTS, DECISIONS, HISTORY, SNAPSHOTS

_MANY = 500  # keys in one question: databases limit them


class Store:
    """Decisions at `place`. Threads and processes may use one database at once. `reading`: it is another
    workspace's, which is never written.

    Every method raises what `Database` raises for a database that cannot be used.
    """

    def __init__(self, place: str | Path, *, wait: float | None = None, reading: bool = False) -> None:
        self.database = Database(place, wait=wait, reading=reading)
        self.shown = self.database.shown
        self.database.prepare()

    def close(self) -> None:
        self.database.close()

    # --- comments and their numbers -------------------------------------------------------------

    def register(self, comments: Iterable[Registered]) -> Mapping[str, int]:
        """Number the comments that have no number yet, in their order; all numbers by key.

        The `no` that is given counts for nothing.
        """
        wanted = list(comments)
        known = self.numbers()
        if all(each.key in known for each in wanted):
            return known
        with self.database.writing() as connection:
            known = _numbers(connection)
            free = max(known.values(), default=0)
            unknown = {each.key: each for each in wanted if each.key not in known}
            new = [replace(each, no=no) for no, each in enumerate(unknown.values(), free + 1)]
            if new:
                connection.execute(insert(COMMENTS), [storable_row(asdict(each)) for each in new])
        return {**known, **{each.key: each.no for each in new}}

    def numbers(self) -> Mapping[str, int]:
        """Comment key → permanent number."""
        with self.database.reading() as connection:
            return _numbers(connection)

    def registered(self) -> tuple[Registered, ...]:
        """Every comment that was ever read, in the order of numbers."""
        with self.database.reading() as connection:
            rows = connection.execute(select(COMMENTS).order_by(COMMENTS.c.no)).mappings()
            return tuple(Registered(**row) for row in rows)

    # --- decisions ------------------------------------------------------------------------------

    def decisions(self) -> Mapping[str, Decision]:
        """Comment key → decision, of all comments for which one was ever saved."""
        with self.database.reading() as connection:
            rows = connection.execute(select(DECISIONS)).mappings()
            return {row["key"]: decision_of(row["content"], row["version"]) for row in rows}

    def save(self, saves: Sequence[Save], author: Author, *, undoes: int | None = None) -> int:
        """Save decisions as one act, all or none; its number. When this returns they are on the disk.

        Raises Stale, with both decisions, where one was saved since the version that it was made from: then
        nothing is saved. Raises KeyError for a key without a number.
        """
        with self.database.writing() as connection:
            known = _numbers_of(connection, [each.key for each in saves])
            now = _decisions_of(connection, [each.key for each in saves])
            stale = [each for each in saves if now.get(each.key, UNDECIDED).version != each.decision.version]
            if stale:
                raise self._stale(stale, known, now)
            act = _next(connection, ACTS.c.id)
            connection.execute(insert(ACTS), storable_row(_act_row(act, author, undoes)))
            for each in saves:
                _save(connection, act, each, now.get(each.key))
        return act

    def _stale(self, saves: Sequence[Save], known: Mapping[str, int], now: Mapping[str, Decision]) -> Stale:
        first = saves[0]
        theirs = now.get(first.key, UNDECIDED)
        return Stale(
            self.shown,
            number=known[first.key],
            who=theirs.decided_by,
            ours=f"{first.decision.disposition}: {first.decision.response}",
            theirs=f"{theirs.disposition}: {theirs.response}",
            conflicts=tuple((each.key, each.decision, now.get(each.key, UNDECIDED)) for each in saves),
        )

    def history(self, keys: Iterable[str] | None = None) -> tuple[HistoryLine, ...]:
        """What became of the decisions of `keys`, or of all, oldest first."""
        asked = (
            select(HISTORY, ACTS, COMMENTS.c.no)
            .join(ACTS, ACTS.c.id == HISTORY.c.act)
            .join(COMMENTS, COMMENTS.c.key == HISTORY.c.key)
            .order_by(HISTORY.c.act, COMMENTS.c.no)
        )
        if keys is not None:
            asked = asked.where(HISTORY.c.key.in_(list(keys)))
        with self.database.reading() as connection:
            return tuple(_history_line(row) for row in connection.execute(asked).mappings())

    def restore(self, records: Records) -> None:
        """Fill an empty store with numbers and history as they were. Raises ValueError where it is not
        empty, or where the history does not hang together; KeyError for a line without a comment."""
        with self.database.writing() as connection:
            if _numbers(connection):
                raise ValueError("not empty")
            if records.comments:
                connection.execute(
                    insert(COMMENTS), [storable_row(asdict(each)) for each in records.comments]
                )
            acts: dict[int, HistoryLine] = {}
            versions: dict[str, int] = {}
            for line in records.lines:
                if line.act not in acts:
                    acts[line.act] = line
                    connection.execute(
                        insert(ACTS), storable_row(_act_row(line.act, line.author, line.undoes))
                    )
                if versions.get(line.key, 0) != line.before.version:
                    raise ValueError(line.key)
                versions[line.key] = line.before.version + 1
                before = None if line.before.version == 0 else line.before
                made = Save(line.key, replace(line.after, version=line.before.version))
                _save(connection, line.act, made, before)

    # --- snapshots ------------------------------------------------------------------------------

    def keep(self, snapshot: Snapshot) -> int:
        """Keep what goes out; its number. The `id` that is given counts for nothing."""
        with self.database.writing() as connection:
            id = _next(connection, SNAPSHOTS.c.id)
            connection.execute(insert(SNAPSHOTS), storable_row(_snapshot_row(id, snapshot)))
        return id

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All that went out, oldest first, without the outputs themselves."""
        listed = [column for column in SNAPSHOTS.c if column is not SNAPSHOTS.c.output]
        with self.database.reading() as connection:
            rows = connection.execute(select(*listed).order_by(SNAPSHOTS.c.id)).mappings()
            return tuple(_snapshot(row, b"") for row in rows)

    def snapshot(self, id: int) -> Snapshot | None:
        """What went out as number `id`, with the output; None where there is none."""
        with self.database.reading() as connection:
            row = connection.execute(select(SNAPSHOTS).where(SNAPSHOTS.c.id == id)).mappings().first()
            return None if row is None else _snapshot(row, row["output"])


def _numbers(connection: Connection) -> dict[str, int]:
    return {row.key: row.no for row in connection.execute(select(COMMENTS.c.key, COMMENTS.c.no))}


def _numbers_of(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in _parts(keys):
        asked = select(COMMENTS.c.key, COMMENTS.c.no).where(COMMENTS.c.key.in_(part))
        found.update({row.key: row.no for row in connection.execute(asked)})
    if missing := [key for key in keys if key not in found]:
        raise KeyError(missing[0])
    return found


def _decisions_of(connection: Connection, keys: Sequence[str]) -> dict[str, Decision]:
    found: dict[str, Decision] = {}
    for part in _parts(keys):
        rows = connection.execute(select(DECISIONS).where(DECISIONS.c.key.in_(part))).mappings()
        found.update({row["key"]: decision_of(row["content"], row["version"]) for row in rows})
    return found


def _parts(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[at : at + _MANY] for at in range(0, len(keys), _MANY))


def _next(connection: Connection, column: Any) -> int:
    """The number after the highest; all writers wait for each other, so nobody else takes it."""
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1


def _save(connection: Connection, act: int, save: Save, before: Decision | None) -> None:
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


def _act_row(act: int, author: Author, undoes: int | None) -> dict[str, object]:
    return {
        "id": act,
        "who": author.name,
        "at": author.at,
        "via": author.via.value,
        "draft": author.draft,
        "undoes": undoes,
    }


def _author(row: RowMapping) -> Author:
    via = msgspec.convert(row["via"], Via) if "via" in row else Via.COMMAND
    return Author(row["who"], row["at"], via, row["draft"])


def _history_line(row: RowMapping) -> HistoryLine:
    version = row["version"]
    return HistoryLine(
        act=row["act"],
        no=row["no"],
        key=row[HISTORY.c.key],
        author=_author(row),
        before=decision_of(row["before"], version - 1),
        after=decision_of(row["after"], version),
        undoes=row["undoes"],
    )


def _snapshot_row(id: int, snapshot: Snapshot) -> dict[str, object]:
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


def _snapshot(row: RowMapping, output: bytes) -> Snapshot:
    return Snapshot(
        id=row["id"],
        kind=msgspec.convert(row["kind"], SnapshotKind),
        author=_author(row),
        path=row["path"],
        sha256=row["sha256"],
        agency=row["agency"],
        output=output,
        **detail_of(row["content"]),
    )
