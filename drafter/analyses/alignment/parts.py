"""Splits and merges: one clause whose words go on as two or more, and the reverse.

A split is claimed only where the parts, read one after the other, give the whole again (but for
noise, small edits and joining words), each part stands in the whole, and no single part explains it as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from drafter.model import Kind

from .features import Features, PreparedDraft, Rarity, likeness
from .pairing import Pairing

WHOLE = 0.7  # likeness of the parts together with the whole
GAIN = 0.04  # by how much together they must beat the best single part
INSIDE = 0.45  # share of a part's rare words and pairs that stand in the whole
IN_ORDER = 0.6  # share of a part's words that stand in the whole in their order
SCATTERED_WHOLE, SCATTERED_INSIDE = 0.88, 0.85  # the same where the parts do not stand together
SHORTEST_WHOLE, SHORTEST_PART, SHORTEST_SCATTERED = 8, 3, 8  # words
NEAR = 3  # places between parts, where a new clause was put between them
MOST = 12  # parts of one clause


@dataclass(frozen=True, slots=True)
class Division:
    """`whole` of one draft against its `parts` of the other, in their order."""

    whole: str
    parts: tuple[str, ...]
    likeness: float


def splits_and_merges(pairing: Pairing, rarity: Rarity) -> None:
    """Find both, best first, among the clauses that are still open."""
    found = [
        (division, True)
        for division in _divisions(pairing.old, pairing.new, pairing.open_old(), pairing.open_new(), rarity)
    ]
    found += [
        (division, False)
        for division in _divisions(pairing.new, pairing.old, pairing.open_new(), pairing.open_old(), rarity)
    ]
    for division, split in sorted(found, key=lambda item: (-item[0].likeness, item[1], item[0].whole)):
        olds, news = ((division.whole,), division.parts) if split else (division.parts, (division.whole,))
        if all(map(pairing.free_old, olds)) and all(map(pairing.free_new, news)):
            pairing.add(olds, news)


def _divisions(
    side: PreparedDraft, other: PreparedDraft, wholes: Iterable[str], parts: Iterable[str], rarity: Rarity
) -> Iterator[Division]:
    index: dict[str, list[str]] = defaultdict(list)
    for id in parts:
        if len(other.features[id].code) >= SHORTEST_PART:
            for gram in rarity.telling(other.features[id])[0]:
                index[gram].append(id)
    for whole in wholes:
        features = side.features[whole]
        if len(features.code) >= SHORTEST_WHOLE:
            inside = _standing_inside(features, other, index, rarity)
            rows = side.by_id[whole].kind is Kind.TABLE_ROW
            inside = {
                id: share for id, share in inside.items() if (other.by_id[id].kind is Kind.TABLE_ROW) is rows
            }
            best = _best(whole, features.code, inside, other)
            if best is not None:
                yield best


def _standing_inside(
    whole: Features, other: PreparedDraft, index: dict[str, list[str]], rarity: Rarity
) -> dict[str, float]:
    """Clauses of the other draft whose rare words stand mostly in `whole`, with the share."""
    shared: dict[str, float] = defaultdict(float)
    for gram, weight in rarity.telling(whole)[0].items():
        for id in index.get(gram, ()):
            shared[id] += weight
    found = {}
    for id, weight in shared.items():
        rare = rarity.telling(other.features[id])[1]
        if weight >= INSIDE * rare and _in_order(other.features[id].code, whole.code) >= IN_ORDER:
            found[id] = weight / rare
    return found


def _in_order(part: str, whole: str) -> float:
    return float(LCSseq.similarity(part, whole)) / len(part)


def _best(whole: str, code: str, inside: dict[str, float], other: PreparedDraft) -> Division | None:
    if len(inside) < 2:
        return None
    single = max(likeness(code, other.features[id].code) for id in inside)
    ids = sorted(inside, key=other.order.__getitem__)
    candidates = [_trimmed(whole, code, run, other) for run in _runs(ids, other)]
    far = [
        id
        for id in ids
        if inside[id] >= SCATTERED_INSIDE and len(other.features[id].code) >= SHORTEST_SCATTERED
    ]
    if 2 <= len(far) <= MOST:
        scattered = _measured(whole, code, far, other)
        candidates += [scattered] if scattered.likeness >= SCATTERED_WHOLE else []
    good = [
        division
        for division in candidates
        if division.likeness >= WHOLE and division.likeness >= single + GAIN and len(division.parts) > 1
    ]
    return max(good, key=lambda division: division.likeness, default=None)


def _runs(ids: list[str], side: PreparedDraft) -> Iterator[list[str]]:
    """Clauses that stand together: near each other under one parent, or a clause and its first children."""
    run: list[str] = []
    for id in ids:
        if run and not _follows(run, id, side):
            yield run
            run = []
        run.append(id)
    yield run


def _follows(run: list[str], id: str, side: PreparedDraft) -> bool:
    last, place = run[-1], side.place
    if side.parent(id) == last:
        return place[id] == 0
    return side.parent(id) == side.parent(last) and 0 < place[id] - place[last] <= NEAR


def _trimmed(whole: str, code: str, run: list[str], side: PreparedDraft) -> Division:
    """The run without clauses at its ends that make it less like the whole."""
    best = _measured(whole, code, run[:MOST], side)
    shrinking = True
    while shrinking and len(best.parts) > 2:
        ends = [_measured(whole, code, list(part), side) for part in (best.parts[1:], best.parts[:-1])]
        nearest = max(ends, key=lambda division: division.likeness)
        shrinking = nearest.likeness > best.likeness
        best = nearest if shrinking else best
    return best


def _measured(whole: str, code: str, parts: list[str], side: PreparedDraft) -> Division:
    together = "".join(side.features[id].code for id in parts)
    return Division(whole, tuple(parts), likeness(code, together))
