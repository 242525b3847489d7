"""Kills: a work in a process of its own, ended without warning at a moment by chance."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path

from tests.crashing import Tell, Work

_LATER = 0.8  # of the kills come after the first acknowledgement


@cache
def context() -> BaseContext:
    """Processes that begin with what they need already imported, where the system can do that."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    made = get_context("forkserver")
    made.set_forkserver_preload(["tests.crashing_warm"])
    return made


def killed(work: Work, folder: Path, seed: int) -> list[object]:
    """What `work` acknowledged before it was killed. The moment follows from `seed`, and from the machine."""
    folder.mkdir(exist_ok=True)
    work.prepare(folder)
    reading, writing = context().Pipe(duplex=False)
    process = context().Process(target=_run, args=(work.run, folder, seed, writing), daemon=True)  # type: ignore[attr-defined]
    process.start()
    writing.close()
    told: list[object] = []
    with reading, suppress(EOFError, OSError):
        assert reading.recv() == "begun"
        chance = random.Random(seed)
        if chance.random() < _LATER:  # else it may be killed while it opens or makes what it works on
            told.append(reading.recv())
        until = time.monotonic() + chance.uniform(0, work.longest)
        while (left := until - time.monotonic()) > 0:
            if reading.poll(left):  # what is not read would make it wait
                told.append(reading.recv())
        process.kill()
        while True:
            told.append(reading.recv())
    process.join()
    for each in told:
        if isinstance(each, BaseException):
            raise each
    work.check(folder, told)
    return told


def _run(run: Callable[[Path, int, Tell], None], folder: Path, seed: int, writing: Connection) -> None:
    writing.send("begun")
    try:
        run(folder, seed, writing.send)
    except Exception as error:
        writing.send(AssertionError(repr(error)))
