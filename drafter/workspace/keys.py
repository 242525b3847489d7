"""Keys: what stands for drafts and letters where values are remembered by what they were computed from."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Correspondence, Rounds, Scope

# (comment id, (how far it reaches, ids of clauses in the comment's draft))
Corrections = tuple[tuple[str, tuple["Scope", tuple[str, ...]]], ...]


def drafts_key(rounds: Rounds) -> Hashable:
    """Of drafts: their contents, and what was declared of them."""
    return tuple((draft.sha256, draft.path, draft.number, draft.date) for draft in rounds.drafts)


def read_key(read: Correspondence) -> Hashable:
    """Of letters: their contents, and what people corrected."""
    return tuple(read.hashes.items()), tuple(
        (comment.id, comment.key, comment.draft, comment.asks) for comment in read.comments
    )
