"""Explaining: what a draft did for which comment, as far as words of it show that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.model import ChangeSet, Comment, Draft, Evidence, Verdict

from .beyond import BESIDE

_DONE = frozenset((Verdict.ADDRESSED, Verdict.PARTLY))
_UNITS = frozenset(("places", "clauses", "%", "terms"))  # of what is measured in the clauses themselves


def acted_on(
    found: Sequence[Evidence],
    old: Draft,
    new: Draft,
    comments: Mapping[str, Comment],
    *,
    with_others: bool = False,
) -> Iterator[Evidence]:
    """What `new` did about comments that `old` had not done yet.

    A comment whose evidence is a whole part or the whole draft (its length) is tied to no words. What `old`
    did already, or `new` before the letter came, was not done here for it. `with_others`: also what came as
    it was asked for beside other words, so that a person has to say whether the wish is done.
    """
    before = {each.comment for each in found if each.draft == old.path and _came(each, with_others=True)}
    for evidence in found:
        done = evidence.draft == new.path and _came(evidence, with_others=with_others)
        tied = any(measure.unit in _UNITS for measure in evidence.measures)
        late = _came_late(comments[evidence.comment], new)
        if done and tied and evidence.comment not in before and not late:
            yield evidence


def _came(evidence: Evidence, *, with_others: bool) -> bool:
    beside = any(measure.name == BESIDE for measure in evidence.measures)
    return evidence.verdict in _DONE or (with_others and beside and evidence.verdict is Verdict.UNCLEAR)


def explained(
    changes: ChangeSet, old: Draft, new: Draft, comments: Mapping[str, Comment], found: Sequence[Evidence]
) -> tuple[tuple[str, ...], ...]:
    """For each of `changes` the ids of the comments for which it was made."""
    acted = [(evidence.comment, set(evidence.clauses)) for evidence in acted_on(found, old, new, comments)]
    return tuple(
        tuple(dict.fromkeys(id for id, clauses in acted if clauses.intersection(change.new)))
        if change.segments or not change.old
        else ()
        for change in changes.changes
    )


def _came_late(comment: Comment, new: Draft) -> bool:
    """Whether the letter is younger than the draft."""
    return comment.date is not None and new.date is not None and comment.date > new.date
