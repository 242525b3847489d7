"""Each place: what a comment asks for at several places, each held against its own alone.

    "Tại điểm a thay “A” bằng “B”; tại điểm b bổ sung “C”", and “C” came to điểm a, “B” to điểm b: not done

Hard cases: a place that the draft has not, or that quoted words overrule, leaves all clauses that the comment
is linked to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.language.there import says_where
from drafter.model import Ask, Comment, Reference

from .case import Case, Side


def each_place(case: Case) -> Iterator[Case]:
    """The case of each place at which something is asked for; the case as it is where there is but one."""
    comment = case.comment
    groups: dict[tuple[str, ...], list[Ask]] = {}
    for ask in comment.asks:
        groups.setdefault(_ids(comment, ask.place), []).append(ask)
    if len(groups) < 2 or not all(groups):
        yield case
        return
    for ids, asks in groups.items():
        yield _there(case, ids, asks)


def _ids(comment: Comment, place: str | None) -> tuple[str, ...]:
    """The clauses that a place is, as it is cited."""
    found = (one.id for one in comment.references if one.text == place and one.act is None)
    return tuple(dict.fromkeys(id for id in found if id))


def _there(case: Case, ids: Sequence[str], asks: Sequence[Ask]) -> Case:
    """What is asked for at the clauses `ids`."""
    said = "\n".join(ask.text for ask in asks)
    comment = replace(
        case.comment,
        asks=tuple(asks),
        references=tuple(_own_references(case.comment, ids)),
        beside=(),
        words=tuple(one for one in case.comment.words if one.text in said),
        quote=tuple(one for one in case.comment.quote if one in said),
    )
    under = {clause.id for id in ids for clause in case.before.draft.subtree(id)}
    linked = tuple(id for id in case.before.ids if id in under)
    if not linked and not _is_around(case, ids):
        return replace(case, comment=comment)
    kept = {id: case.kept[id] for id in linked} or {id: case.cited.get(id, ()) for id in ids}
    now = tuple(dict.fromkeys(id for each in kept.values() for id in each))
    return replace(
        case, comment=comment, before=_of(case.before, tuple(kept)), after=_of(case.after, now), kept=kept
    )


def _is_around(case: Case, ids: Sequence[str]) -> bool:
    """Whether a clause that the comment is linked to has one of `ids` in it."""
    above = {clause.id for id in ids for clause in case.before.draft.ancestors(id)}
    return not above.isdisjoint(case.before.ids)


def _own_references(comment: Comment, ids: Sequence[str]) -> Iterator[Reference]:
    """Those that stand with the citation of `ids`, before the next place at which something is asked for."""
    places = {ask.place for ask in comment.asks}
    here = False
    for one in sorted(comment.references, key=lambda one: one.start):
        if one.text in places and one.id and says_where(comment.text, one):
            here = one.id in ids
        if here:
            yield one


def _of(side: Side, ids: tuple[str, ...]) -> Side:
    return Side(side.texts, ids, side.registers)
