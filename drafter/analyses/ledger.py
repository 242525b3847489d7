"""The ledger of targets: one row for each target through all drafts, body against annex."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from drafter.language.indicators import similarity
from drafter.model import Alignment, Comment, Draft, Entry, LedgerRow, Link, Register, Scope, Target

_SAME = 0.6  # of two indicators: below it, targets of aligned clauses are two
_ALIKE = 0.8  # the same where nothing else joins them


def ledger(
    drafts: Sequence[Draft],
    alignments: Sequence[Alignment],
    registers: Callable[[Draft], Register],
    comments: Sequence[Comment] = (),
    links: Mapping[str, Link] | None = None,
) -> tuple[LedgerRow, ...]:
    """Every target once, in the order of the drafts that first had it; `drafts` oldest first.

    A target is followed by the clause that continues its own and by its indicator. With each row go
    the comments that are linked to it.
    """
    chains: list[dict[int, Target]] = []
    places = [_places(registers(draft)) for draft in drafts]
    for at, roots in enumerate(places):
        open_chains = [chain for chain in chains if at - 1 in chain]
        free = list(roots)
        for chain in _nearest_first(open_chains, free, at, alignments):
            found = _continued(chain[at - 1], free, alignments[at - 1])
            if found is not None:
                chain[at] = found
                free.remove(found)
        chains += [{at: target} for target in free]
    said = _linked(comments, links or {}, drafts)
    return tuple(_row(chain, drafts, places, said) for chain in chains)


def _places(register: Register) -> dict[Target, list[Target]]:
    """Each target at its first place, with its other places."""
    roots = {target.id: target for target in register.targets if target.same_as is None}
    found: dict[Target, list[Target]] = {target: [] for target in roots.values()}
    for target in register.targets:
        if target.same_as is not None and target.same_as in roots:
            found[roots[target.same_as]].append(target)
    return found


def _nearest_first(
    chains: Sequence[dict[int, Target]], free: Sequence[Target], at: int, alignments: Sequence[Alignment]
) -> list[dict[int, Target]]:
    """Those whose clause is continued by a target's clause choose first."""
    if at == 0:
        return []
    clauses = {target.clause for target in free}
    to_new = alignments[at - 1].to_new
    return sorted(chains, key=lambda chain: clauses.isdisjoint(to_new.get(chain[at - 1].clause, ())))


def _continued(target: Target, free: Sequence[Target], alignment: Alignment) -> Target | None:
    after = alignment.to_new.get(target.clause, ())
    scored = [
        (one.clause in after, similarity(target.indicator, one.indicator), -place, one)
        for place, one in enumerate(free)
        if one.deadline == target.deadline or one.clause in after
    ]
    enough = [one for one in scored if one[1] >= (_SAME if one[0] else _ALIKE)]
    best = max(enough, key=lambda one: one[:3], default=None)
    return None if best is None else best[3]


def _linked(
    comments: Sequence[Comment], links: Mapping[str, Link], drafts: Sequence[Draft]
) -> dict[tuple[int, str], list[str]]:
    at = {draft.path: place for place, draft in enumerate(drafts)}
    found: dict[tuple[int, str], list[str]] = {}
    for comment in comments:
        link = links[comment.id]
        if link.scope is Scope.CLAUSES and comment.draft in at:
            for one in link.clauses:
                if one.addressed:
                    found.setdefault((at[comment.draft], one.id), []).append(comment.id)
    return found


def _row(
    chain: Mapping[int, Target],
    drafts: Sequence[Draft],
    places: Sequence[Mapping[Target, Sequence[Target]]],
    said: Mapping[tuple[int, str], Sequence[str]],
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
        for one in (target, *others):
            comments += said.get((at, one.clause), ())
    first = chain[min(chain)]
    return LedgerRow(first.indicator, tuple(entries), tuple(dict.fromkeys(comments)))
