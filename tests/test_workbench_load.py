"""The workbench in use by many for two minutes: no wrong answer, and no memory that only grows."""

from pathlib import Path

import pytest

from tests.bench.workbench import running, used
from tests.commands import sample


@pytest.mark.slow
def test_two_minutes_of_random_use_leave_no_error_and_little_memory(tmp_path: Path) -> None:
    with running(sample(tmp_path)) as at:
        told = used(at, users=20, seconds=20)  # by then every page was made once
        before = at.memory
        later = used(at, users=20, seconds=100)
        assert not told.wrong and not later.wrong
        assert sum(map(len, later.took.values())) > 100
        assert at.memory <= 500 and at.memory - before <= 60
