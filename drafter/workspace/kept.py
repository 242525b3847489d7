"""Kept: what was computed of drafts and letters, for the next command beside the decisions; safe to delete.

A value is kept under the hash of all that it was computed from, this program's own files among them, and with
a hash of itself: what is damaged, or was made otherwise, is computed again. Nothing is made where nobody
keeps decisions, and what the system refuses is left alone.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Hashable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = "cache"
LIMITS: Mapping[str, int] = {
    "letters": 16384,
    "links": 8,
    "evidence": 8,
    "register": 24,
    "tasks": 24,
    "converted": 512,
    "recognised": 512,
}  # files of each kind
_HASH = 32  # bytes at the beginning of a file: the SHA-256 of its name and the others


class Kept:
    """Values in the folder `cache` of `home`, where decisions are kept; processes may share it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._room: dict[str, int] = {}  # kind → how many more fit before the folder is looked at again

    def find(self, kind: str, key: Hashable) -> tuple[Any] | None:
        """The value of `key`, which holds all that it depends on, in a tuple of one; None where it is not
        kept."""
        return _read(kind, self._path(kind, key)) if self._home.is_dir() else None

    def holds(self, kind: str, key: Hashable) -> bool:
        """Whether something is kept under `key`, sound or not."""
        return self._path(kind, key).is_file()

    def put(self, kind: str, key: Hashable, value: object) -> None:
        """Keep a value; of each kind those longest unused go."""
        from .plain import to_bytes

        if not self._home.is_dir():
            return
        path = self._path(kind, key)
        with suppress(OSError, TypeError):
            data = to_bytes(kind, value)
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_bound(path, data) + data)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink()
                raise
            if (room := self._room.get(kind, 0)) > 0:
                self._room[kind] = room - 1
            else:
                self._room[kind] = self._clear(path.parent, LIMITS[kind])

    def _path(self, kind: str, key: Hashable) -> Path:
        named = hashlib.sha256(repr((_program(), key)).encode("utf-8", "surrogatepass")).hexdigest()
        return self._home / FOLDER / kind / named

    def _clear(self, folder: Path, limit: int) -> int:
        """How many more fit; of a full folder of many some more go, so that the next ones need not look."""
        there = list(folder.iterdir())
        if len(there) <= limit:
            return limit - len(there)
        spare = limit // 16
        oldest = sorted(there, key=lambda path: path.stat().st_mtime_ns)
        for path in oldest[: len(there) - limit + spare]:
            path.unlink(missing_ok=True)
        return spare


def _read(kind: str, path: Path) -> tuple[Any] | None:
    """What a file holds; None for one that is not there, damaged, or of other values."""
    from .plain import of_bytes

    with suppress(OSError, ValueError):
        data = path.read_bytes()
        if _bound(path, data[_HASH:]) == data[:_HASH]:
            found = (of_bytes(kind, data[_HASH:]),)
            with suppress(OSError):  # of another account
                os.utime(path)
            return found
    return None


def _bound(path: Path, data: bytes) -> bytes:
    """The hash of what a file holds under its own name: under another one it is none of that."""
    return hashlib.sha256(path.name.encode() + data).digest()


@cache
def _program() -> str:
    """What computes: this program's files as they lie there, the folder of those it uses, the language."""
    package = Path(__file__).parents[1]
    told = hashlib.sha256(repr((sys.version, *_stamp(Path(hashlib.__file__).parent))).encode())
    told.update(repr([_stamp(Path(each)) for each in sys.path if each.endswith("-packages")]).encode())
    for path in sorted(_files(package)):
        told.update(repr((path.relative_to(package).as_posix(), *_stamp(path))).encode())
    return told.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(root, name) for name in names)


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_size
