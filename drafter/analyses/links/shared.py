"""Which words a comment and a clause share, as whole phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from drafter.model import Reason

from .query import Query

_TOLD = 4  # phrases given as a reason
_LONGEST = 30  # words that such a phrase takes in beside a pair


def shared_words(query: Query, id: str) -> Reason:
    """The reason of a clue by words: the rarest pairs that comment and clause share, each with the shared
    words around it; single words where they share no pair."""
    there, own = query.index.wording.texts[id], query.index.wording.words[id]
    shared = [pair for pair in query.pairs if _stands(pair, there)]
    found: list[str] = []
    for pair in shared:
        if not any(_stands(pair, phrase) for phrase in found):
            found.append(_grown(pair, shared, there))
        if len(found) == _TOLD:
            break
    return Reason(
        "text", tuple(found) or tuple(islice((word for word in query.single if word in own), _TOLD))
    )


def _grown(phrase: str, shared: Sequence[str], there: str) -> str:
    """`phrase` with every pair that goes on from it: "công an" and "an tỉnh" are "công an tỉnh"."""
    for _ in range(_LONGEST):
        for pair in shared:
            first, last = pair.split(" ", 1)
            if phrase.endswith(f" {first}") and _stands(f"{phrase} {last}", there):
                phrase = f"{phrase} {last}"
                break
            if phrase.startswith(f"{last} ") and _stands(f"{first} {phrase}", there):
                phrase = f"{first} {phrase}"
                break
        else:
            break
    return phrase


def _stands(phrase: str, text: str) -> bool:
    """Whether whole words of `text` are `phrase`: "an tỉnh" does not stand in "cơ quan tỉnh"."""
    return phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None
