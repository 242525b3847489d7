"""Saves of several people at once, and how long one takes: `python -m tests.bench.saves`.

`--saves` says how many, half by each of two processes of eight threads, in a file and, where PostgreSQL is to
be had, on a server of its own.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from drafter.model import Author, Decision, Disposition, Registered, Save
from drafter.store import Store
from tests.bench.speed_start import DRAFTER, best
from tests.commands import sample
from tests.servers import create, programs, server
from tests.together import check, together

AUTHOR = Author("Văn phòng", "2021-03-01T08:00:00+07:00")
_COMMENTS = 5000
_LONG = "Đề nghị cơ quan chủ trì soạn thảo rà soát, chỉnh sửa cho thống nhất. " * 8


def several(place: str | Path, saves: int) -> str:
    """What came of `saves` at once, in words. Raises AssertionError where one is lost."""
    start = time.monotonic()
    told = together(place, saves=saves)
    seconds = time.monotonic() - start
    check(place, told)
    return (f"{len(told.saved)} saves, none lost, {told.conflicts} conflicts told, "
            f"{len(told.saved) / seconds:.0f} saves a second")  # fmt: skip


def one(place: str | Path, comments: int = _COMMENTS) -> float:
    """Seconds from opening a store of so many comments, all decided, until a save in it is on the disk:
    the best of several."""
    store = Store(place)
    store.register(Registered(0, f"k{n:05}", f"Sở {n % 40}", _LONG) for n in range(comments))
    first = Decision(Disposition.EXPLAINED, response=_LONG)
    for _ in _once_each(store, first):
        pass
    store.close()
    times = []
    for version in range(1, 8):
        start = time.perf_counter()
        store = Store(place)
        known = store.decisions()["k02500"]
        store.save([Save("k02500", replace(known, response=f"lần {version}"))], AUTHOR)
        store.close()
        times.append(time.perf_counter() - start)
    return min(times)


def _once_each(store: Store, decision: Decision) -> Iterator[int]:
    keys = [*store.numbers()]
    for at in range(0, len(keys), 500):
        yield store.save([Save(key, decision) for key in keys[at : at + 500]], AUTHOR)


def decide_ratio(runs: int = 3) -> tuple[float, float]:
    """`drafter decide` on the sample against `drafter --version`: of an answer given, and of one to be
    proposed, for which all drafts and letters are read."""
    with tempfile.TemporaryDirectory() as name:
        root = sample(Path(name))
        decide = [*DRAFTER, "-C", str(root), "decide", "7", "--by", "A"]
        subprocess.run([*decide, "--accept"], check=True, stdout=subprocess.DEVNULL)
        version = best([*DRAFTER, "--version"], runs)
        return (
            best([*decide, "--assign", "Phòng A"], runs) / version,
            best([*decide, "--accept"], runs) / version,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        places: dict[str, tuple[str | Path, str | Path]] = {
            "SQLite": (Path(name) / "a.db", Path(name) / "b.db")
        }
        if programs() is None:
            print("PostgreSQL: not here; python -m tests.programs installs it on Debian", file=sys.stderr)
        else:
            running = stack.enter_context(server(durable=True))
            create(running, "other")
            places["PostgreSQL"] = (running.address(), running.address("other"))
        for kind, (first, second) in places.items():
            print(f"{kind}: {several(first, options.saves)}")
            print(
                f"{kind}: one save in a store of {_COMMENTS} comments, opening included: {one(second):.3f} s"
            )
    given, proposed = decide_ratio()
    print(
        f"drafter decide on the sample / drafter --version: {given:.1f} (--assign), {proposed:.1f} (--accept)"
    )


if __name__ == "__main__":
    main()
