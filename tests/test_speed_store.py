"""How long a save takes in a large store: far under a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MOST = 0.5  # seconds, opening and reading all decisions included; some 0.1 on a quiet machine
# A process of its own: measuring under a coverage tracer would time the tracer.
MEASURE = """
import tempfile
from pathlib import Path
from tests.bench.saves import one

with tempfile.TemporaryDirectory() as name:
    print(one(Path(name) / "workspace.db", 5000))
"""


@pytest.mark.slow
@pytest.mark.alone
def test_a_save_among_five_thousand_comments_takes_far_less_than_a_second() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout) < MOST
