"""Trying: files that came in are read in a child process before anybody else touches them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import drafter
from drafter.errors import DrafterError, TooSlow, Unreadable
from drafter.jobs.sorting import FileKind
from drafter.jobs.trial import Incoming, Tried, prepare

from .child import READY, failure_of
from .options import Limits

_BEGINS = 4  # times as long as a file may a child take until it has read the drafts that are there
_ALL = 10  # times as long as one file may all files of a request take, beyond which the rest is refused
_AT_ONCE = threading.BoundedSemaphore(2)  # children


def tried(root: Path, files: Sequence[Incoming], limits: Limits) -> list[Tried]:
    """What each of `files` is, or why it cannot be used, in their order. A file that takes too much of
    anything is refused, and another child goes on behind it."""
    found: list[Tried] = []
    with _AT_ONCE:
        prepare(root, files, limits.seconds)
        until = time.monotonic() + _ALL * limits.seconds
        while len(found) < len(files) and time.monotonic() < until:
            found.extend(_some(root, files[len(found) :], limits))
    return [*found, *(Tried(failure=_late(each, limits)) for each in files[len(found) :])]


def _some(root: Path, files: Sequence[Incoming], limits: Limits) -> list[Tried]:
    """What one child says of `files`; the last it could not finish."""
    found: list[Tried] = []
    with _Child(root, files, limits) as child:
        begun = child.line(_BEGINS * limits.seconds)
        if begun is None or begun.get("state") != READY:
            return [Tried(failure=child.failure(file)) for file in files]
        for file in files:
            line = child.line(limits.seconds)
            if line is None:
                return [*found, Tried(failure=child.failure(file))]
            found.append(_tried(line, file))
    return found


def _tried(line: dict[str, Any], file: Incoming) -> Tried:
    if line["failure"] is not None:
        return Tried(failure=failure_of(line["failure"], file.name))
    return Tried(None if line["kind"] is None else FileKind(line["kind"]))


class _Child:
    """One child with its files; gone when this is left, whatever it is at."""

    def __init__(self, root: Path, files: Sequence[Incoming], limits: Limits) -> None:
        self._limits = limits
        self._lines: Queue[dict[str, Any] | None] = Queue()
        self._late = False
        given = {
            "root": str(root),
            "memory": limits.memory,
            "seconds": limits.seconds,
            "files": [
                {
                    "path": str(each.path),
                    "name": each.name,
                    "kind": each.kind,
                    "agency": each.agency,
                    "returned": each.returned,
                }
                for each in files
            ],
        }
        home = str(Path(drafter.__file__).parents[1])
        known = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", "")))),
            "PYTHONIOENCODING": "utf-8",
            "OPENBLAS_NUM_THREADS": "1",  # each thread reserves addresses that count as memory
            "OMP_NUM_THREADS": "1",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "drafter.web.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=known,
        )
        threading.Thread(target=self._talk, args=(json.dumps(given).encode(),), daemon=True).start()

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    def _talk(self, given: bytes) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        try:
            with stdin:
                stdin.write(given)
            with stdout:
                for line in stdout:
                    self._lines.put(json.loads(line))
        except (OSError, ValueError):
            pass  # it is gone; whoever waits is told below
        finally:
            self._lines.put(None)

    def line(self, seconds: float) -> dict[str, Any] | None:
        """The next line; None where none comes in time, or ever."""
        try:
            return self._lines.get(timeout=seconds)
        except Empty:
            self._late = True
            return None

    def failure(self, file: Incoming) -> DrafterError:
        """Why nothing is known of `file`."""
        return _late(file, self._limits) if self._late else Unreadable(file.name)


def _late(file: Incoming, limits: Limits) -> DrafterError:
    return TooSlow(file.name, seconds=round(limits.seconds))
