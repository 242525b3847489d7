"""Whatever people do, in whatever order: the store holds what they said last, and numbers never change."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.workspace import Stages
from tests.decisions_machine import Machine
from tests.properties import examples

STAGES = Stages()


@pytest.mark.slow
@examples(30)
@given(seed=st.integers(0, 10**9), steps=st.integers(1, 12))
def test_model_and_store_are_equal_after_every_step(seed: int, steps: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(folder), random.Random(seed), STAGES)
        for _ in range(steps):
            machine.step()
