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
        for old_id in olds:
            for new_id in news:
                above, beyond = pairing.old.parent(old_id), pairing.new.parent(new_id)
                if above is not None and beyond is not None:
                    votes[above, beyond] += min(
                        pairing.old.features[old_id].size, pairing.new.features[new_id].size
                    )
    ranked = []
    for (old_id, new_id), weight in votes.items():
        share, alike = _share(pairing, (old_id, new_id), weight), _alike(pairing, old_id, new_id)
        if any(alike >= least and share >= enough for least, enough in AGREED):
            ranked.append((-(share + HEADING * alike), old_id, new_id))
    paired = False
    for _, old_id, new_id in sorted(ranked):
        paired |= pairing.pair(old_id, new_id)
    return paired


def _share(pairing: Pairing, pair: tuple[str, str], weight: int) -> float:
    """`weight` against the words below the heading that has more of them."""
    sides = (pairing.old.features[pair[0]], pairing.new.features[pair[1]])
    return weight / max(1, *(side.size - len(side.code) for side in sides))


def _alike(pairing: Pairing, old_id: str, new_id: str) -> float:
    """How alike the headings are; a table row and anything else are not even that."""
    rows = {
        side.by_id[id].kind is Kind.TABLE_ROW for side, id in ((pairing.old, old_id), (pairing.new, new_id))
    }
    return (
        likeness(pairing.old.features[old_id].code, pairing.new.features[new_id].code)
        if len(rows) == 1
        else -1.0
    )
