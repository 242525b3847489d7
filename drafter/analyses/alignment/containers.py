"""Headings: a clause that leads others continues where these continue, whatever its words or number."""

from __future__ import annotations

from collections import defaultdict

from drafter.model import Kind

from .features import likeness
from .pairing import Pairing

# (likeness of the two headings, share of the words below both that must have continued from one to the other)
AGREED = ((0.0, 0.5), (0.6, 0.33), (0.9, 0.1))
HEADING = 0.5  # what a heading of the same words counts against the share, where two would continue one


def vote(pairing: Pairing) -> bool:
    """Pair headings by what stands under them; says whether any was paired."""
    votes: dict[tuple[str, str], int] = defaultdict(int)
    for olds, news in pairing.groups:
        for one in olds:
            for other in news:
                above, beyond = pairing.old.parent(one), pairing.new.parent(other)
                if above is not None and beyond is not None:
                    votes[above, beyond] += min(
                        pairing.old.features[one].size, pairing.new.features[other].size
                    )
    ranked = []
    for (one, other), weight in votes.items():
        share, alike = _share(pairing, (one, other), weight), _alike(pairing, one, other)
        if any(alike >= least and share >= enough for least, enough in AGREED):
            ranked.append((-(share + HEADING * alike), one, other))
    paired = False
    for _, one, other in sorted(ranked):
        paired |= pairing.pair(one, other)
    return paired


def _share(pairing: Pairing, pair: tuple[str, str], weight: int) -> float:
    """`weight` against the words below the heading that has more of them."""
    sides = (pairing.old.features[pair[0]], pairing.new.features[pair[1]])
    return weight / max(1, *(side.size - len(side.code) for side in sides))


def _alike(pairing: Pairing, one: str, other: str) -> float:
    """How alike the headings are; a table row and anything else are not even that."""
    rows = {side.by_id[id].kind is Kind.TABLE_ROW for side, id in ((pairing.old, one), (pairing.new, other))}
    return (
        likeness(pairing.old.features[one].code, pairing.new.features[other].code) if len(rows) == 1 else -1.0
    )
