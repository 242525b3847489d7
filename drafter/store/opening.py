"""Opening: the database of a workspace, made or brought up to date, and what a refusal of it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock

import msgspec
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError, TimeoutError

from drafter.errors import (
    Cause,
    DrafterError,
    StoreDamaged,
    StoreLocked,
    StoreNewer,
    StoreNotWritable,
    StoreOlder,
    cause,
)

from .engines import file_engine, server_engine, shown_path
from .place import HEAD
from .refusals import refused_file, refused_server
from .tables import METADATA
from .waiting import Waits, told

WAIT = 30.0  # seconds that a save waits for others; each takes a few milliseconds
_LOCK = (
    7_250_316  # the key of the advisory lock under which a PostgreSQL database is made or brought up to date
)


class Database:
    """A database at a path, or at the address of a PostgreSQL server. `shown` names it in messages.

    `reading`: nothing of it is ever made, changed or brought up to date.
    """

    def __init__(
        self,
        place: str | Path,
        *,
        wait: float | None = None,
        reading: bool = False,
        waits: Waits | None = None,
    ) -> None:
        """`wait`: seconds for others, else `WAIT`; `waits` is told where that takes longer than one would
        think. Raises BadStoreAddress, StoreUnreachable for an address."""
        self._waits = waits
        self._path = place if isinstance(place, Path) else None
        self._wait = WAIT if wait is None else wait
        self._only_reading = reading
        self._turn = Lock()
        self._secrets: tuple[str, ...] = ()
        if isinstance(place, Path):
            self.shown = shown_path(place)
            self.engine = file_engine(place, self._wait, reading=reading)
        else:
            self.shown, self._secrets, self.engine = server_engine(place, self._wait)

    @property
    def exists(self) -> bool:
        """Whether a database stands there that somebody has made."""
        if self._path is not None:
            return self._path.exists()
        with self.reading() as connection:
            return _version(connection) is not None

    def prepare(self) -> None:
        """Make the database where there is none, bring an earlier one up to date.

        Raises StoreNewer for one of a later drafter; StoreDamaged, StoreLocked, StoreNotWritable,
        StoreUnreachable. One that is only read must be up to date: else StoreNewer or StoreOlder.
        """
        if self._only_reading:
            self._check()
            return
        if self._path is not None and not self._path.exists():
            _make_folder(self._path)
        with self.reading() as connection:
            found = _version(connection)
        if found == HEAD:
            return
        with self._rebuilding() as connection:
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
            raise StoreOlder(self.shown, version=found)
        raise StoreNewer(self.shown, version=found)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which all reads see one state."""
        with self._telling(), self._asking() as given, self.engine.connect() as connection:
            if self._path is not None:
                connection.exec_driver_sql("BEGIN")
            else:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            given()
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose writes are on the disk when the block ends, or never were. Raises
        StoreNotWritable for a database that is only read."""
        if self._only_reading:
            raise StoreNotWritable(self.shown, reason=Cause.NO_PERMISSION)
        with (
            self._telling(),
            self._asking() as given,
            self._in_turn(),
            self.engine.connect() as connection,
        ):
            if self._path is not None:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(self._wait * 1000)}")
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            given()
            yield connection
            connection.commit()

    @contextmanager
    def _rebuilding(self) -> Iterator[Connection]:
        """As `writing`, for a step that may drop a table to which others refer and put it back."""
        if self._path is None:
            with self.writing() as connection:
                yield connection
            return
        with self._telling(), self._in_turn(), self.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # nothing can be set once it has begun
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise StoreDamaged(self.shown, reason=f"{broken[0]} → {broken[2]}")
                connection.commit()
            finally:
                connection.rollback()
                connection.exec_driver_sql("PRAGMA foreign_keys = ON")

    def _asking(self) -> AbstractContextManager[Callable[[], None]]:
        return told(self._waits, self._path, self.shown, self._wait)

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Threads of one process come one after another: SQLite has those that wait for a file ask again
        and again, and one may be passed over for seconds. Raises StoreLocked."""
        if not self._turn.acquire(timeout=self._wait):
            raise StoreLocked(self.shown)
        try:
            yield
        finally:
            self._turn.release()

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What the database refuses, as a failure that can be told."""
        try:
            yield
        except DBAPIError as error:
            raise self._failure(error) from error
        except TimeoutError as error:  # more threads than connections, each waiting for another
            raise StoreLocked(self.shown) from error
        except UnicodeDecodeError as error:  # what SQLite says of it names a damaged table
            raise StoreDamaged(self.shown, reason=str(error)) from error
        except msgspec.MsgspecError as error:
            raise StoreDamaged(self.shown, reason=" ".join(str(error).split())) from error

    def _failure(self, error: DBAPIError) -> DrafterError:
        if self._path is None:
            return refused_server(error, self._secrets, self.shown)
        return refused_file(error, self._path, self.shown)


def _make_folder(path: Path) -> None:
    """The folder of a database that is not there. Raises StoreDamaged where its log of changes is left: a new
    database in its place would wipe what that holds."""
    log = path.with_name(f"{path.name}-wal")
    try:
        if log.is_file() and log.stat().st_size:
            raise StoreDamaged(shown_path(path), reason=Cause.NO_SUCH_FILE)
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise StoreNotWritable(shown_path(path.parent), reason=Cause.NOT_A_FOLDER) from error
    except OSError as error:
        raise StoreNotWritable(shown_path(path.parent), reason=cause(error)) from error


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


__all__ = ["HEAD", "Database"]
