"""Links: which clauses of a draft a comment addresses, with score, reasons and confidence.

Signals, strongest first: Word anchor, citation, quote, named section, topic, shared words. Where a quote
and a citation point to different clauses the quote decides and the reason says so.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from drafter.model import Comment, Link

from .index import DraftIndex
from .query import queries
from .ranking import linked

__all__ = ["link"]


def link(
    comments: Sequence[Comment], about: DraftIndex, *, without: Collection[str] = ()
) -> tuple[Link, ...]:
    """A link for each comment on the draft of `about`, in order; what they cite is looked up there already.

    `without` names signals to leave out (for measuring them). Comments that say the same in the same
    words are linked once: in a large consultation most are copies.
    """
    left_out = frozenset(without)
    keys = [_content(comment) for comment in comments]
    different = list(dict(zip(keys, comments, strict=True)).values())
    links = (linked(query, left_out) for query in queries(different, about))
    known = dict(zip(dict.fromkeys(keys), links, strict=True))
    return tuple(_of(comment, known[key]) for key, comment in zip(keys, comments, strict=True))


def _of(comment: Comment, same: Link) -> Link:
    """The link of a comment that says what the one of `same` says."""
    review = same.review or comment.review or comment.contrary
    if (same.comment, same.review) == (comment.id, review):
        return same
    return replace(same, comment=comment.id, review=review)


def _content(comment: Comment) -> Hashable:
    """All of a comment that its link rests on."""
    return (
        comment.text, comment.cited, comment.words, comment.references, comment.beside, comment.anchor,
        comment.stance,
    )  # fmt: skip
