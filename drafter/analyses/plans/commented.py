"""Commented: which changes of a redline were made for which comment, as evidence shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.model import ChangeSet, Comment, Draft, Evidence, MarginComment, Verdict

_DONE = frozenset((Verdict.ADDRESSED, Verdict.PARTLY))
_UNITS = frozenset(("places", "clauses", "%", "terms"))  # of what is measured in the clauses themselves


def commented(
    changes: ChangeSet, new: Draft, comments: Mapping[str, Comment], found: Sequence[Evidence]
) -> tuple[MarginComment, ...]:
    """The comments that `new` acted on, each with the changed paragraphs that show it.

    A comment whose evidence is a whole part or the whole draft (its length) is tied to no words.
    """
    changed = frozenset(_changed(changes))
    shown = [
        (comments[evidence.comment], _paragraphs(evidence, new, changed)) for evidence in _done(found, new)
    ]
    return tuple(_margin_comment(comment, paragraphs) for comment, paragraphs in shown if paragraphs)


def _changed(changes: ChangeSet) -> Iterator[str]:
    """The new ids of clauses with changed words."""
    for change in changes.changes:
        if change.segments or not change.old:
            yield from change.new


def _done(found: Sequence[Evidence], new: Draft) -> Iterator[Evidence]:
    """What `new` did about comments, as far as words of it show that."""
    for evidence in found:
        done = evidence.draft == new.path and evidence.verdict in _DONE
        if done and any(measure.unit in _UNITS for measure in evidence.measures):
            yield evidence


def _paragraphs(evidence: Evidence, new: Draft, changed: frozenset[str]) -> tuple[int, ...]:
    clauses = [new.by_id[id] for id in evidence.clauses if id in changed]
    return tuple(dict.fromkeys(place.paragraph for clause in clauses for place in clause.places))


def _margin_comment(comment: Comment, paragraphs: tuple[int, ...]) -> MarginComment:
    day = comment.date.isoformat() if comment.date else None
    return MarginComment(comment.agency, comment.text, day, paragraphs)
