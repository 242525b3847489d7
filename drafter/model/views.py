"""What is looked at together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .carrying import Offer
    from .comments import Comment
    from .decisions import Decision, Deed, HistoryLine, Registered
    from .draft import Draft
    from .evidence import Evidence
    from .links import Link
    from .rounds import Rounds
    from .table import Row
    from .watch import Watched


@dataclass(frozen=True, slots=True)
class CommentView:
    """One comment with all that is known of it.

    `comment` is None where no file holds it any more: then only what the store keeps is known. `draft`: the
    one that it is linked to; `alike`: other comments of the same row, with their decisions;
    `offers`: earlier decisions on like comments, offered only; `deed`: the edit that fulfils the decision,
    `watched`: what drafts after it did to it.
    """

    registered: Registered
    decision: Decision
    history: tuple[HistoryLine, ...]
    rounds: Rounds
    comment: Comment | None = None
    draft: Draft | None = None
    link: Link | None = None
    evidence: tuple[Evidence, ...] = ()
    row: Row | None = None
    alike: tuple[tuple[Registered, Decision], ...] = ()
    offers: tuple[Offer, ...] = ()
    deed: Deed | None = None
    watched: tuple[Watched, ...] = ()
