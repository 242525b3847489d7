"""Links: which clauses of a draft a comment addresses, with score, reasons and confidence.

Signals, strongest first: Word anchor, citation, quote, named section, topic, shared words. Where a quote
and a citation point to different clauses the quote decides and the reason says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drafter.model import Comment, Draft, Link

from .index import index
from .ranking import linked

__all__ = ["link"]


def link(comments: Sequence[Comment], draft: Draft, *, without: Collection[str] = ()) -> tuple[Link, ...]:
    """A link for each comment, in order. `without` names signals to leave out (for measuring them)."""
    about = index(draft)
    return tuple(linked(comment, about, frozenset(without)) for comment in comments)
