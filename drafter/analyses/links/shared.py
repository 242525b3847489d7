"""Which words a comment and a clause share, as whole phrases."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import islice

from drafter.model import Reason

from .query import Query

_TOLD = 4  # phrases given as a reason
_LONGEST = 30  # pairs of words that such a phrase is made of


def shared_words(query: Query, id: str) -> Reason:
    """The reason of a clue by words: the rarest pairs that comment and clause share, each with the shared
    words around it; single words where they share no pair."""
    wording = query.index.wording
    pairs, places = wording.pairs(id)
    shared = [pair for pair in places if pair in query.terms]
    found: list[str] = []
    for pair in sorted(shared, key=query.index.terms.idf, reverse=True):
        if any(f" {pair} " in f" {other} " for other in found):
            continue
        found.append(max([_phrase(pairs, at, query.terms) for at in places[pair]], key=len))
        if len(found) == _TOLD:
            break
    if not found:
        own = wording.words[id]
        found = list(islice((word for word in query.single if word in own), _TOLD))
    return Reason("text", tuple(found))


def _phrase(pairs: Sequence[str], at: int, shared: Container[str]) -> str:
    """The words that the shared pairs around the one at `at` make: "công an" and "an tỉnh" are
    "công an tỉnh"; of very many those that follow."""
    start, end = at, at + 1
    while end < len(pairs) and end - start < _LONGEST and pairs[end] in shared:
        end += 1
    while start > 0 and end - start < _LONGEST and pairs[start - 1] in shared:
        start -= 1
    return " ".join([pairs[start], *(pair[pair.index(" ") + 1 :] for pair in pairs[start + 1 : end])])
