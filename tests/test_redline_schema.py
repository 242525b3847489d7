"""Redlines against the schemas of ECMA-376: wrong markup is how Word comes to report unreadable content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.schema import new_faults
from tests.redline_pairs import Pair, public, sample, versions, written

ALL = [*public(), *sample(), *versions()]


@pytest.mark.slow
@pytest.mark.parametrize("formatting", [False, True], ids=["text", "formatting"])
@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.name)
def test_a_redline_has_no_fault_that_neither_draft_has(pair: Pair, formatting: bool, tmp_path: Path) -> None:
    made = written(pair, tmp_path, formatting=formatting)
    assert new_faults(made, pair.old, pair.new) == []
