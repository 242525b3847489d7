"""Explaining: what a draft did for which comment, as far as words of it show that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.model import ChangeSet, Comment, Draft, Evidence, Verdict

_DONE = frozenset((Verdict.ADDRESSED, Verdict.PARTLY))
_UNITS = frozenset(("places", "clauses", "%", "terms"))  # of what is measured in the clauses themselves


def acted_on(
    found: Sequence[Evidence], old: Draft, new: Draft, comments: Mapping[str, Comment]
) -> Iterator[Evidence]:
    """What `new` did about comments that `old` had not done yet.

    A comment whose evidence is a whole part or the whole draft (its length) is tied to no words. What `old`
    did already, or `new` before the letter came, was not done here for it.
    """
    before = {
        evidence.comment for evidence in found if evidence.draft == old.path and evidence.verdict in _DONE
    }
    for evidence in found:
        done = evidence.draft == new.path and evidence.verdict in _DONE and evidence.comment not in before
        tied = any(measure.unit in _UNITS for measure in evidence.measures)
        if done and tied and not _came_late(comments[evidence.comment], new):
            yield evidence


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
