"""Watching: workers get seeds, and are killed where a case takes far too long; what failed comes back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from tests.commands import ROOT

_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
_KILLED = 900.0  # seconds for all commands of a case; the worker itself bounds their processor time
_HELD = 2**30  # bytes: what a worker keeps of earlier cases must leave the next one room
_BEGINS = 600.0  # … until a worker has made its workspace


def without_network() -> list[str]:
    """How a program is started that reaches no network; nothing where this kernel or system has no way."""
    unshare = shutil.which("unshare")
    way = [unshare, "--map-root-user", "--net"] if unshare else []
    works = bool(way) and subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0
    return way if works else []


class Child:
    """One worker in `folder`, started again where it was killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self._lines: Queue[str] = Queue()

    def ask(self, seed: int, kept: Iterable[int] | None = None) -> dict[str, Any]:
        """What the worker says of a seed; that it was killed, or died, where it says nothing."""
        process = self._process or self._start()
        assert process.stdin is not None
        line = str(seed) if kept is None else f"{seed}:{','.join(map(str, kept))}"
        try:
            process.stdin.write(line + "\n")
            process.stdin.flush()
            found: dict[str, Any] = json.loads(self._line(_KILLED))
        except (Empty, OSError, ValueError):
            late = process.poll() is None
            self.end()
            stack = self._folder / "stack.txt"
            told = stack.read_text("utf-8", "replace")[:3000] if stack.exists() else ""
            return {
                "seed": seed,
                "wrong": [f"killed after {_KILLED:.0f} s: {told}" if late else f"the worker died: {told}"],
            }
        return found

    def _start(self) -> subprocess.Popen[str]:
        self._lines = Queue()
        process = subprocess.Popen(
            [*without_network(), sys.executable, "-m", "tests.fuzz.worker", str(self._folder)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            stderr=(self._folder / "stderr.txt").open("w"), env={**os.environ, **_ENVIRONMENT},
        )  # fmt: skip
        self._process = process
        threading.Thread(target=self._read, args=(process, self._lines), daemon=True).start()
        self._line(_BEGINS)
        return process

    @staticmethod
    def _read(process: subprocess.Popen[str], lines: Queue[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)
        lines.put("")

    def _line(self, seconds: float) -> str:
        return self._lines.get(timeout=seconds)

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def watched(seeds: Iterable[int], folder: Path) -> Iterator[dict[str, Any]]:
    """What becomes of each seed, in one worker."""
    folder.mkdir(parents=True, exist_ok=True)
    child = Child(folder)
    try:
        for seed in seeds:
            found = child.ask(seed)
            yield found
            if found.get("held", 0) > _HELD:
                child.end()
    finally:
        child.end()


def shrunk(found: dict[str, Any], folder: Path) -> tuple[int, ...]:
    """The fewest damages of a failing case with which it still fails."""
    kept = tuple(found.get("kept") or range(5))
    child = Child(folder)
    try:
        for leave in kept:
            fewer = tuple(each for each in kept if each != leave)
            if fewer and child.ask(found["seed"], fewer)["wrong"]:
                kept = fewer
        return kept
    finally:
        child.end()
