"""Moved, renumbered, reordered: what became of a clause's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from drafter.analyses.rising import rising
from drafter.model import Alignment, Draft, Match
from drafter.model.ids import last_part

_ONE_CLAUSE = 1_000_000  # weighs more than the words of any draft


def is_moved(match: Match, old: Draft, new: Draft, alignment: Alignment) -> bool:
    """Does some part stand under a parent that does not continue the old parent?"""
    return not all(_stays(one, other, match, old, new, alignment) for one in match.old for other in match.new)


def _stays(one: str, other: str, match: Match, old: Draft, new: Draft, alignment: Alignment) -> bool:
    before, after = old.by_id[one].parent, new.by_id[other].parent
    if after in match.new or before in match.old:  # a clause and its own first children, made of one text
        return True
    return _continues(before, after, alignment)


def is_renumbered(match: Match) -> bool:
    """Is the last part of the id another? `III.3.e` → `III.3.đ` and `III.3.e` is."""
    return bool(match.old and match.new) and _last_parts(match.old) != _last_parts(match.new)


def _last_parts(ids: Sequence[str]) -> set[str]:
    return {last_part(id) for id in ids}


def reordered(old: Draft, new: Draft, alignment: Alignment) -> frozenset[tuple[str, ...]]:
    """The matches (by their old ids) that left the order of their aligned siblings.

    Siblings keep their order as far as the heaviest rising run goes (most clauses, then most words); the
    rest changed places: of two that swap, the shorter one.
    """
    return frozenset(
        match.old
        for family in _families(old, new, alignment)
        for match in _displaced(sorted(family, key=lambda match: _order(old, match.old)), old, new)
    )


def _families(old: Draft, new: Draft, alignment: Alignment) -> Iterable[list[Match]]:
    """The matches by the parents that continue each other."""
    families: dict[tuple[str | None, str | None], list[Match]] = defaultdict(list)
    for match in alignment.matches:
        if match.old and match.new:
            before, after = old.by_id[match.old[0]].parent, new.by_id[match.new[0]].parent
            if _continues(before, after, alignment):
                families[before, after].append(match)
    return families.values()


def _continues(before: str | None, after: str | None, alignment: Alignment) -> bool:
    """Does one parent go on as the other? The root (None) goes on as the root."""
    if before is None or after is None:
        return before is after
    return after in alignment.to_new[before]


def _displaced(family: Sequence[Match], old: Draft, new: Draft) -> list[Match]:
    """Those of a family, in its old order, that stand elsewhere in the new one."""
    places = [_order(new, match.new) for match in family]
    if all(place <= following for place, following in pairwise(places)):
        return []
    weights = [_ONE_CLAUSE + sum(old.by_id[id].words_all for id in match.old) for match in family]
    kept = {at for at, _ in rising(list(enumerate(places)), weights)}
    return [match for at, match in enumerate(family) if at not in kept]


def _order(draft: Draft, ids: Sequence[str]) -> int:
    return draft.by_id[ids[0]].order
