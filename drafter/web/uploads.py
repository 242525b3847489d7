"""Uploads: files that were sent and of which nobody has said yet whether they are to be taken."""

from __future__ import annotations

import contextlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from drafter.errors import CannotWrite, UnreadTable, cause
from drafter.opc import FileFormat, format_of, refusal
from drafter.record import write_whole

_LASTS = 3600.0  # seconds between sending and confirming
_MOST, _OF_ONE = 60, 5  # files kept of all and of one session; the oldest goes first


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent by a session: `name` is what its owner calls it, `path` where it lies under a
    name of ours."""

    id: str
    session: str
    name: str
    path: Path
    until: float
    notes: dict[str, Any] = field(default_factory=dict)  # what was understood of it


class Uploads:
    """Files under `folder`, each for the session that sent it. What another server left there goes."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._clock = folder, clock
        self._kept: OrderedDict[str, Upload] = OrderedDict()
        self._lock = Lock()

    def keep(self, session: str, name: str, data: bytes, formats: Mapping[FileFormat, str]) -> Upload:
        """Keep a file of one of `formats`, each with its suffix, under a fresh name. Raises EmptyFile,
        Encrypted, UnreadFormat, CannotWrite."""
        found = format_of(data, name)
        if found not in formats:
            raise refusal(found, plain_name(name), UnreadTable)
        id = secrets.token_urlsafe(16)
        upload = Upload(
            id,
            session,
            plain_name(name),
            self._folder / f"{secrets.token_hex(16)}{formats[found]}",
            self._clock() + _LASTS,
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise CannotWrite(self._folder.name, reason=cause(error)) from error
        write_whole(upload.path, data)
        with self._lock:
            if not self._kept:
                self._clear()
            self._kept[id] = upload
            self._forget(session)
        return upload

    def find(self, session: str, id: str) -> Upload | None:
        """The file of this id, for the session that sent it and for no other."""
        with self._lock:
            found = self._kept.get(id)
        if found is None or found.session != session or found.until < self._clock():
            return None
        return found

    def drop(self, upload: Upload) -> None:
        """Its question is answered."""
        with self._lock:
            self._kept.pop(upload.id, None)
        with contextlib.suppress(OSError):
            upload.path.unlink()

    def _forget(self, session: str) -> None:
        own = [each for each in self._kept.values() if each.session == session]
        old = [each for each in self._kept.values() if each.until < self._clock()]
        over = list(self._kept.values())[: max(0, len(self._kept) - _MOST)]
        for each in (*own[:-_OF_ONE], *old, *over):
            self._kept.pop(each.id, None)
            with contextlib.suppress(OSError):
                each.path.unlink()

    def _clear(self) -> None:
        """Files that nobody can ask for any more: they are of a server that has ended."""
        old = time.time() - _LASTS
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                if path.is_file() and path.stat().st_mtime < old:
                    path.unlink()


def plain_name(name: str) -> str:
    """The last part of what a browser calls a file, without signs that steer anything."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(filter(str.isprintable, last)).strip()[:200] or "?"
