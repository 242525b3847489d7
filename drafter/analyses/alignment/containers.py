"""Headings: a clause that leads others continues where these continue, whatever its words or number."""

from __future__ import annotations

from collections import defaultdict

from drafter.model import Kind

from .features import likeness
from .pairing import Pairing

ENOUGH = 0.5  # share of the words below both headings that must have continued from one to the other
SIMILAR = 0.6  # with headings this alike, a third of it is enough


def vote(pairing: Pairing) -> bool:
    """Pair headings by what stands under them; says whether any was paired."""
    votes: dict[tuple[str, str], int] = defaultdict(int)
    for olds, news in pairing.groups:
        for one in olds:
            for other in news:
                above, beyond = pairing.old.parent(one), pairing.new.parent(other)
                if above is not None and beyond is not None:
                    votes[above, beyond] += min(pairing.old.features[one].size, pairing.new.features[other].size)
    ranked = sorted(votes.items(), key=lambda item: (-_share(pairing, *item), item[0]))
    paired = False
    for (one, other), weight in ranked:
        if _agrees(pairing, one, other, _share(pairing, (one, other), weight)):
            paired |= pairing.pair(one, other)
    return paired


def _share(pairing: Pairing, pair: tuple[str, str], weight: int) -> float:
    """`weight` against the words below the heading that has more of them."""
    sides = (pairing.old.features[pair[0]], pairing.new.features[pair[1]])
    return weight / max(1, *(side.size - len(side.code) for side in sides))


def _agrees(pairing: Pairing, one: str, other: str, share: float) -> bool:
    kinds = {pairing.old.by_id[one].kind, pairing.new.by_id[other].kind}
    if Kind.TABLE_ROW in kinds and len(kinds) > 1:
        return False
    alike = likeness(pairing.old.features[one].code, pairing.new.features[other].code)
    return share >= ENOUGH or (share >= ENOUGH * 2 / 3 and alike >= SIMILAR)
