"""Killed at any moment, drafter has lost nothing that it said was saved, and left nothing half.

`python -m tests.bench.crashes` does the same a thousand times.
"""

from pathlib import Path

import pytest

from drafter.store import Store
from tests.crashing import COMMENTS, WORKS
from tests.crashing_commands import COMMANDS
from tests.kills import killed

pytestmark = pytest.mark.slow  # processes of their own, and what they wait for

_KILLS = 12


@pytest.mark.parametrize("name", [*WORKS, "commands"])
def test_what_was_acknowledged_is_there_whenever_the_kill_came(tmp_path: Path, name: str) -> None:
    work = COMMANDS if name == "commands" else WORKS[name]
    acknowledged = [killed(work, tmp_path / "w", seed) for seed in range(_KILLS)]
    assert sum(map(bool, acknowledged)) > _KILLS / 2  # else nothing was tried


def test_an_acknowledged_save_that_is_not_there_is_seen(tmp_path: Path) -> None:
    store = Store(tmp_path / "workspace.db")
    store.register(COMMENTS)
    WORKS["saves"].check(tmp_path, [])
    with pytest.raises((AssertionError, KeyError)):
        WORKS["saves"].check(tmp_path, [(1, "lời", frozenset({"k000"}))])


def test_half_a_table_is_seen(tmp_path: Path) -> None:
    (tmp_path / "bảng.html").write_bytes(b"<html>")
    with pytest.raises(AssertionError):
        WORKS["tables"].check(tmp_path, [])
