"""A PostgreSQL of one's own, for as long as a test runs: in a temporary folder, as an account without rights,
reached through a socket in that folder alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

USER, PASSWORD, NAME = "drafter", "mật khẩu: @/%?", "drafter"
_ENDS = 30  # seconds until the processes of a server that was killed have noticed
_NOBODY = ("postgres", "nobody")  # accounts to be where the test is root, for which PostgreSQL does not start


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest where there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return None if initdb is None else Path(initdb).resolve().parent


@dataclass(frozen=True, slots=True)
class Server:
    """`folder` holds its socket; `durable`: it waits for the disk."""

    folder: Path
    durable: bool = False

    def address(self, name: str = NAME, *, user: str = USER, password: str = PASSWORD) -> str:
        """As `store` in drafter.toml takes it."""
        secret = quote(password, safe="")
        return f"postgresql+psycopg://{user}:{secret}@/{name}?host={quote(str(self.folder), safe='')}"


@contextmanager
def server(*, durable: bool = False) -> Iterator[Server]:
    """A server with one empty database, `NAME`; `durable`: it waits for the disk, as in use."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a socket's path has room for 107 characters
    try:
        account = _account()
        if account is not None:
            shutil.chown(folder, account, account)
        secret = folder / "secret"
        secret.write_text(PASSWORD, encoding="utf-8")
        secret.chmod(0o644)
        _call(account, folder, "initdb", "-D", "data", "-U", USER, "-E", "UTF8", "--no-locale", "--no-sync",
              "--auth=scram-sha-256", "--pwfile=secret")  # fmt: skip
        made = Server(folder, durable)
        start(made)
        try:
            create(made, NAME)
            yield made
        finally:
            stop(made)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(server: Server) -> None:
    """Let it run, after a crash as well."""
    options = f"-c listen_addresses='' -c unix_socket_directories='{server.folder}' -c max_connections=100"
    options += "" if server.durable else " -c fsync=off"
    _call(_account(), server.folder, "pg_ctl", "-D", "data", "-l", "log", "-w", "-o", options, "start")


def stop(server: Server) -> None:
    """End it at once, as a crash would: nothing is put in order."""
    _call(_account(), server.folder, "pg_ctl", "-D", "data", "-w", "-m", "immediate", "stop")


def kill(server: Server) -> None:
    """SIGKILL to its first process; what that has started ends by itself."""
    process = int((server.folder / "data" / "postmaster.pid").read_text(encoding="ascii").split()[0])
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    os.kill(process, signal.SIGKILL)
    deadline = time.monotonic() + _ENDS
    while any(Path("/proc", child).exists() for child in children):
        assert time.monotonic() < deadline, "what it has started goes on"
        time.sleep(0.05)


def create(server: Server, name: str) -> None:
    """An empty database on it."""
    import psycopg

    with psycopg.connect(
        host=str(server.folder), user=USER, password=PASSWORD, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')


def _account() -> str | None:
    import pwd

    if os.geteuid() != 0:
        return None
    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in _NOBODY if name in known)


def _call(account: str | None, folder: Path, program: str, *arguments: str) -> None:
    found = programs()
    assert found is not None, "needs PostgreSQL; python -m tests.programs installs it on Debian"
    group = None if account is None else _group(account)
    # A server inherits what its starter writes to, and would hold a pipe open.
    with (folder / "said").open("w+") as said:
        done = subprocess.run(
            [found / program, *arguments], cwd=folder, stdout=said, stderr=said, check=False,
            user=account, group=group, extra_groups=None if account is None else [],
        )  # fmt: skip
        said.seek(0)
        assert done.returncode == 0, f"{program}: {said.read()}"


def _group(account: str) -> int:
    import pwd

    return pwd.getpwnam(account).pw_gid
