"""How long commands take from a cold start, as ratios in one run: `python -m tests.bench.speed_start`.

Each command is a process of its own; the best of several runs counts, so that a busy machine
disturbs little.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
DRAFTER = [sys.executable, "-m", "drafter"]


def best(command: list[str], runs: int = 5) -> float:
    """The shortest wall time of `command` in seconds; it must succeed."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


def version_ratio(runs: int = 5) -> float:
    """`drafter --version` against `python -c "import click"`."""
    return best([*DRAFTER, "--version"], runs) / best([sys.executable, "-c", "import click"], runs)


def table_ratio(runs: int = 5) -> float:
    """`drafter table` on the sample against importing the libraries that it stands on."""
    with tempfile.TemporaryDirectory() as folder:
        table = best([*DRAFTER, "table", "-o", str(Path(folder) / "bang.docx"), "--force"], runs)
    return table / best([sys.executable, "-c", "import spacy, docx, openpyxl"], runs)


def decision_ratios(runs: int = 3) -> tuple[float, float]:
    """`drafter decide` and `drafter import` on a copy of the sample against `drafter --version`."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("drafts", "comments"):
            shutil.copytree(ROOT / part, Path(folder) / part)
        on_copy, table = [*DRAFTER, "-C", folder], str(Path(folder) / "bang.docx")
        best([*on_copy, "table", "-o", table], 1)
        decided = best([*on_copy, "decide", "1", "--accept"], runs)
        taken = best([*on_copy, "import", table], runs)
    started = best([*DRAFTER, "--version"], runs)
    return decided / started, taken / started


def main() -> None:
    decided, taken = decision_ratios()
    print(f"drafter --version / import click                  {version_ratio():.2f}   (at most 3)")
    print(f"drafter table (sample) / import spacy docx openpyxl {table_ratio():.2f}   (at most 6)")
    print(f"drafter decide (sample) / drafter --version         {decided:.1f}")
    print(f"drafter import (sample) / drafter --version         {taken:.1f}")


if __name__ == "__main__":
    main()
