"""Opening: the database of a workspace, made or brought up to date, and what a refusal of it means."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from drafter.errors import (
    BadSettings,
    CannotWrite,
    Cause,
    DrafterError,
    StoreDamaged,
    StoreLocked,
    StoreNewer,
    StoreUnreachable,
    cause,
)

from .tables import METADATA

FOLDER, NAME = ".drafter", "workspace.db"
HEAD = "0001"  # the newest of migrations/versions
_WAIT = 30.0  # seconds that a save waits for others; each takes a few milliseconds
_LOCK = (
    7_250_316  # the key of the advisory lock under which a PostgreSQL database is made or brought up to date
)
_SQLITE = {  # SQLite's result codes, https://www.sqlite.org/rescode.html
    "SQLITE_FULL": Cause.NO_SPACE,
    "SQLITE_READONLY": Cause.READ_ONLY,
    "SQLITE_CANTOPEN": Cause.NO_PERMISSION,
    "SQLITE_PERM": Cause.NO_PERMISSION,
    "SQLITE_IOERR": Cause.DISK_FAULT,
}


def location(root: Path, declared: str | None) -> str | Path:
    """Where the decisions of the workspace at `root` are: what drafter.toml declares, else a file in it."""
    return declared if declared is not None else root / FOLDER / NAME


class Database:
    """A database at a path, or at the address of a PostgreSQL server. `shown` names it in messages.

    `reading`: it is another workspace's, and nothing of it is ever made, changed or brought up to date.
    """

    def __init__(self, place: str | Path, *, wait: float = _WAIT, reading: bool = False) -> None:
        self._path = place if isinstance(place, Path) else None
        self._wait = wait
        self._only_reading = reading
        if isinstance(place, Path):
            self.shown = _shown(place)
            self.engine = _sqlite(place, wait, reading=reading)
        else:
            self.shown, self.engine = _server(place)

    @property
    def exists(self) -> bool:
        """Whether a database stands there that somebody has made."""
        if self._path is not None:
            return self._path.exists()
        with self.reading() as connection:
            return _version(connection) is not None

    def prepare(self) -> None:
        """Make the database where there is none, bring an earlier one up to date.

        Raises StoreNewer for one of a later drafter; StoreDamaged, StoreLocked, CannotWrite,
        StoreUnreachable. One that is only read must be up to date: else StoreNewer or StoreDamaged.
        """
        if self._only_reading:
            self._check()
            return
        if self._path is not None and not self._path.exists():
            _make_folder(self._path.parent)
        with self.reading() as connection:
            found = _version(connection)
        if found == HEAD:
            return
        with self.writing() as connection:
            found = _version(connection)  # another process may have been faster
            if found is None:
                _made(connection, self.shown)
            elif found != HEAD:
                _upgraded(connection, found, self.shown)

    def _check(self) -> None:
        with self.reading() as connection:
            found = _version(connection)
        if found is None:
            raise StoreDamaged(self.shown, reason="alembic_version")
        if found == HEAD:
            return
        from .migrations import known

        if found in known():
            raise StoreDamaged(self.shown, reason=f"{found} < {HEAD}")
        raise StoreNewer(self.shown, version=found)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which all reads see one state."""
        with self._telling(), self.engine.connect() as connection:
            if self._path is not None:
                connection.exec_driver_sql("BEGIN")
            else:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose writes are on the disk when the block ends, or never were."""
        with self._telling(), self.engine.connect() as connection:
            if self._path is not None:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection
            connection.commit()

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What the database refuses, as a failure that can be told."""
        try:
            yield
        except DBAPIError as error:
            raise self._failure(error) from error

    def _failure(self, error: DBAPIError) -> DrafterError:
        if self._path is None:
            return StoreUnreachable(self.shown, reason=" ".join(str(error.orig).split()))
        name = getattr(error.orig, "sqlite_errorname", "") or ""
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return StoreLocked(self.shown)
        for code, reason in _SQLITE.items():
            if name.startswith(code):
                return CannotWrite(self.shown, reason=reason)
        return StoreDamaged(self.shown, reason=" ".join(str(error.orig).split()))


def _shown(path: Path) -> str:
    with suppress(ValueError, OSError):
        return path.resolve().relative_to(Path.cwd()).as_posix()
    return path.as_posix()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, reason=cause(error)) from error


def _sqlite(path: Path, wait: float, *, reading: bool = False) -> Engine:
    """In the driver's autocommit mode: transactions begin where this module says."""

    def connect() -> sqlite3.Connection:
        if reading or _is_fixed(path):
            # Beside it nothing is made either: without a log of changes it is read as it lies there.
            log = path.with_name(f"{path.name}-wal")
            whole = "" if log.exists() and log.stat().st_size else "&immutable=1"
            address = f"{path.absolute().as_uri()}?mode=ro{whole}"
            return sqlite3.connect(
                address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
            )
        made = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            made.execute(f"PRAGMA {setting}")
        return made

    return create_engine("sqlite://", creator=connect, poolclass=QueuePool)


def _is_fixed(path: Path) -> bool:
    """Whether the file can be read and neither it nor its folder written."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _server(address: str) -> tuple[str, Engine]:
    """The name that may be shown, without a password, and the engine."""
    try:
        url = make_url(address)
        engine = create_engine(url, pool_pre_ping=True, isolation_level="READ COMMITTED")
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise BadSettings("drafter.toml", reason='store = "postgresql+psycopg://…"') from error
    except ImportError as error:
        raise StoreUnreachable(url.render_as_string(), reason="drafter[postgres]") from error
    return url.render_as_string(), engine


def _version(connection: Connection) -> str | None:
    """The schema that the database has; None where it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _made(connection: Connection, shown: str) -> None:
    """All tables at once, as the migrations would make them one after another."""
    if connection.dialect.name == "sqlite" and inspect(connection).get_table_names():  # somebody else's
        raise StoreDamaged(shown, reason="alembic_version")
    METADATA.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def _upgraded(connection: Connection, found: str, shown: str) -> None:
    from .migrations import known, upgrade

    if found not in known():
        raise StoreNewer(shown, version=found)
    upgrade(connection)


__all__ = ["FOLDER", "HEAD", "Database", "location"]
