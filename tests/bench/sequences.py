"""Random sequences of decisions, tables out and in, letters and drafts: `python -m tests.bench.sequences`.

`--runs 1000 --steps 12`: prints how often each step was taken; stops with the seed where the store and the
model of what people said part.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from pathlib import Path

from drafter.workspace import Stages
from tests.decisions_machine import Machine


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=12)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    stages, taken = Stages(), Counter[str]()
    for seed in range(asked.first, asked.first + asked.runs):
        with tempfile.TemporaryDirectory() as folder:
            machine = Machine(Path(folder), random.Random(seed), stages)
            try:
                for _ in range(asked.steps):
                    machine.step()
            except AssertionError:
                print(f"seed {seed}: {' '.join(machine.done)}")
                raise
            taken.update(machine.done)
            taken.update(machine.met)
    print(f"{asked.runs} sequences of {asked.steps} steps, model and store equal after each")
    for name, count in sorted(taken.items()):
        print(f"  {name}: {count}")


if __name__ == "__main__":
    main()
