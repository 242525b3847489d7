"""The heaviest run of pairs that rises on both sides: what stayed in order while the rest moved."""

from __future__ import annotations

from collections.abc import Sequence

Pair = tuple[int, int]


def rising(pairs: Sequence[Pair], weights: Sequence[int]) -> list[Pair]:
    """Of `pairs` those of the heaviest strictly rising run; a Fenwick tree, O(n log n)."""
    order = sorted(range(len(pairs)), key=lambda at: (pairs[at][0], -pairs[at][1]))
    rank = {k: place + 1 for place, k in enumerate(sorted({k for _, k in pairs}))}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(rank) + 1)
    before: dict[int, int] = {}
    for at in order:
        best, place = (0, -1), rank[pairs[at][1]] - 1
        while place > 0:
            best, place = max(best, tree[place]), place - (place & -place)
        before[at] = best[1]
        here, place = (best[0] + weights[at], at), rank[pairs[at][1]]
        while place < len(tree):
            tree[place], place = max(tree[place], here), place + (place & -place)
    last, place = (0, -1), len(rank)
    while place > 0:
        last, place = max(last, tree[place]), place - (place & -place)
    found, at = [], last[1]
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]
