"""Indicators compared: do two names mean the same chỉ tiêu?

Words are folded to one spelling (tỉ → tỷ, hàng năm → hằng năm) and words that every indicator
has (tỷ lệ, số, đạt, các …) left out; the score is Dice over words and pairs of words.
`similarity("Tỉ trọng kinh tế số trong GRDP", "Kinh tế số chiếm GRDP")` is 1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import ceil

from .lexicon import lexicon
from .lexicons import Indicators
from .normal import folded
from .words import words

_Gram = tuple[tuple[str, ...], int]
_ROUNDING = 1e-9


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
def _grams(text: str) -> frozenset[_Gram]:
    """The telling words and pairs of words, each with how often it stood before."""
    telling = key(text)
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[_Gram] = []
    for gram in [*((word,) for word in telling), *pairwise(telling)]:
        found.append((gram, seen[gram]))
        seen[gram] += 1
    return frozenset(found)


def similarity(name: str, other: str) -> float:
    """0 to 1: Dice over the telling words and pairs of words of both."""
    left, right = _grams(name), _grams(other)
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def near(names: Sequence[str], least: float) -> list[list[int]]:
    """For each name the places of earlier ones whose similarity to it may reach `least`, more than 0.

    No other one does: a score of at least s means that of each name more than s / (2 - s) of all grams are
    shared, so that one of the rarest others must be among them (prefix filtering): most pairs are never
    looked at.
    """
    grams = [_grams(name) for name in names]
    often = Counter(gram for each in grams for gram in each)
    holders: dict[_Gram, list[int]] = {}
    found: list[list[int]] = []
    for at, each in enumerate(grams):
        telling = len(each) - ceil(len(each) * least / (2 - least) - _ROUNDING) + 1
        rare = sorted(each, key=lambda gram: (often[gram], gram))[:telling]
        found.append(sorted({place for gram in rare for place in holders.get(gram, ())}))
        for gram in rare:
            holders.setdefault(gram, []).append(at)
    return found


def covered(name: str, other: str) -> float:
    """The share of the telling words of `name` that `other` has too, 0 to 1."""
    left, right = Counter(key(name)), Counter(key(other))
    return (left & right).total() / left.total() if left else 0.0


def contained(name: str, other: str) -> float:
    """The share of the telling words of `name`, and of their pairs, that `other` has too, 0 to 1."""
    left, right = _grams(name), _grams(other)
    return len(left & right) / len(left) if left else 0.0
