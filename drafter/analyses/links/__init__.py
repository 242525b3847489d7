"""Links: which clauses of a draft a comment addresses, with score, reasons and confidence.

Signals, strongest first: Word anchor, citation, quote, named section, topic, shared words. Where a quote
and a citation point to different clauses the quote decides and the reason says so.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from drafter.model import Comment, Draft, Link

from .index import index
from .ranking import linked

__all__ = ["link"]


def link(comments: Sequence[Comment], draft: Draft, *, without: Collection[str] = ()) -> tuple[Link, ...]:
    """A link for each comment, in order. `without` names signals to leave out (for measuring them).

    Comments that say the same in the same words are linked once: in a large consultation most are copies.
    """
    about, left_out = index(draft), frozenset(without)
    known: dict[Hashable, Link] = {}
    found: list[Link] = []
    for comment in comments:
        key = (
            comment.text, comment.cited, comment.quote, comment.references, comment.anchor,
            comment.suggestion, comment.topics, comment.stance, comment.proposal,
        )  # fmt: skip
        if key not in known:
            known[key] = linked(comment, about, left_out)
        found.append(replace(known[key], comment=comment.id))
    return tuple(found)
