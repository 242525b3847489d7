"""Programs of others: run as child processes with a limit of time and memory, and without a network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

MEMORY = 4 * 2**30  # bytes of addresses that a program may take
_FILE = 2**30  # bytes of a file that it may write
_TRIAL = 10.0  # seconds to find out what the system allows


def run(
    command: Sequence[str], seconds: float, *, given: bytes | None = None, home: Path | None = None
) -> bytes | None:
    """What a program prints; None where it fails or takes too long: then it ends with all that it began.

    `given` is its input; `home` stands for the user's folder, for that of temporary files
    and for the one that it is started in: nothing is left in ours.
    """
    kept = (
        {} if home is None else {"HOME": str(home), "TMPDIR": str(home), "TEMP": str(home), "TMP": str(home)}
    )
    try:
        process = subprocess.Popen(  # noqa: S603
            [*_fenced(), *command], stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, **kept}, cwd=home,
            start_new_session=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except OSError:
        return None
    try:
        out, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    return out if process.returncode == 0 else None


@cache
def apart() -> tuple[str, ...]:
    """What comes before a command so that it reaches no network: one of its own with nothing in it, where the
    kernel gives that to anybody; its processes end together. () where the system has no such thing."""
    program = shutil.which("unshare")
    if program is None:
        return ()
    prefix = (program, "--user", "--map-root-user", "--pid", "--fork", "--kill-child", "--net")
    return prefix if run([*prefix, "true"], _TRIAL) is not None else ()


@cache
def _fenced() -> tuple[str, ...]:
    """What comes before a command so that it takes no more than it may, and ends when we do (util-linux)."""
    limits, end = shutil.which("prlimit"), shutil.which("setpriv")
    bounds = () if limits is None else (limits, f"--as={MEMORY}", f"--fsize={_FILE}", "--core=0")
    with_us = () if end is None else (end, "--pdeathsig", "KILL")
    found = [prefix for prefix in (with_us, bounds) if prefix and _works(prefix)]
    return tuple(word for prefix in found for word in prefix)


def _works(prefix: Sequence[str]) -> bool:
    try:
        done = subprocess.run(  # noqa: S603
            [*prefix, "true"], capture_output=True, timeout=_TRIAL, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it began."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:  # Windows
        subprocess.run(  # noqa: S603
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607
            capture_output=True,
            check=False,
        )
        process.kill()
    process.wait()
