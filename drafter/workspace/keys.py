"""Keys: what stands for drafts and letters where values are remembered by what they were computed from."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Correspondence, Declared, Draft, Rounds, Scope

# (comment id, (how far it reaches, ids of clauses in the comment's draft))
Corrections = tuple[tuple[str, tuple["Scope", tuple[str, ...]]], ...]


def draft_key(draft: Draft) -> Hashable:
    """Of a draft: its content, and what was declared of it."""
    return draft.sha256, draft.path, draft.number, draft.date


def drafts_key(rounds: Rounds) -> Hashable:
    """Of drafts: their contents, and what was declared of them."""
    return tuple(map(draft_key, rounds.drafts))


def letters_key(rounds: Rounds, declared: Declared) -> Hashable:
    """Of what a letter is read in the light of: drafts, and what was declared of it."""
    draft = declared.draft and declared.draft.path
    settled = (draft, declared.agency, declared.date, declared.number, declared.comments, declared.frame)
    return drafts_key(rounds), rounds.answered, rounds.assumes, settled


def read_key(read: Correspondence) -> Hashable:
    """Of letters: their contents, and what people corrected."""
    return tuple(read.hashes.items()), tuple(
        (comment.id, comment.key, comment.draft, comment.asks) for comment in read.comments
    )
