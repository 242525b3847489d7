"""BM25 over syllables and pairs of syllables, as an inverted index of a draft's clauses.

Okapi BM25 (Robertson and Zaragoza 2009) with k1 and b below. Syllable 1–2-grams have measured best on
Vietnamese law; joining compounds did not help.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_K1, _B = 1.2, 0.6


class Index:
    """Documents (id → terms with their weight) that can be asked for the ones most like a query."""

    def __init__(self, documents: Mapping[str, Mapping[str, float]]) -> None:
        self._postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
        lengths = {id: sum(terms.values()) for id, terms in documents.items()}
        mean = sum(lengths.values()) / max(len(lengths), 1) or 1.0
        frequency = Counter(term for terms in documents.values() for term in terms)
        self._idf = {
            term: math.log(1 + (len(documents) - n + 0.5) / (n + 0.5)) for term, n in frequency.items()
        }
        for id, terms in documents.items():
            damping = _K1 * (1 - _B + _B * lengths[id] / mean)
            for term, count in terms.items():
                weight = self._idf[term] * count * (_K1 + 1) / (count + damping)
                self._postings[term].append((id, weight))

    def idf(self, term: str) -> float:
        """How telling a term is; 0 for one that no document has."""
        return self._idf.get(term, 0.0)

    def scores(self, terms: Mapping[str, float]) -> dict[str, float]:
        """Document → score, for those that share a term with the query (term → weight)."""
        found: dict[str, float] = defaultdict(float)
        for term, asked in terms.items():
            for id, weight in self._postings.get(term, ()):
                found[id] += asked * weight
        return found


def grams(words: Sequence[str]) -> Iterable[str]:
    """`["dữ", "liệu", "số"]` gives dữ, liệu, số, "dữ liệu", "liệu số"."""
    yield from words
    for first, second in pairwise(words):
        yield f"{first} {second}"
