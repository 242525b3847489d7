"""Turns: a test marked `alone` measures time and runs while no other worker of pytest-xdist runs a test.

Two locks on files that all workers share. A test holds `running` while it runs, shared or, alone, exclusive;
to get it a test passes `gate`, where one that waits to be alone stops those that come after.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: tests that measure are repeated where the machine is busy, here as everywhere
    fcntl = None  # type: ignore[assignment]


def turn(folder: Path, *, alone: bool) -> AbstractContextManager[None]:
    """For as long as one test runs; `folder` is one for all workers."""
    return nullcontext() if fcntl is None else _turn(folder, alone)


@contextmanager
def _turn(folder: Path, alone: bool) -> Iterator[None]:
    with (folder / "gate").open("w") as gate, (folder / "running").open("w") as running:
        fcntl.flock(gate, fcntl.LOCK_EX)
        fcntl.flock(running, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(gate, fcntl.LOCK_UN)
        yield  # closing the files gives the locks back
