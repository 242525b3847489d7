"""Same: whether two comments say the same.

A pair that is wrongly apart costs a reader a line; one that is wrongly together answers somebody who asked
for something else. So every word counts that is not known to count for nothing.

Hard cases: "80 %" and "90 %", "bổ sung" and "không bổ sung", "điểm a sang điểm b" and the other way round, a
quoted word more, "hộ nghèo" and "hộ cận nghèo" are never the same; a syllable that is none ("nguời") is read
as the one that it is a slip for.
"""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import Indel, Levenshtein

from drafter.language.normal import unaccented
from drafter.language.syllables import is_syllable

from .meaning import Meaning

_ORDER = 0.7  # of the words, how many stand in the same order
_FEWEST = 1  # words; of fewer nothing is known


def same(one: Meaning, other: Meaning) -> bool:
    """Whether the one answers for the other; the same in either order."""
    if one.fixed != other.fixed or min(len(one.words), len(other.words)) < _FEWEST:
        return False
    if one.words == other.words:
        return True
    left, right = Counter(one.words), Counter(other.words)
    if not _slips(left - right, right - left):
        return False
    return Indel.normalized_similarity(one.words, other.words) >= _ORDER


def _slips(left: Counter[str], right: Counter[str]) -> bool:
    """Whether each word that only one of them has is a slip for one that only the other has."""
    if left.total() != right.total():
        return False
    free = list(right.elements())
    for word in left.elements():
        match = next((each for each in free if _is_slip(word, each)), None)
        if match is None:
            return False
        free.remove(match)
    return True


def _is_slip(one: str, other: str) -> bool:
    if is_syllable(one) == is_syllable(other):
        return False
    return Levenshtein.distance(unaccented(one), unaccented(other), score_cutoff=1) <= 1
