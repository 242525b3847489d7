"""The ways into the store and out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

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
)

from .encoding import decision_of, storable_row
from .moving import LINES, all_records, restore
from .opening import Database
from .rows import act_row, history_line, save_row, snapshot_of, snapshot_row
from .tables import ACTS, COMMENTS, DECISIONS, HISTORY, SNAPSHOTS
from .waiting import Waits

_MANY = 500  # keys in one question: databases limit them


class Store:
    """Decisions at `place`. Threads and processes may use one database at once. `reading`: it is another
    workspace's, which is never written. `waits` is told where one has to wait for others.

    Every method raises what `Database` raises for a database that cannot be used.
    """

    def __init__(
        self,
        place: str | Path,
        *,
        wait: float | None = None,
        reading: bool = False,
        waits: Waits | None = None,
    ) -> None:
        self.database = Database(place, wait=wait, reading=reading, waits=waits)
        self.shown = self.database.shown
        self.database.prepare()

    def close(self) -> None:
        self.database.close()

    def revision(self) -> tuple[int, int, int]:
        """What grows with every save, comment and snapshot: acts, comments, snapshots so far."""
        with self.database.reading() as connection:
            acts, comments, snapshots = (
                connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()
                for column in (ACTS.c.id, COMMENTS.c.no, SNAPSHOTS.c.id)
            )
        return acts, comments, snapshots

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
            connection.execute(insert(ACTS), storable_row(act_row(act, author, undoes)))
            for each in saves:
                save_row(connection, act, each, now.get(each.key))
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
        asked = LINES
        if keys is not None:
            asked = asked.where(HISTORY.c.key.in_(list(keys)))
        with self.database.reading() as connection:
            return tuple(history_line(row) for row in connection.execute(asked).mappings())

    # --- backups --------------------------------------------------------------------------------

    def records(self) -> Records:
        """All that the store knows, in one state of it, with the outputs of what went out."""
        with self.database.reading() as connection:
            return all_records(connection)

    def restore(self, records: Records) -> None:
        """Fill a store that has no comments with numbers, history and what went out as they were. Raises
        ValueError where it has some, or where the history does not hang together; KeyError for a line
        without a comment."""
        with self.database.writing() as connection:
            if _numbers(connection):
                raise ValueError("not empty")
            restore(connection, records)

    # --- snapshots ------------------------------------------------------------------------------

    def keep(self, snapshot: Snapshot) -> int:
        """Keep what goes out; its number. The `id` that is given counts for nothing."""
        with self.database.writing() as connection:
            id = _next(connection, SNAPSHOTS.c.id)
            connection.execute(insert(SNAPSHOTS), storable_row(snapshot_row(id, snapshot)))
        return id

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All that went out, oldest first, without the outputs themselves."""
        listed = [column for column in SNAPSHOTS.c if column is not SNAPSHOTS.c.output]
        with self.database.reading() as connection:
            rows = connection.execute(select(*listed).order_by(SNAPSHOTS.c.id)).mappings()
            return tuple(snapshot_of(row, b"") for row in rows)

    def snapshot(self, id: int) -> Snapshot | None:
        """What went out as number `id`, with the output; None where there is none."""
        with self.database.reading() as connection:
            row = connection.execute(select(SNAPSHOTS).where(SNAPSHOTS.c.id == id)).mappings().first()
            return None if row is None else snapshot_of(row, row["output"])


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
