"""How `data/calibration.toml` was made: `python -m tests.bench.calibrate_links` prints its weights.

Logistic regression with a ridge, fitted on the comments of `tests/data/links-own` and `links-own-2` alone
(never on the gold letters nor on the held-out set), each taken five times: as it is, and with the reference,
quote, text or role signal left out, so that there are wrong links to learn from. Gradient descent, no
randomness.
"""

from __future__ import annotations

import math

from drafter.analyses.links.confidence import NAMES
from drafter.analyses.links.index import index
from drafter.analyses.links.ranking import measured
from drafter.analyses.links.remark import remarks
from tests.bench.quality.links import draft, judge, own_cases

LEFT_OUT = ((), ("reference",), ("quote",), ("text",), ("role", "topic"))
RIDGE, STEPS, RATE = 0.002, 4000, 1.0
AGAINST = ("text_only",)


def samples() -> list[tuple[tuple[float, ...], bool]]:
    """Features of each link with whether it was right."""
    cases = own_cases() + own_cases("links-own-2")
    abouts = {path: index(draft(path)) for path in {case.draft for case in cases}}
    found = []
    for without in LEFT_OUT:
        for judged in judge(cases, without):
            assert judged.case.comment is not None
            (remark,) = remarks([judged.case.comment], abouts[judged.case.draft])
            found.append((measured(remark, without), judged.right))
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
    """More evidence never counts against a link, words alone never for it: few data must not say so."""
    if name == "bias":
        return weight
    return min(weight, 0.0) if name in AGAINST else max(weight, 0.0)


def main() -> None:
    data = samples()
    print(f"# {len(data)} links, {sum(right for _, right in data)} right")
    print("[weights]")
    for name, weight in zip(NAMES, fit(data), strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
