"""The wording of a draft, searched as a whole: where words stand to the letter, which words a clause has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from drafter.language.words import neighbours, words

# "ít nhất 3" stands neither in "ít nhất 3%" nor in "ít nhất 3,5".
_MORE_OF_A_NUMBER = re.compile(r"\w|\s?%|[.,]\d")
_PERCENT = re.compile(r"\d+(?:,\d+)?(?=\s?%)")


class Wording:
    """Clause id → text in the form that is compared (`folded`), searched as one."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        self._ids = tuple(self.texts)
        self._whole = "\0".join(self.texts.values())  # which no text of an XML file has in it
        self._pairs: dict[str, tuple[Sequence[str], Mapping[str, Sequence[int]]]] = {}
        self._starts = (0, *accumulate(len(text) + 1 for text in self.texts.values()))

    def holders(self, piece: str) -> dict[str, None]:
        """The clauses that hold `piece` to the letter and as whole words, in the order of the draft."""
        found: dict[str, None] = {}
        at = self._whole.find(piece)
        while at >= 0:
            if self._apart(at, at + len(piece)):
                place = bisect_right(self._starts, at) - 1
                found[self._ids[place]] = None
                at = self._starts[place + 1] - 1  # one is enough for a clause
            at = self._whole.find(piece, at + 1)
        return found

    def _apart(self, start: int, end: int) -> bool:
        """No word and no number goes on beyond the stretch."""
        before, last = self._whole[start - 1 : start], self._whole[end - 1]
        if before.isalnum() or before == "_":
            return False
        if last.isdigit():
            return not _MORE_OF_A_NUMBER.match(self._whole, end)
        after = self._whole[end : end + 1]
        return not (after.isalnum() or after == "_")

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """Clause id → its words."""
        return {id: frozenset(words(text)) for id, text in self.texts.items()}

    @cached_property
    def _having(self) -> Mapping[str, NDArray[np.int64]]:
        """Word → the places of the clauses that have it."""
        places: dict[str, list[int]] = {}
        for at, own in enumerate(self.words.values()):
            for word in own:
                places.setdefault(word, []).append(at)
        return {word: np.array(found, dtype=np.int64) for word, found in places.items()}

    def counts(self, said: Iterable[str]) -> list[int]:
        """How many of the words each clause has, in the order of the draft."""
        found = [self._having[word] for word in said if word in self._having]
        if not found:
            return [0] * len(self.texts)
        counts: list[int] = np.bincount(np.concatenate(found), minlength=len(self.texts)).tolist()
        return counts

    def pairs(self, id: str) -> tuple[Sequence[str], Mapping[str, Sequence[int]]]:
        """The neighbouring words of a clause in their order, "" where a mark stands between them; and the
        places of each pair in it."""
        known = self._pairs.get(id)
        if known is None:
            pairs = tuple(neighbours(self.texts[id]))
            places: dict[str, list[int]] = {}
            for at, pair in enumerate(pairs):
                if pair:
                    places.setdefault(pair, []).append(at)
            known = self._pairs[id] = pairs, places
        return known

    @cached_property
    def _percentages(self) -> Mapping[str, frozenset[str]]:
        return {id: percentages(text) for id, text in self.texts.items()}

    def with_percentage(self, said: Collection[str]) -> Iterator[str]:
        """Clauses that have one of these percentages."""
        return (id for id, own in self._percentages.items() if not own.isdisjoint(said))


def percentages(text: str) -> frozenset[str]:
    """ "7,5" and "20" of "7,5% đến 20 %"."""
    return frozenset(_PERCENT.findall(text))
