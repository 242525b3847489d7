"""Engines: the way to a database in a file, and to one on a server, and the names of both in messages."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

from drafter.errors import BadStoreAddress, Cause, StoreUnreachable

from .place import SETTINGS
from .refusals import is_full

_SERVERS = ("postgresql", "postgresql+psycopg")
_CONNECT = 10  # seconds until a server counts as not there
_SECRET = ("password", "sslpassword")  # what an address may say of libpq's secrets beside its own place


def shown_path(path: Path) -> str:
    """From the folder that the command was started in, where it lies there."""
    with suppress(ValueError, OSError):
        return path.resolve().relative_to(Path.cwd()).as_posix()
    return path.as_posix()


def file_engine(path: Path, wait: float, *, reading: bool = False) -> Engine:
    """SQLite in the driver's autocommit mode: transactions begin where `Database` says. `wait`: seconds for
    other programs. `reading`: nothing is ever made beside the file either."""

    def connect() -> sqlite3.Connection:
        if reading or _is_fixed(path):
            return _fixed(path, wait)
        made = _connected(path, wait)
        try:
            for setting in SETTINGS if _is_ours(made) else SETTINGS[:2]:
                made.execute(f"PRAGMA {setting}")
        except sqlite3.DatabaseError:
            # A full disk has no room for what a connection lays beside the file; it can still be read.
            made.close()
            if not (is_full(path) and path.is_file() and path.stat().st_size):
                raise
            return _fixed(path, wait)
        return made

    # What is read as it lies there shows on one connection what lay there when that was opened.
    once = reading or _is_fixed(path)
    return create_engine("sqlite://", creator=connect, poolclass=NullPool if once else QueuePool)


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether it is drafter's or empty. To set the journal of somebody else's would change the file."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return not tables or "alembic_version" in tables


def _fixed(path: Path, wait: float) -> sqlite3.Connection:
    """For reading, with what the log of changes holds; without one it is read as it lies there."""
    log = path.with_name(f"{path.name}-wal")
    is_whole = not (log.exists() and log.stat().st_size)
    made = _connected(f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' * is_whole}", wait)
    try:
        made.execute("SELECT name FROM sqlite_master").fetchall()
    except sqlite3.OperationalError:
        made.close()
        if is_whole or not path.is_file():
            raise
        return _copied(path, log, wait)  # the log can only be read where something is written beside it
    return made


def _copied(path: Path, log: Path, wait: float) -> sqlite3.Connection:
    """What database and log hold together, in memory and for reading."""
    memory = _connected(":memory:", wait)
    with tempfile.TemporaryDirectory() as folder:
        for part in (path, log):
            shutil.copyfile(part, Path(folder) / part.name)
        with closing(sqlite3.connect(Path(folder) / path.name)) as copy:
            copy.backup(memory)
    memory.execute("PRAGMA query_only = ON")
    return memory


def _connected(address: str | Path, wait: float) -> sqlite3.Connection:
    uri = isinstance(address, str)
    return sqlite3.connect(address, uri=uri, timeout=wait, isolation_level=None, check_same_thread=False)


def _is_fixed(path: Path) -> bool:
    """Whether the file can be read and neither it nor its folder written."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def server_engine(address: str, wait: float) -> tuple[str, tuple[str, ...], Engine]:
    """The name that may be shown, the secrets that may not, and the engine; nothing is connected yet.

    Raises BadStoreAddress for what is no address of PostgreSQL, StoreUnreachable where its driver is missing.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # it quotes the address, with the password
        raise BadStoreAddress("drafter.toml") from None
    if url.drivername not in _SERVERS or _is_cut_wrongly(url):
        raise BadStoreAddress("drafter.toml")
    shown, secrets = _shown_url(url), _secrets(url)
    try:
        engine = create_engine(
            url.set(drivername=_SERVERS[-1]).update_query_dict({"connect_timeout": str(_CONNECT)})
            if "connect_timeout" not in url.query
            else url.set(drivername=_SERVERS[-1]),
            pool_pre_ping=True,
            pool_timeout=wait,
            isolation_level="READ COMMITTED",
        )
    except ImportError as error:
        raise StoreUnreachable(shown, reason=Cause.NO_DRIVER) from error
    return shown, secrets, engine


def _is_cut_wrongly(url: URL) -> bool:
    """Whether a sign in the password ended it too early, so that the rest stands in other parts."""
    return any("@" in (part or "") for part in (url.username, url.host, url.database))


def _shown_url(url: URL) -> str:
    """Without the password, and of further options only where the server is."""
    places = {name: value for name, value in url.query.items() if name in ("host", "port")}
    return url.set(password=None, query=places).render_as_string()


def _secrets(url: URL) -> tuple[str, ...]:
    """What no message may hold, the longest first."""
    further = [url.query[name] for name in _SECRET if name in url.query]
    texts = [text for value in further for text in ([value] if isinstance(value, str) else value)]
    return tuple(sorted(filter(None, [url.password, *texts]), key=len, reverse=True))
