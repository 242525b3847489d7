"""Bounds: how much a process that reads what came in may take."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

# By the clock a child may take as many times the work that it is allowed: on a busy machine it waits for its
# turn. Where the system does not bound work, the clock alone does.
PATIENCE = 4 if find_spec("resource") else 1


def limit(memory: int, seconds: float) -> None:
    """Let this process take no more than `memory` bytes beyond what it has, and so many seconds of work;
    write no file and leave none behind. Where the system has no such limits, time alone is watched, from
    outside."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = (
        (resource.RLIMIT_AS, _size() + memory),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for which, most in wanted:
        _, hard = resource.getrlimit(which)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(which, (least, least))
        except (OSError, ValueError):
            continue


def _size() -> int:
    """Bytes of addresses that this process has now; what an interpreter with all libraries has at most, where
    the system does not say it."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 2**31
    import resource

    return pages * resource.getpagesize()
