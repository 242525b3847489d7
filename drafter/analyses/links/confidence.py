"""Confidence: how likely scope and first clause are right, by logistic regression over a few features.

Parameters and how they were made stand in `data/calibration.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from drafter.language.lexicon import lexicon
from drafter.model import Scope

from .signals import Clue

NAMES = ("bias", "scope", "strength", "margin", "direct", "agreeing", "text_only", "several")


def features(
    scope: Scope, sure: float, ranked: Sequence[tuple[str, float, list[Clue]]], addressed: Collection[str]
) -> tuple[float, ...]:
    """Values of `NAMES`, each about 0 to 1. Without clauses only the scope speaks."""
    if scope is not Scope.CLAUSES or not ranked:
        return (1.0, sure, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    _, score, why = ranked[0]
    others = [other for id, other, _ in ranked if id not in addressed]
    margin = (score - max(others, default=0.0)) / max(score, 1e-9)
    signals = {one.signal for one in why if one.weight > 1}
    return (
        1.0,
        sure,
        min(score / 16, 1.0),
        margin,
        float(any(one.direct for one in why)),
        min(len(signals) / 3, 1.0),
        float(signals <= {"text"}),
        float(len(addressed) > 1),
    )


def confident(values: Sequence[float]) -> float:
    """The probability for these features."""
    weights = lexicon("calibration")["weights"]
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in zip(NAMES, values, strict=True))))
