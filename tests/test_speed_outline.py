"""The speed of reading and outlining a draft of 100 pages, as ratios of one run (see the bench)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.speed_outline import MOST_OUTLINE

RUNS = 5  # a busy machine may spoil a run, never make it faster than it is
# A process of its own: measuring under a coverage tracer would time the tracer.
MEASURE = "import json; from tests.bench.speed_outline import measure; print(json.dumps(measure()))"


def measured() -> dict[str, float]:
    root = Path(__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True, cwd=root
    )
    seconds: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return seconds


@pytest.mark.slow
@pytest.mark.alone
def test_an_outline_costs_at_most_six_times_the_bare_parsing_and_less_than_any_peer() -> None:
    ratios: list[float] = []
    for _ in range(RUNS):
        seconds = measured()
        assert all(
            seconds["outline"] < seconds[peer] for peer in seconds.keys() - {"bare", "read", "outline"}
        )
        ratios.append(seconds["outline"] / seconds["bare"])
        if ratios[-1] <= MOST_OUTLINE:
            return
    pytest.fail(f"outline / bare parsing: {ratios}, at most {MOST_OUTLINE}")
