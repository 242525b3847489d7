"""How long commands take from a cold start, as ratios in one run: `python -m tests.bench.speed_start`.

Each command is a process of its own; the best of several runs counts, so that a busy machine
disturbs little.
"""

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


def main() -> None:
    print(f"drafter --version / import click                  {version_ratio():.2f}   (at most 3)")
    print(f"drafter table (sample) / import spacy docx openpyxl {table_ratio():.2f}   (at most 6)")


if __name__ == "__main__":
    main()
