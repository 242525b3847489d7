"""Waiting: who waits for a database is told so after a while, and for whom, where the system says it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

PATIENCE = 2.0  # seconds that nobody minds
_LOCKS = Path("/proc/locks")  # https://man7.org/linux/man-pages/man5/proc_locks.5.html
_BESIDE = ("", "-wal", "-shm", "-journal")  # the files that SQLite locks for one database


@dataclass(frozen=True, slots=True)
class Wait:
    """The database `shown` is held by the programs `holders`, as far as that is known; `seconds` are waited
    for it at most."""

    shown: str
    holders: tuple[str, ...]
    seconds: float


Waits = Callable[[Wait], None]


@contextmanager
def told(waits: Waits | None, path: Path | None, shown: str, seconds: float) -> Iterator[Callable[[], None]]:
    """A stretch in which one may have to wait for `path`, None: for a server; gives what ends it before."""
    if waits is None or seconds <= PATIENCE:
        yield lambda: None
        return
    tell = waits
    timer = Timer(PATIENCE, lambda: tell(Wait(shown, () if path is None else holders(path), seconds)))
    timer.daemon = True
    timer.start()
    try:
        yield timer.cancel
    finally:
        timer.cancel()


def holders(path: Path) -> tuple[str, ...]:
    """The other programs that hold the database at `path` for writing: `"soffice (1234)"`; () where the
    system does not say."""
    found: dict[str, None] = {}
    with suppress(OSError, ValueError):
        files = {_inode(Path(f"{path}{end}")) for end in _BESIDE}
        for line in _LOCKS.read_text(encoding="ascii").splitlines():
            _, kind, _, access, process, file, *_ = line.split()
            if kind == "POSIX" and access == "WRITE" and file in files and int(process) != os.getpid():
                found[_named(process)] = None
    return tuple(found)


def _inode(path: Path) -> str:
    """A file as the list of locks names it."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"


def _named(process: str) -> str:
    with suppress(OSError):
        return f"{Path('/proc', process, 'comm').read_text(encoding='utf-8').strip()} ({process})"
    return process
