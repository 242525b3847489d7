"""Commented: which changes of a redline were made for which comment, as evidence shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.model import ChangeSet, Comment, Draft, Evidence, MarginComment, Op, Verdict

_DONE = frozenset((Verdict.ADDRESSED, Verdict.PARTLY))
_UNITS = frozenset(("places", "clauses", "%", "terms"))  # of what is measured in the clauses themselves


def commented(
    changes: ChangeSet, old: Draft, new: Draft, comments: Mapping[str, Comment], found: Sequence[Evidence]
) -> tuple[MarginComment, ...]:
    """The comments that `new` acted on, each with the changed paragraphs that show it and what it asked for.

    A comment whose evidence is a whole part or the whole draft (its length) is tied to no words. What `old`
    did already, or `new` before the letter came, was not done here for it.
    """
    changed = frozenset(_changed(changes))
    before = {
        evidence.comment for evidence in found if evidence.draft == old.path and evidence.verdict in _DONE
    }
    shown = [
        (comments[evidence.comment], _paragraphs(evidence, new, changed))
        for evidence in _done(found, new)
        if evidence.comment not in before and not _came_late(comments[evidence.comment], new)
    ]
    return tuple(_margin_comment(comment, paragraphs) for comment, paragraphs in shown if paragraphs)


def _came_late(comment: Comment, new: Draft) -> bool:
    """Whether the letter is younger than the draft."""
    return comment.date is not None and new.date is not None and comment.date > new.date


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
    asked = [ask for ask in comment.asks if ask.op is not Op.KEEP]
    gone = [ask.old for ask in asked if ask.old and ask.op is not Op.ADD]
    come = [*(ask.new for ask in asked), *(ask.agency for ask in asked), comment.proposal]
    come += [ask.old for ask in asked if ask.op is Op.MOVE]
    return MarginComment(
        comment.agency,
        comment.text,
        comment.date.isoformat() if comment.date else None,
        paragraphs,
        tuple(gone),
        tuple(words for words in come if words),
        freely=any(not ask.new and ask.op not in (Op.DELETE, Op.SPLIT, Op.MERGE, Op.MOVE) for ask in asked),
        recast=any(ask.op in (Op.SPLIT, Op.MERGE) for ask in asked),
    )
