"""Inputs: the files of workspaces, read again only where they changed.

A file whose status (times, size, inode) is the same still holds what it held. Times are as coarse as the file
system makes them: a file that was written just before it was read is read again the next time.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from ..intake import read_source

if TYPE_CHECKING:
    from ..model import Source

_MOST = 20_000  # paths of which the status is remembered
_SETTLED = 2.0  # seconds: the steps in which FAT counts


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was when it was read."""

    status: tuple[int, ...]
    sha256: str


class Inputs:
    """Files by path; threads may ask at once. `settled`: seconds after which a write shows in a file's
    times."""

    def __init__(self, *, settled: float = _SETTLED) -> None:
        self._steps = int(settled * 1e9)
        self._seen: OrderedDict[Path, _Seen] = OrderedDict()
        self._lock = Lock()

    def known(self, path: Path) -> str | None:
        """The SHA-256 of what the file holds, where that can be told without reading it."""
        status = _status(path)
        with self._lock:
            seen = self._seen.get(path)
        return seen.sha256 if seen is not None and seen.status == status else None

    def read(self, path: Path, *, shown: str, listed: bool) -> Source:
        """The file, read now. Raises what `intake.read_source` raises."""
        before, now = _status(path), time.time_ns()
        source = read_source(path, shown=shown, listed=listed)
        settled = before is not None and before == _status(path) and max(before[:2]) <= now - self._steps
        with self._lock:
            self._seen.pop(path, None)
            if settled and before is not None:
                self._seen[path] = _Seen(before, source.sha256)
            while len(self._seen) > _MOST:
                self._seen.popitem(last=False)
        return source


def _status(path: Path) -> tuple[int, ...] | None:
    """When it was written and when its status changed, in nanoseconds; its size and inode."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev
