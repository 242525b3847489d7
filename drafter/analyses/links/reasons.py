"""Reasons of a clue by words: which are shared, and what else the clause says of the same thing."""

from __future__ import annotations

from itertools import islice

from drafter.model import Manner, Reason

from .query import Query
from .shared import shared_words

_TOLD = 3  # phrases of the clause given as a reason


def by_words(query: Query, id: str) -> tuple[Reason, ...]:
    """Why a clause is among those with like words, shown by what is shared first."""
    shared, meant = shared_words(query, id), _meant(query, id)
    reasons = [shared] if shared.words or not meant else []
    if meant:
        reasons.append(Reason("text", meant, Manner.MEANT))
    return tuple(reasons)


def _meant(query: Query, id: str) -> tuple[str, ...]:
    """The clause's phrases for what the comment says in other words, the rarest in the draft first."""
    own = query.index.concepts[id]
    both = sorted((c for c in query.concepts if c in own), key=lambda c: -query.index.terms.idf(c))
    phrases = dict.fromkeys(phrase for concept in both for phrase in own[concept])
    return tuple(islice((phrase for phrase in phrases if phrase not in query.plain), _TOLD))
