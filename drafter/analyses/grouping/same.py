"""Same: whether two comments say the same.

A pair that is wrongly apart costs a reader a line; one that is wrongly together answers somebody who asked
for something else. So every word counts that is not known to count for nothing.

Hard cases: "80 %" and "90 %", "bổ sung" and "không bổ sung", "điểm a sang điểm b" and the other way round, a
quoted word more, "hộ nghèo" and "hộ cận nghèo" are never the same; a syllable that is none ("nguời") is read
as the one that it is a slip for. The same words in another order ("từ huyện cho xã", "từ xã cho huyện") say
something else, but for what is done to a thing, said before or behind it ("quy hoạch được phê duyệt").
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from drafter.language.normal import unaccented
from drafter.language.syllables import is_syllable

from .meaning import Meaning

_DONE, _DONE_TO = 2, 4  # words: of what is done, and at most of what it is done to


def same(one: Meaning, other: Meaning) -> bool:
    """Whether the one answers for the other; the same in either order."""
    if one.fixed != other.fixed or len(one.words) != len(other.words) or not one.words:
        return False
    if all(
        left == right or _is_slip(left, right) for left, right in zip(one.words, other.words, strict=True)
    ):
        return True
    return other.words in _active(one) or one.words in _active(other)


def _active(said: Meaning) -> Iterator[tuple[str, ...]]:
    """The words with "phê duyệt quy hoạch" where they have "quy hoạch được phê duyệt"."""
    for at in said.turned:
        for start in range(max(0, at - _DONE_TO), at):
            yield (
                *said.words[:start],
                *said.words[at : at + _DONE],
                *said.words[start:at],
                *said.words[at + _DONE :],
            )


def _is_slip(one: str, other: str) -> bool:
    if is_syllable(one) == is_syllable(other):
        return False
    return Levenshtein.distance(unaccented(one), unaccented(other), score_cutoff=1) <= 1
