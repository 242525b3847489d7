"""How `data/calibration.toml` was made: `python -m tests.bench.calibrate_links` prints its weights.

Logistic regression with a ridge, fitted on the comments of `tests/data/links-own`, `-2` and `-3` alone, never
on the gold letters nor on the held-out sets. Gradient descent, no randomness.

Then, as a cross-validation, every draft with labelled comments is left out in turn: what the weights of all
the others say of its comments, put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drafter.analyses.citations.resolve import resolved
from drafter.analyses.links.confidence import NAMES
from drafter.analyses.links.index import index
from drafter.analyses.links.query import queries
from drafter.analyses.links.ranking import measured
from tests.bench.quality.links import draft, expected_calibration_error, judge, mean, own_cases

SETS = ("links-own", "links-own-2", "links-own-3")
HELD_OUT = ("links-held-out", "links-held-out-2")
RIDGE, STEPS, RATE = 0.001, 6000, 1.0
FOR = (
    "whole_sure", "words_margin", "words_strength", "words_covered", "place_margin", "place_strength",
    "place_agreeing", "quoted",
)  # fmt: skip


Weights = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """The features of a link, whether it was right, and on which draft."""

    values: tuple[float, ...]
    right: bool
    draft: str


def samples(folders: Sequence[str]) -> list[Sample]:
    cases = [case for folder in folders for case in own_cases(folder)]
    abouts = {path: index(draft(path)) for path in {case.draft for case in cases}}
    found = []
    for judged in judge(cases):
        assert judged.case.comment is not None
        about = abouts[judged.case.draft]
        (query,) = queries([resolved(judged.case.comment, about.places)], about)
        found.append(Sample(measured(query), judged.right, judged.case.draft))
    return found


def fit(data: Sequence[Sample]) -> Weights:
    """Weights in the order of `NAMES`; data so few must not say that evidence counts against a link."""
    values, right = np.array([one.values for one in data]), np.array([float(one.right) for one in data])
    least = np.array([0.0 if name in FOR else -np.inf for name in NAMES])
    ridge = np.array([0.0 if name == "bias" else RIDGE for name in NAMES])
    weights = np.zeros(len(NAMES))
    for _ in range(STEPS):
        slope = values.T @ (right - likely(weights, values)) / len(data) - ridge * weights
        weights = np.maximum(weights + RATE * slope, least)
    return weights


def likely(weights: Weights, values: Weights) -> Weights:
    """The probability for each row of values."""
    return np.asarray(1 / (1 + np.exp(-values @ weights)))


def left_out(data: Sequence[Sample]) -> list[tuple[float, bool]]:
    """Confidence and truth of every link, by weights that know nothing of its draft."""
    found = []
    for path in sorted({one.draft for one in data}):
        weights = fit([one for one in data if one.draft != path])
        here = [one for one in data if one.draft == path]
        confidence = likely(weights, np.array([one.values for one in here]))
        found += zip(confidence.tolist(), (one.right for one in here), strict=True)
    return found


def main() -> None:
    data = samples(SETS)
    print(f"# {len(data)} links, {sum(one.right for one in data)} right")
    print("[weights]")
    for name, weight in zip(NAMES, fit(data), strict=True):
        print(f"{name} = {weight:.3f}")
    data += samples(HELD_OUT)
    judged = left_out(data)
    print(f"# each of {len({one.draft for one in data})} drafts left out in turn, {len(judged)} links:")
    print(f"# calibration error {expected_calibration_error(judged):.3f}")
    for review in (0.85, 0.9, 0.93, 0.95):
        unseen = [right for confidence, right in judged if confidence >= review]
        wrong = mean([float(not right) for right in unseen])
        print(f"# from {review} on: {len(unseen)} links, {wrong:.3f} of them wrong")


if __name__ == "__main__":
    main()
