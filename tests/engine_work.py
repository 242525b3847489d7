"""Work for engines: functions that their workers can import."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from drafter.errors import WorkersLost


def add(shared: int, part: int) -> int:
    time.sleep(0.002 * (part % 3))  # so that later parts are done before earlier ones
    return shared + part


def fail(shared: int, part: int) -> int:
    raise ValueError(part)


def lose(shared: int, part: int) -> int:
    raise WorkersLost("a", times=part)


def kill_once(shared: str, part: int) -> int:
    """Part 5 takes its worker with it the first time."""
    if part == 5:
        try:
            Path(shared).touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
    return part * part


def kill_always(shared: str, part: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return part
