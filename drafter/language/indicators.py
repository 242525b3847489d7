"""Indicators compared: do two names mean the same chỉ tiêu?

Words are folded to one spelling (tỉ → tỷ, hàng năm → hằng năm) and words that every indicator
has (tỷ lệ, số, đạt, các …) left out; the score is Dice over words and pairs of words.
`similarity("Tỉ trọng kinh tế số trong GRDP", "Kinh tế số chiếm GRDP")` is 1.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise

from .lexicon import lexicon
from .lexicons import Indicators
from .normal import folded
from .words import words


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon(Indicators).generic.alternatives})\b")


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{old}\b"), new) for old, new in lexicon(Indicators).spelling.items())


@lru_cache(maxsize=16384)
def key(text: str) -> tuple[str, ...]:
    """The telling words of an indicator, in order."""
    text = folded(text)
    for pattern, new in _spellings():
        text = pattern.sub(new, text)
    kept = words(_generic().sub(" ", text))
    return tuple(kept or words(text))


@lru_cache(maxsize=16384)
def _grams(text: str) -> Counter[tuple[str, ...]]:
    telling = key(text)
    return Counter([(word,) for word in telling] + list(pairwise(telling)))


def similarity(name: str, other: str) -> float:
    """0 to 1: Dice over the telling words and pairs of words of both."""
    left, right = _grams(name), _grams(other)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def covered(name: str, other: str) -> float:
    """The share of the telling words of `name` that `other` has too, 0 to 1."""
    left, right = Counter(key(name)), Counter(key(other))
    return (left & right).total() / left.total() if left else 0.0


def contained(name: str, other: str) -> float:
    """The share of the telling words of `name`, and of their pairs, that `other` has too, 0 to 1."""
    left, right = _grams(name), _grams(other)
    return (left & right).total() / left.total() if left else 0.0
