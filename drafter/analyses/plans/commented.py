"""Commented: which changes of a redline were made for which comment, as evidence shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.analyses.evidence.explaining import acted_on
from drafter.model import ChangeSet, Comment, Draft, Evidence, MarginComment, Op


def commented(
    changes: ChangeSet, old: Draft, new: Draft, comments: Mapping[str, Comment], found: Sequence[Evidence]
) -> tuple[MarginComment, ...]:
    """The comments that `new` acted on, each with the changed paragraphs that show it and what it asked."""
    changed = frozenset(_changed(changes))
    shown = [
        (comments[evidence.comment], _paragraphs(evidence, new, changed))
        for evidence in acted_on(found, old, new, comments, with_others=True)
    ]
    return tuple(_margin_comment(comment, paragraphs) for comment, paragraphs in shown if paragraphs)


def _changed(changes: ChangeSet) -> Iterator[str]:
    """The new ids of clauses with changed words."""
    for change in changes.changes:
        if change.segments or not change.old:
            yield from change.new


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
