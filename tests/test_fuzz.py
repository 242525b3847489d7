"""Fuzzing in small: damaged files through the commands, as `python -m tests.fuzz` runs them by thousands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.watching import watched


@pytest.mark.slow
def test_damaged_files_end_with_0_or_3_and_in_bounds(tmp_path: Path) -> None:
    found = list(watched(range(20), tmp_path / "fuzz"))
    assert [each for each in found if each["wrong"]] == []
    assert sum(each["commands"] for each in found) > 50
