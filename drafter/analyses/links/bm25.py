"""BM25 over syllables and pairs of syllables, as an inverted index of a draft's clauses.

Okapi BM25 (Robertson and Zaragoza 2009) with k1 and b below. Syllable 1–2-grams have measured best on
Vietnamese law; joining compounds did not help.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

_K1, _B = 1.2, 0.6


_Documents = Mapping[str, Mapping[str, float]]  # id → terms with their weight


class Index:
    """Documents that can be asked for the ones most like some queries.

    `concepts` are a second field of the same documents, in the same order, with terms of its own. Postings of
    all terms stand one after the other: those of term t from `starts[t]` to `starts[t + 1]`. The term after
    the last is the one that no document has.
    """

    def __init__(self, documents: _Documents, concepts: _Documents = MappingProxyType({})) -> None:
        fields = (documents, concepts)
        frequency = Counter(term for field in fields for terms in field.values() for term in terms)
        self._idf = {
            term: math.log(1 + (len(documents) - n + 0.5) / (n + 0.5)) for term, n in frequency.items()
        }
        postings: dict[str, list[tuple[int, float]]] = {term: [] for term in frequency}
        for field in fields:
            self._post(field, postings)
        self.ids = tuple(documents)
        self._terms = {term: at for at, term in enumerate(postings)}
        self._starts = np.cumsum([0, *map(len, postings.values()), 0])
        self._documents = np.array([at for held in postings.values() for at, _ in held], dtype=np.int64)
        self._weights = np.array([weight for held in postings.values() for _, weight in held])

    def _post(self, field: _Documents, postings: Mapping[str, list[tuple[int, float]]]) -> None:
        lengths = [sum(terms.values()) for terms in field.values()]
        mean = sum(lengths) / max(sum(map(bool, lengths)), 1) or 1.0  # of those that have terms at all
        for at, (length, terms) in enumerate(zip(lengths, field.values(), strict=True)):
            damping = _K1 * (1 - _B + _B * length / mean)
            for term, count in terms.items():
                postings[term].append((at, self._idf[term] * count * (_K1 + 1) / (count + damping)))

    def idf(self, term: str) -> float:
        """How telling a term is; 0 for one that no document has."""
        return self._idf.get(term, 0.0)

    def scores(self, queries: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """Query (term → weight) × document, in the order of `ids`; 0 where they share no term.

        All queries are answered in one go: postings are gathered for every term asked for and added up by
        query and document.
        """
        none, lookup = len(self._terms), self._terms.get
        asked = np.array([lookup(term, none) for query in queries for term in query], dtype=np.int64)
        weight = np.array([each for query in queries for each in query.values()])
        query = np.repeat(np.arange(len(queries)), [len(each) for each in queries])
        starts = self._starts[asked]
        many = self._starts[asked + 1] - starts
        ends = np.cumsum(many)
        total = int(ends[-1]) if len(ends) else 0
        at = np.arange(total) + np.repeat(starts - ends + many, many)
        cell = np.repeat(query * len(self.ids), many) + self._documents[at]
        size = len(queries) * len(self.ids)
        shares: NDArray[np.float64] = np.repeat(weight, many) * self._weights[at]
        added = np.bincount(cell, shares, minlength=size)
        return added.astype(np.float64).reshape(len(queries), len(self.ids))


def grams(words: Sequence[str]) -> Iterable[str]:
    """`["dữ", "liệu", "số"]` gives dữ, liệu, số, "dữ liệu", "liệu số"."""
    yield from words
    for first, second in pairwise(words):
        yield f"{first} {second}"
