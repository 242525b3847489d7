"""`python -m tests.fuzz --seeds A-B [--workers N] [--keep FOLDER]`: run cases, print what failed."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .watching import shrunk, watched


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seeds", default="0-199", help="A-B, both included")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, help="folder to which failing cases are written as lines of JSON"
    )
    asked = parser.parse_args()
    first, _, last = asked.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    begun, counts, worst = time.monotonic(), Counter[str](), [0.0, 0.0]
    with (
        tempfile.TemporaryDirectory(prefix="drafter-fuzz-") as home,
        ThreadPoolExecutor(asked.workers) as pool,
    ):

        def share(number: int) -> None:
            folder = Path(home, str(number))
            for found in watched(seeds[number :: asked.workers], folder):
                counts["files"] += 1
                counts["commands"] += found.get("commands", 0)
                counts["used by a command"] += bool(found.get("used"))
                worst[:] = max(worst[0], found.get("seconds", 0.0)), max(worst[1], found.get("memory", 0))
                if not counts["files"] % 100:  # what is stopped has still said how far it came
                    print(f"{counts['files']} files, {counts['failed']} failed", file=sys.stderr, flush=True)
                if found["wrong"]:
                    counts["failed"] += 1
                    _tell(found, folder, asked.keep)

        list(pool.map(share, range(asked.workers)))
    print(", ".join(f"{count} {what}" for what, count in counts.items()), end="; ")
    print(
        f"longest {worst[0]:.1f} s, largest {worst[1] / 2**20:.0f} MB, "
        f"{time.monotonic() - begun:.0f} s in all"
    )


def _tell(found: dict[str, Any], folder: Path, keep: Path | None) -> None:
    found = {
        **found,
        "fewest": shrunk(found, folder) if len(found.get("kept", ())) > 1 else found.get("kept"),
    }
    print(json.dumps(found, ensure_ascii=False), flush=True)
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{found['seed']}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
