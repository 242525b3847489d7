"""`drafter table` on many letters, as a whole process: `python -m tests.bench.speed_table [--letters N]`.

The letters are about the sample's second draft, five comments each, no two alike. Printed are processor
seconds and peak memory, at first and again with one letter more, when what was read before is kept.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.many_letters import EACH, many_letters

ROOT = Path(__file__).parents[2]


def cost(workspace: Path) -> tuple[float, float]:
    """Processor seconds, and megabytes at most, of one `drafter table`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = [sys.executable, "-m", "drafter", "table", "-o", "bang.docx", "--force"]
    process = subprocess.Popen(run, cwd=workspace, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"drafter table: {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    letters = parser.parse_args().letters
    with tempfile.TemporaryDirectory() as folder:
        workspace = many_letters(Path(folder), letters)
        for when in ("at first", "again, one letter more"):
            seconds, memory = cost(workspace)
            each = 1000 * seconds / (letters * EACH)
            print(f"{letters * EACH} comments, {when}: {seconds:.1f} s, {each:.1f} ms each, {memory:.0f} MB")
            more = workspace / "comments" / "xa-0000.txt"
            head = "SỞ Y TẾ\nSố: 1/SYT\n\nGóp ý dự thảo lần 2"
            more.write_text(f"{head}\n\n1. Đề nghị bỏ điểm a khoản 5 mục III.\n", "utf-8")


if __name__ == "__main__":
    main()
