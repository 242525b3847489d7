"""The quick way to a store in a file, without SQLAlchemy, which loads for as long as most commands run: to
make it where there is none, to number comments, to read.

Done here is only what a sound and current database does at once; for all else, and for whatever looks odd,
the whole store is opened, and tells what is wrong.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from drafter.model import Registered

from .encoding import decision_of, storable_row
from .place import HEAD, SETTINGS

if TYPE_CHECKING:
    from drafter.model import Decision

    from .store import Store
    from .waiting import Waits

_WAIT = 0.1  # seconds; who has to wait longer is told so by the whole store
_COMMENTS = "SELECT no, key, agency, text, draft_number, path, first_read FROM comments ORDER BY no"
_NUMBERS = "SELECT key, no FROM comments"
_NUMBERED = (
    "INSERT INTO comments (no, key, agency, text, draft_number, path, first_read)"
    " VALUES (:no, :key, :agency, :text, :draft_number, :path, :first_read)"
)
_Rows = list[tuple[Any, ...]]


def quick_store(path: Path, waits: Waits | None = None, *, make: bool = False) -> Store | None:
    """The store in the file `path`, where it is sound and current, made anew where there is none and `make`
    is said; None where the whole one must say."""
    if make and not path.exists():
        _make(path)
    store = _Quick(path, waits)
    return None if store.rows("SELECT 1") is None else cast("Store", store)


def _make(path: Path) -> None:
    """The tables of an empty database; nothing where that does not go smoothly."""
    try:
        if path.with_name(f"{path.name}-wal").exists():
            return  # of a database that is lost: the whole store tells
        path.parent.mkdir(parents=True, exist_ok=True)
        with _writing(path, "rwc") as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master").fetchall():
                for each in files(__package__).joinpath("schema.sql").read_text("utf-8").split(";\n"):
                    connection.execute(each)
                connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    except (sqlite3.Error, OSError, UnicodeDecodeError):
        return


@contextmanager
def _writing(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """A connection whose writes are on the disk when the block ends, or never were."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)) as connection:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")


class _Quick:
    """In place of a `Store`: reads by itself, and has the whole one do everything else."""

    def __init__(self, path: Path, waits: Waits | None) -> None:
        self._path, self._waits = path, waits

    @cached_property
    def _whole(self) -> Store:
        from .store import Store

        return Store(self._path, waits=self._waits)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def rows(self, question: str) -> _Rows | None:
        """The answer to a question; None where the database does not answer as it should."""
        address = f"{self._path.absolute().as_uri()}?mode=rw"
        try:
            with closing(
                sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)
            ) as connection:
                connection.execute("BEGIN")
                if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
                    return None
                return connection.execute(question).fetchall()
        except (sqlite3.Error, UnicodeDecodeError):  # a damaged name in what SQLite says of it
            return None

    def registered(self) -> tuple[Registered, ...]:
        rows = self.rows(_COMMENTS)
        return self._whole.registered() if rows is None else tuple(Registered(*row) for row in rows)

    def numbers(self) -> Mapping[str, int]:
        rows = self.rows(_NUMBERS)
        return self._whole.numbers() if rows is None else dict(rows)

    def register(self, comments: Iterable[Registered]) -> Mapping[str, int]:
        wanted = list(comments)
        rows = self.rows(_NUMBERS)
        if rows is None:
            return self._whole.register(wanted)
        if {each.key for each in wanted} <= dict(rows).keys():
            return dict(rows)
        try:
            return self._registered(wanted)
        except (sqlite3.Error, UnicodeDecodeError):
            return self._whole.register(wanted)

    def _registered(self, wanted: Sequence[Registered]) -> Mapping[str, int]:
        with _writing(self._path, "rw") as connection:
            known = dict(connection.execute(_NUMBERS).fetchall())
            unknown = {each.key: each for each in wanted if each.key not in known}
            new = [
                replace(each, no=no)
                for no, each in enumerate(unknown.values(), max(known.values(), default=0) + 1)
            ]
            connection.executemany(_NUMBERED, [storable_row(asdict(each)) for each in new])
        return {**known, **{each.key: each.no for each in new}}

    def decisions(self) -> Mapping[str, Decision]:
        rows = self.rows("SELECT key, content, version FROM decisions")
        if rows is not None:
            try:
                return {key: decision_of(content, version) for key, content, version in rows}
            except msgspec.MsgspecError:
                pass  # the whole store tells what is damaged
        return self._whole.decisions()
