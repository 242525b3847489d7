"""What alignment compares clauses by: their words without noise, the rare ones, hashes of whole trees."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import Indel

from drafter.language.noise import canonical
from drafter.language.words import WordCodes, words
from drafter.model import Clause, Draft, Kind


@dataclass(frozen=True, slots=True)
class Features:
    """One clause as alignment sees it. `name` codes a table row's indicator, else the whole text.

    `tree` hashes the words of the clause and all its descendants, `size` counts them; `grams` are single
    words and pairs of neighbours.
    """

    code: str
    name: str
    grams: frozenset[str]
    tree: int
    size: int


class PreparedDraft:
    """One draft prepared for alignment; features by clause id."""

    def __init__(self, draft: Draft, codes: WordCodes) -> None:
        self.draft = draft
        self.by_id = draft.by_id
        self.children = {
            clause.id: [child.id for child in draft.children.get(clause.id, ())] for clause in draft.clauses
        }
        self.top = [clause.id for clause in draft.children.get(None, ())]
        self.order = {clause.id: place for place, clause in enumerate(draft.clauses)}
        self.features: dict[str, Features] = {}
        for clause in reversed(draft.clauses):  # children before parents
            self.features[clause.id] = self._read(clause, codes)

    def _read(self, clause: Clause, codes: WordCodes) -> Features:
        code = _coded(clause.text, codes)
        name = _coded(_indicator(clause), codes) if clause.kind is Kind.TABLE_ROW else code
        below = [self.features[child] for child in self.children[clause.id] if child in self.features]
        tree = hash((code, tuple(child.tree for child in below)))
        size = len(code) + sum(child.size for child in below)
        return Features(code, name or code, frozenset(_grams(name or code)), tree, size)

    def siblings(self, parent: str | None) -> list[str]:
        """The children of `parent`, or the top clauses."""
        return self.top if parent is None else self.children[parent]

    def parent(self, id: str) -> str | None:
        return self.by_id[id].parent

    def above(self, id: str) -> Iterator[str]:
        """The ancestors of a clause, the nearest first."""
        parent = self.by_id[id].parent
        while parent is not None:
            yield parent
            parent = self.by_id[parent].parent

    def below(self, id: str) -> Iterator[str]:
        """The descendants of a clause, in document order."""
        for child in self.children[id]:
            yield child
            yield from self.below(child)

    @cached_property
    def place(self) -> dict[str, int]:
        """Of each clause, its place among its siblings."""
        return {id: place for group in (self.top, *self.children.values()) for place, id in enumerate(group)}


def _coded(text: str, codes: WordCodes) -> str:
    """The words of `text` without noise, a character each: `"Đạt 50%"` has two."""
    return codes(words(canonical(text)))


def _grams(code: str) -> Iterable[str]:
    yield from code
    yield from (a + b for a, b in pairwise(code))


def _indicator(clause: Clause) -> str:
    """The cell that names a row: the first with letters that is not its number (STT)."""
    cells = clause.cells or tuple(clause.text.split(" | "))
    named = [cell for place, cell in enumerate(cells) if cell != clause.marker or place]
    return next((cell for cell in named if sum(char.isalpha() for char in cell) > 2), clause.text)


class Rarity:
    """How much a shared word or pair of words says: little where every clause has it.

    The usual inverse document frequency, log((N + 1) / df), over the clauses of both drafts.
    """

    def __init__(self, sides: Iterable[PreparedDraft]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for side in sides:
            for features in side.features.values():
                counts.update(features.grams)
                total += 1
        self._weights = {gram: math.log((total + 1) / count) for gram, count in counts.items()}
        common = max(24, total // 60)
        self._rare = {gram for gram, count in counts.items() if count <= common}
        self._totals: dict[frozenset[str], float] = {}
        self._tellings: dict[frozenset[str], tuple[dict[str, float], float]] = {}

    def telling(self, features: Features) -> tuple[dict[str, float], float]:
        """Words and pairs so rare that each clause with them can be looked at, with weights; their sum."""
        grams = features.grams
        if grams not in self._tellings:
            weights = {gram: self._weights[gram] for gram in sorted(grams & self._rare)}
            self._tellings[grams] = weights, math.fsum(weights.values())
        return self._tellings[grams]

    def _total(self, grams: frozenset[str]) -> float:
        if grams not in self._totals:
            self._totals[grams] = math.fsum(self._weights[gram] for gram in grams)
        return self._totals[grams]

    def shared(self, one: Features, other: Features) -> float:
        """Weighted Dice coefficient of the two sets of words and pairs, 0 to 1."""
        whole = self._total(one.grams) + self._total(other.grams)
        if not whole:
            return 1.0 if one.code == other.code else 0.0
        return 2 * math.fsum(self._weights[gram] for gram in one.grams & other.grams) / whole


def likeness(one: str, other: str) -> float:
    """Share of coded words that two texts have in common, in order: 2·LCS / (a + b), 1 for two empty ones."""
    return float(Indel.normalized_similarity(one, other))
