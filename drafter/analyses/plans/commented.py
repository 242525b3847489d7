"""Commented: which changes of a redline were made for which comment, as evidence shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.model import ChangeSet, Comment, Draft, Evidence, MarginComment, Verdict

_DONE = frozenset((Verdict.ADDRESSED, Verdict.PARTLY))


def commented(
    changes: ChangeSet, new: Draft, comments: Mapping[str, Comment], found: Sequence[Evidence]
) -> tuple[MarginComment, ...]:
    """The comments that `new` acted on, each with the changed paragraphs that show it.

    A comment whose evidence is a whole part or the whole draft (its length) is tied to no words.
    """
    changed = {id for change in changes.changes if change.segments for id in change.new}
    changed |= {id for change in changes.changes if not change.old for id in change.new}
    out: list[MarginComment] = []
    for one in found:
        if one.draft != new.path or one.verdict not in _DONE:
            continue
        clauses = [new.by_id[id] for id in one.clauses if id in changed]
        paragraphs = tuple(dict.fromkeys(place.paragraph for clause in clauses for place in clause.places))
        comment = comments[one.comment]
        if paragraphs and _names_words(one):
            day = comment.date.isoformat() if comment.date else None
            out.append(MarginComment(comment.agency, comment.text, day, paragraphs))
    return tuple(out)


def _names_words(one: Evidence) -> bool:
    """Whether what was measured stands in the clauses themselves."""
    return any(m.unit in ("places", "clauses", "%", "terms") for m in one.measures)
