"""Moved, renumbered, reordered: what became of a clause's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from drafter.model import Alignment, Draft, Match


def is_moved(match: Match, old: Draft, new: Draft, alignment: Alignment) -> bool:
    """Does some part stand under a parent that does not continue the old parent?"""
    return not all(_stays(one, other, match, old, new, alignment) for one in match.old for other in match.new)


def _stays(one: str, other: str, match: Match, old: Draft, new: Draft, alignment: Alignment) -> bool:
    before, after = old.by_id[one].parent, new.by_id[other].parent
    if after in match.new or before in match.old:  # a clause and its own first children, made of one text
        return True
    if before is None or after is None:
        return before is after
    return after in alignment.to_new[before]


def is_renumbered(match: Match) -> bool:
    """Is the last part of the id another? `III.3.e` → `III.3.đ` and `III.3.e` is."""
    return bool(match.old and match.new) and _last_parts(match.old) != _last_parts(match.new)


def _last_parts(ids: Sequence[str]) -> set[str]:
    return {id.rpartition(".")[2] for id in ids}


def reordered(old: Draft, new: Draft, alignment: Alignment) -> frozenset[tuple[str, ...]]:
    """The matches (by their old ids) that left the order of their aligned siblings.

    Siblings keep their order as far as the heaviest increasing subsequence goes (most clauses, then
    most words); the rest changed places: of two that swap, the shorter one.
    """
    families: dict[tuple[str | None, str | None], list[Match]] = defaultdict(list)
    for match in alignment.matches:
        if match.old and match.new:
            before, after = old.by_id[match.old[0]].parent, new.by_id[match.new[0]].parent
            if before is after is None or (before and after and after in alignment.to_new[before]):
                families[before, after].append(match)
    out: set[tuple[str, ...]] = set()
    for family in families.values():
        family.sort(key=lambda match: old.by_id[match.old[0]].order)
        places = [new.by_id[match.new[0]].order for match in family]
        if any(a > b for a, b in pairwise(places)):
            words = [sum(old.by_id[id].words_all for id in match.old) for match in family]
            kept = _heaviest_rising(places, [1_000_000 + weight for weight in words])
            out.update(match.old for place, match in enumerate(family) if place not in kept)
    return frozenset(out)


def _heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Indices of the heaviest increasing subsequence of distinct `values`; Fenwick tree, O(n log n)."""
    rank = {value: place + 1 for place, value in enumerate(sorted(values))}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(values) + 1)  # (weight, index of its last)
    before: list[int] = []
    for index, value in enumerate(values):
        best, at = (0, -1), rank[value] - 1
        while at > 0:
            best, at = max(best, tree[at]), at - (at & -at)
        before.append(best[1])
        here, at = (best[0] + weights[index], index), rank[value]
        while at < len(tree):
            tree[at], at = max(tree[at], here), at + (at & -at)
    kept: set[int] = set()
    best, at = (0, -1), len(values)
    while at > 0:
        best, at = max(best, tree[at]), at - (at & -at)
    index = best[1]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
