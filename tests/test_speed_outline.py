"""The speed of reading and outlining a draft of 100 pages, as ratios of one run (see the bench)."""

from __future__ import annotations

import pytest

from tests.bench.speed_outline import MOST_OUTLINE, measure

RUNS = 3  # a busy machine may spoil a run, never make it faster than it is


@pytest.mark.slow
def test_an_outline_costs_at_most_six_times_the_bare_parsing_and_less_than_any_peer() -> None:
    ratios: list[float] = []
    for _ in range(RUNS):
        seconds = measure()
        assert all(
            seconds["outline"] < seconds[peer] for peer in seconds.keys() - {"bare", "read", "outline"}
        )
        ratios.append(seconds["outline"] / seconds["bare"])
        if ratios[-1] <= MOST_OUTLINE:
            return
    pytest.fail(f"outline / bare parsing: {ratios}, at most {MOST_OUTLINE}")
