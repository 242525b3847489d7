"""The ledger of targets: one row for each target through all drafts, body against annex."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from drafter.language.indicators import contained, key, similarity
from drafter.model import Comment, Draft, Entry, LedgerRow, Link, Register, Rounds, Scope, Target

_SAME = 0.6  # of two indicators: below it, targets of aligned clauses are two
_ALIKE = 0.8  # the same where nothing else joins them
_RENAMED = 0.3  # the same where the clause goes on with this target alone, and its unit and date
_ENOUGH_WORDS = 3  # of an indicator, to tell it from others


def ledger(
    rounds: Rounds,
    registers: Callable[[Draft], Register],
    comments: Sequence[Comment] = (),
    links: Mapping[str, Link] | None = None,
) -> tuple[LedgerRow, ...]:
    """Every target once, in the order of the drafts that first had it.

    A target is followed by the clause that continues its own and by its indicator. With each row go
    the comments that are linked to it.
    """
    chains: list[dict[int, Target]] = []
    places = [_places(registers(draft)) for draft in rounds.drafts]
    for at, roots in enumerate(places):
        free = list(roots)
        going_on = [chain for chain in chains if at - 1 in chain]
        for chain, after in _nearest_first(going_on, free, at, rounds):
            found = _continued(chain[at - 1], after, free)
            if found is not None:
                chain[at] = found
                free.remove(found)
        chains += [{at: target} for target in free]
    said = _linked(comments, links or {}, rounds)
    return tuple(_row(chain, rounds.drafts, places, said) for chain in chains)


def _places(register: Register) -> dict[Target, list[Target]]:
    """Each target at its first place, with its other places."""
    roots = {target.id: target for target in register.targets if target.same_as is None}
    found: dict[Target, list[Target]] = {target: [] for target in roots.values()}
    for target in register.targets:
        if target.same_as is not None and target.same_as in roots:
            found[roots[target.same_as]].append(target)
    return found


def _nearest_first(
    chains: Sequence[dict[int, Target]], free: Sequence[Target], at: int, rounds: Rounds
) -> list[tuple[dict[int, Target], tuple[str, ...]]]:
    """Chains up to the draft before, each with the clauses that continue its last one's in the draft `at`.

    Those whose clause is continued by a target's clause choose first.
    """
    clauses = {target.clause for target in free}
    followed = [
        (chain, rounds.follow((chain[at - 1].clause,), rounds.drafts[at - 1], rounds.drafts[at]))
        for chain in chains
    ]
    return sorted(followed, key=lambda each: clauses.isdisjoint(each[1]))


def _continued(target: Target, after: Sequence[str], free: Sequence[Target]) -> Target | None:
    scored = [
        (other.clause in after, _alike(target, other), -place, other)
        for place, other in enumerate(free)
        if other.deadline == target.deadline or other.clause in after
    ]
    enough = [each for each in scored if each[1] >= (_SAME if each[0] else _ALIKE)]
    best = max(enough, key=lambda each: each[:3], default=None)
    return _renamed(target, after, free) if best is None else best[3]


def _alike(target: Target, other: Target) -> float:
    """How alike two indicators are; one that only says more words than the other is the same."""
    names = sorted((target.indicator, other.indicator), key=lambda name: len(key(name)))
    same = contained(*names) == 1.0 and len(key(names[0])) >= _ENOUGH_WORDS
    return max(similarity(*names), _ALIKE if same else 0.0)


def _renamed(target: Target, after: Sequence[str], free: Sequence[Target]) -> Target | None:
    """The only target of the clause that goes on, if it has the unit and date and only another name."""
    there = [other for other in free if other.clause in after]
    if len(there) != 1 or there[0].deadline != target.deadline:
        return None
    alike = similarity(target.indicator, there[0].indicator) >= _RENAMED
    return there[0] if alike and _units(target) & _units(there[0]) else None


def _units(target: Target) -> set[tuple[str, bool]]:
    return {(measure.unit or "", measure.value is None) for measure in target.measures}


def _linked(
    comments: Sequence[Comment], links: Mapping[str, Link], rounds: Rounds
) -> dict[tuple[str, str], list[str]]:
    """(path of a draft, clause) → the comments on it."""
    found: dict[tuple[str, str], list[str]] = {}
    for comment in comments:
        link, about = links[comment.id], rounds.draft(comment.draft)
        if link.scope is Scope.CLAUSES and about is not None:
            for clause in link.clauses:
                if clause.addressed:
                    found.setdefault((about.path, clause.id), []).append(comment.id)
    return found


def _row(
    chain: Mapping[int, Target],
    drafts: Sequence[Draft],
    places: Sequence[Mapping[Target, Sequence[Target]]],
    said: Mapping[tuple[str, str], Sequence[str]],
) -> LedgerRow:
    entries: list[Entry | None] = []
    comments: list[str] = []
    for at, draft in enumerate(drafts):
        target = chain.get(at)
        if target is None:
            entries.append(None)
            continue
        others = places[at][target]
        entries.append(Entry(draft.path, target, tuple(others)))
        for place in (target, *others):
            comments += said.get((draft.path, place.clause), ())
    first = chain[min(chain)]
    return LedgerRow(first.indicator, tuple(entries), tuple(dict.fromkeys(comments)))
