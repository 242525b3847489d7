"""How `data/calibration.toml` was made: `python -m tests.bench.calibrate_links` prints its weights.

Logistic regression with a ridge, fitted on the comments of `tests/data/links-own`, `-2` and `-3` alone, never
on the gold letters nor on the held-out sets. Gradient descent, no randomness.
"""

from __future__ import annotations

import math

from drafter.analyses.links.confidence import NAMES
from drafter.analyses.links.index import index
from drafter.analyses.links.ranking import measured
from drafter.analyses.links.remark import remarks
from tests.bench.quality.links import draft, judge, own_cases

SETS = ("links-own", "links-own-2", "links-own-3")
RIDGE, STEPS, RATE = 0.001, 6000, 1.0
FOR = (
    "whole_sure",
    "words_margin",
    "words_strength",
    "place_margin",
    "place_strength",
    "place_agreeing",
    "quoted",
)


def samples() -> list[tuple[tuple[float, ...], bool]]:
    """Features of each link with whether it was right."""
    cases = [case for folder in SETS for case in own_cases(folder)]
    abouts = {path: index(draft(path)) for path in {case.draft for case in cases}}
    found = []
    for judged in judge(cases):
        assert judged.case.comment is not None
        (remark,) = remarks([judged.case.comment], abouts[judged.case.draft])
        found.append((measured(remark), judged.right))
    return found


def fit(data: list[tuple[tuple[float, ...], bool]]) -> list[float]:
    """Weights in the order of `NAMES`."""
    weights = [0.0] * len(NAMES)
    for _ in range(STEPS):
        slope = [-RIDGE * w if name != "bias" else 0.0 for name, w in zip(NAMES, weights, strict=True)]
        for values, right in data:
            miss = right - 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values, strict=True))))
            slope = [s + miss * v / len(data) for s, v in zip(slope, values, strict=True)]
        weights = [_kept(name, w + RATE * s) for name, w, s in zip(NAMES, weights, slope, strict=True)]
    return weights


def _kept(name: str, weight: float) -> float:
    """More evidence never counts against a link: few data must not say so."""
    return max(weight, 0.0) if name in FOR else weight


def main() -> None:
    data = samples()
    print(f"# {len(data)} links, {sum(right for _, right in data)} right")
    print("[weights]")
    for name, weight in zip(NAMES, fit(data), strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
