"""Edited clauses: the likeliest continuation among candidates that share rare words or a place.

A pair scores by its words (in order, and weighted by rarity) and gains by its place: parents that
continue each other, neighbours that do, children, kind. The number counts least: it only breaks ties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import nsmallest

from drafter.model import Kind

from .features import Rarity, likeness
from .pairing import Pairing

CANDIDATES = 8  # clauses of the other draft looked at for their words; neighbours come on top

# Likeness of words (0 to 1) from which a clause counts as edited, not as deleted and inserted.
IN_PLACE = 0.45  # between neighbours that continue each other, under one parent
UNDER_PARENT = 0.52  # elsewhere under the same parent
MOVED = 0.62  # under another parent
FEW_WORDS, FEW_MOVED = 5, 0.8  # a short text elsewhere must be nearly the same
TELLING_HEADING = 10  # words of a heading that is known by its words alone
NEVER = 2.0

# What place adds to the score that ranks candidates.
PARENT, NEIGHBOUR, SAME_KIND, SAME_MARKER = 0.15, 0.06, 0.03, 0.02


class Likely:
    """Candidate pairs with their resemblance, which is worked out once per pair."""

    def __init__(self, pairing: Pairing, rarity: Rarity) -> None:
        self.pairing, self.rarity = pairing, rarity
        self.by_words: list[tuple[str, str]] = []
        self._known: dict[tuple[str, str], float] = {}

    def look(self) -> None:
        """Gather candidates by words anew, among what is open now."""
        self.by_words = list(_by_words(self.pairing, self.rarity))

    def pairs(self) -> Iterator[tuple[str, str, float]]:
        """Open pairs worth scoring, by words and by place, each once."""
        pairing = self.pairing
        self.by_words = [
            pair for pair in self.by_words if pairing.free_old(pair[0]) and pairing.free_new(pair[1])
        ]
        for pair in dict.fromkeys((*self.by_words, *_by_place(pairing))):
            if pair not in self._known:
                self._known[pair] = resemblance(pairing, self.rarity, *pair)
            yield *pair, self._known[pair]


def edited_clauses(pairing: Pairing, likely: Likely, least: float) -> bool:
    """Pair open clauses at least `least` alike in their words, the best first; says whether any was."""
    scored = []
    lengths = len(pairing.old.order), len(pairing.new.order)
    for old_id, new_id, alike in likely.pairs():
        if alike >= least and alike >= threshold(pairing, old_id, new_id):
            apart = abs(pairing.old.order[old_id] / lengths[0] - pairing.new.order[new_id] / lengths[1])
            scored.append((-(alike + _place(pairing, old_id, new_id)), apart, old_id, new_id))
    paired = False
    for *_, old_id, new_id in sorted(scored):
        paired |= pairing.pair(old_id, new_id)
    return paired


def resemblance(pairing: Pairing, rarity: Rarity, old_id: str, new_id: str) -> float:
    """How alike the words are, 0 to 1: in order, and by their rare words; a row mostly by its indicator."""
    a, b = pairing.old.features[old_id], pairing.new.features[new_id]
    rows = _is_row(pairing, old_id, new_id)
    if rows is None:
        return 0.0
    words = 0.6 * likeness(a.name, b.name) + 0.4 * rarity.shared(a, b)
    return 0.75 * words + 0.25 * likeness(a.code, b.code) if rows else words


def _is_row(pairing: Pairing, old_id: str, new_id: str) -> bool | None:
    """Are both table rows? None where one is and the other is not."""
    rows = pairing.old.by_id[old_id].kind is Kind.TABLE_ROW, pairing.new.by_id[new_id].kind is Kind.TABLE_ROW
    return rows[0] if rows[0] is rows[1] else None


def threshold(pairing: Pairing, old_id: str, new_id: str) -> float:
    """From which likeness on the two count as one clause, by where they stand."""
    if pairing.parents_continue(old_id, new_id):
        return IN_PLACE if _neighbours(pairing, old_id, new_id) == 2 else UNDER_PARENT
    if not _heads_the_same(pairing, old_id, new_id):
        return NEVER
    few = min(len(pairing.old.features[old_id].code), len(pairing.new.features[new_id].code)) < FEW_WORDS
    return FEW_MOVED if few else MOVED


def _heads_the_same(pairing: Pairing, old_id: str, new_id: str) -> bool:
    """Under other parents, "Về kinh tế số" is the same heading only where something below it is."""
    old, new = pairing.old, pairing.new
    if not old.children[old_id] and not new.children[new_id]:
        return True
    if min(len(old.features[old_id].code), len(new.features[new_id].code)) >= TELLING_HEADING:
        return True
    return any(
        new_id in new.above(continued)
        for below in old.below(old_id)
        for continued in pairing.to_new.get(below, ())
    )


def _neighbours(pairing: Pairing, old_id: str, new_id: str) -> int:
    """How many of the two neighbours (before, after) continue each other; both at an end counts too."""
    olds, news = (
        pairing.old.siblings(pairing.old.parent(old_id)),
        pairing.new.siblings(pairing.new.parent(new_id)),
    )
    here, there = pairing.old.place[old_id], pairing.new.place[new_id]
    return sum(pairing.continues(_at(olds, here + step), _at(news, there + step)) for step in (-1, 1))


def _at(ids: list[str], place: int) -> str | None:
    return ids[place] if 0 <= place < len(ids) else None


def _place(pairing: Pairing, old_id: str, new_id: str) -> float:
    old, new = pairing.old.by_id[old_id], pairing.new.by_id[new_id]
    return (
        PARENT * pairing.parents_continue(old_id, new_id)
        + NEIGHBOUR * _neighbours(pairing, old_id, new_id)
        + SAME_KIND * (old.kind is new.kind)
        + SAME_MARKER * (old.marker == new.marker)
    )


def _by_words(pairing: Pairing, rarity: Rarity) -> Iterator[tuple[str, str]]:
    """For each open clause those of the other draft that share most of what is rare in it."""
    index: dict[str, list[str]] = defaultdict(list)
    for new_id in pairing.open_new():
        for gram in rarity.telling(pairing.new.features[new_id])[0]:
            index[gram].append(new_id)
    for old_id in pairing.open_old():
        shared: dict[str, float] = defaultdict(float)
        for gram, weight in rarity.telling(pairing.old.features[old_id])[0].items():
            for new_id in index.get(gram, ()):
                shared[new_id] += weight
        order = pairing.new.order
        ranked = nsmallest(
            CANDIDATES, ((-weight, order[new_id], new_id) for new_id, weight in shared.items())
        )
        yield from ((old_id, new_id) for *_, new_id in ranked)


def _by_place(pairing: Pairing) -> Iterator[tuple[str, str]]:
    """Open children of continued parents that stand at about the same place, or beside the same neighbour."""
    groups: dict[str | None, list[str]] = defaultdict(list)
    for old_id in pairing.open_old():
        groups[pairing.old.parent(old_id)].append(old_id)
    for parent, ids in groups.items():
        onward: tuple[str | None, ...] = (None,) if parent is None else pairing.to_new.get(parent, ())
        free = [id for above in onward for id in pairing.new.siblings(above) if pairing.free_new(id)]
        for rank, old_id in enumerate(ids):
            expected = rank * len(free) // max(1, len(ids))
            yield from ((old_id, new_id) for new_id in free[max(0, expected - 4) : expected + 5])
            yield from _beside(pairing, old_id)


def _beside(pairing: Pairing, old_id: str) -> Iterator[tuple[str, str]]:
    """The open clauses that stand beside the continuation of a neighbour of `old_id`."""
    olds, place = pairing.old.siblings(pairing.old.parent(old_id)), pairing.old.place[old_id]
    for step in (-1, 1):
        neighbour = _at(olds, place + step)
        for new_id in pairing.to_new.get(neighbour, ()) if neighbour is not None else ():
            beyond = _at(pairing.new.siblings(pairing.new.parent(new_id)), pairing.new.place[new_id] - step)
            if beyond is not None and pairing.free_new(beyond):
                yield old_id, beyond
