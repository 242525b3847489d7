"""Confidence: how likely scope and first clause are right, by logistic regression over a few features.

Parameters and how they were made stand in `data/calibration.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Calibration
from drafter.model import Scope

from .signals import Clue

# Links are of three sorts: to the whole draft or to none, by shared words alone, by a place that is named.
NAMES = (
    "bias", "whole", "whole_sure", "words", "words_margin", "words_strength", "words_covered", "section",
    "place_margin", "place_strength", "place_agreeing", "quoted", "several",
)  # fmt: skip
_STRONG_WORDS, _STRONG_PLACE = 8.0, 16.0  # scores that say all they can
_COVERED = 2.0  # BM25 weight per term of a comment, of which nearly every word stands in the clause


def features(
    scope: Scope,
    sure: float,
    ranked: Sequence[tuple[str, float, list[Clue]]],
    addressed: Collection[str],
    covered: float,
) -> tuple[float, ...]:
    """Values of `NAMES`, each about 0 to 1. Without clauses only the scope speaks.

    `covered`: how much of the comment the first clause's words are, as BM25 weight per term.
    """
    if scope is not Scope.CLAUSES or not ranked:
        return (1.0, 1.0, sure, *[0.0] * (len(NAMES) - 3))
    _, score, why = ranked[0]
    others = [other for id, other, _ in ranked if id not in addressed]
    margin = (score - max(others, default=0.0)) / max(score, 1e-9)
    direct = {clue.signal for clue in why if clue.direct}
    agreeing = {clue.signal for clue in why if clue.weight > 1}
    several = float(len(addressed) > 1)
    if not direct:
        strength = min(score / _STRONG_WORDS, 1.0)
        told = min(covered / _COVERED, 1.0)
        return (1.0, 0.0, 0.0, 1.0, margin, strength, told, 0.0, 0.0, 0.0, 0.0, 0.0, several)
    return (
        1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
        float(direct <= {"role", "topic"}),
        margin,
        min(score / _STRONG_PLACE, 1.0),
        min(len(agreeing) / 3, 1.0),
        float("quote" in direct),
        several,
    )  # fmt: skip


def confident(values: Sequence[float]) -> float:
    """The probability for these features."""
    weights = lexicon(Calibration).weights
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in zip(NAMES, values, strict=True))))
