"""CPU time of whole commands on the sample, this checkout against another, in one run:
`python -m tests.bench.commands --against DIR [COMMAND…]`.

Each command is a process of its own, with the libraries of this environment and compiled modules; the two
checkouts take turns, and the best of several runs counts, so that a busy machine disturbs little. `DIR` is
another checkout, such as `git worktree add DIR COMMIT` makes one. Both read one copy of the sample, in which
they find nothing that an earlier run has kept, except where a command is said to run again.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from drafter.store import FOLDER
from tests.commands import sample

ROOT = Path(__file__).parents[2]
RUNS = 7


def commands(workspace: Path) -> dict[str, list[str]]:
    """What is measured: the name of a command, and how it is called in the workspace."""
    _, old, new = sorted(str(path.relative_to(workspace)) for path in (workspace / "drafts").iterdir())
    first = {
        "--version": ["--version"],
        "outline": ["outline", new],
        "targets": ["targets", new],
        "tasks": ["tasks", new],
        "comments": ["comments"],
        "link": ["link"],
        "evidence": ["evidence"],
        "table": ["table", "-o", str(workspace / "bang.docx"), "--force"],
        "diff": ["diff", old, new],
        "lint": ["lint", new],
    }
    return first | {f"{name} again": first[name] for name in ("comments", "link", "evidence", "table")}


def cpu(checkout: Path, workspace: Path, arguments: Sequence[str]) -> float:
    """Seconds of CPU time, user and system, of one run of `drafter` as `checkout` has it; it must succeed."""
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = [sys.executable, "-m", "drafter", *arguments]
    # lint and its like end with 1 where they find something
    done = subprocess.run(run, cwd=workspace, env=environment, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{checkout}: {' '.join(arguments)}: {done.stderr.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best(
    checkouts: Sequence[Path],
    workspace: Path,
    arguments: Sequence[str],
    runs: int = RUNS,
    *,
    again: bool = False,
) -> list[float]:
    """The least CPU time of each checkout; the first run of each only compiles, and counts for nothing.
    `again`: what is kept in the workspace stays from run to run."""
    times = []
    for _ in range(runs + 1):
        row = []
        for each in checkouts:
            if not again:
                shutil.rmtree(workspace / FOLDER, ignore_errors=True)
            row.append(cpu(each, workspace, arguments))
        times.append(row)
    return [min(column) for column in zip(*times[1:], strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, required=True, metavar="DIR")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("commands", nargs="*", metavar="COMMAND")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = sample(Path(folder))
        called = commands(workspace)
        for name in asked.commands or called:
            old, new = best(
                (asked.against.resolve(), ROOT),
                workspace,
                called[name],
                asked.runs,
                again=name.endswith(" again"),
            )
            print(f"{name:14} {new / old:.2f}   ({old:.2f} s → {new:.2f} s)", flush=True)


if __name__ == "__main__":
    main()
