"""Rising: of pairs of places the heaviest run that rises on both sides: what stayed while the rest moved."""

from __future__ import annotations

from collections.abc import Sequence

Pair = tuple[int, int]
_Best = tuple[int, int]  # weight of a run, which pair it ends with
_NOTHING: _Best = (0, -1)


class _BestUpTo:
    """A Fenwick tree of the best run that ends at or below a rank; ranks count from 1."""

    def __init__(self, size: int) -> None:
        self._tree = [_NOTHING] * (size + 1)

    def __call__(self, rank: int) -> _Best:
        best = _NOTHING
        while rank > 0:
            best, rank = max(best, self._tree[rank]), rank - (rank & -rank)
        return best

    def note(self, rank: int, run: _Best) -> None:
        while rank < len(self._tree):
            self._tree[rank], rank = max(self._tree[rank], run), rank + (rank & -rank)


def rising(pairs: Sequence[Pair], weights: Sequence[int]) -> list[Pair]:
    """Of `pairs` those of the heaviest strictly rising run, in O(n log n); of equal runs the later one.

    `[(0, 5), (1, 3), (2, 4)]` of equal weights gives `[(1, 3), (2, 4)]`.
    """
    order = sorted(range(len(pairs)), key=lambda at: (pairs[at][0], -pairs[at][1]))
    rank = {place: number for number, place in enumerate(sorted({right for _, right in pairs}), start=1)}
    best = _BestUpTo(len(rank))
    before: dict[int, int] = {}
    for at in order:
        here = rank[pairs[at][1]]
        weight, before[at] = best(here - 1)
        best.note(here, (weight + weights[at], at))
    return _traced(pairs, before, best(len(rank))[1])


def _traced(pairs: Sequence[Pair], before: dict[int, int], last: int) -> list[Pair]:
    """The run that ends with pair `last`, from its beginning."""
    found = []
    while last >= 0:
        found.append(pairs[last])
        last = before[last]
    return found[::-1]
