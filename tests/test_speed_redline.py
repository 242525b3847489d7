"""The growth of a redline's time with the length of the drafts, as a ratio of one run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RUNS = 3  # a busy machine may spoil a run, never make it faster than it is
SMALL, LARGE = 300, 1500
MOST = 8.0  # times as long for five times the articles
# A process of its own: measuring under a coverage tracer would time the tracer.
MEASURE = """
import sys, tempfile, time
from pathlib import Path
from tests.bench.long_drafts import law
from tests.redline_pairs import led
from tests.inputs import redline

def seconds(articles):
    with tempfile.TemporaryDirectory() as name:
        old, new = law(Path(name), articles)
        start = time.process_time()
        redline(old, new, led(old, new), author="x")
        return time.process_time() - start

seconds(20)
print(seconds(int(sys.argv[2])) / seconds(int(sys.argv[1])))
"""


@pytest.mark.slow
@pytest.mark.alone
def test_five_times_the_articles_take_about_five_times_as_long() -> None:
    ratios: list[float] = []
    for _ in range(RUNS):
        command = [sys.executable, "-c", MEASURE, str(SMALL), str(LARGE)]
        root = Path(__file__).parents[1]
        run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
        ratios.append(float(run.stdout))
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"{LARGE} / {SMALL} articles: {ratios}, at most {MOST}")
