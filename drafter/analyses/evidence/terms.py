"""Terms: neighbouring words by which it is told what a text speaks of."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise

from drafter.language.lexicon import lexicon
from drafter.language.words import words


@lru_cache(maxsize=64)  # of whole drafts, which many comments are held against
def more(before: str, after: str) -> frozenset[str]:
    return frozenset(_counted_once(after) - _counted_once(before))


@lru_cache(maxsize=65536)  # every comment asks for those of the draft's clauses
def pairs(text: str) -> frozenset[str]:
    """Neighbouring words, fillers left out."""
    return frozenset(_counted(text))


@lru_cache(maxsize=64)  # whole drafts, which many comments are held against
def _counted_once(text: str) -> Counter[str]:
    return _counted(text)


def _counted(text: str) -> Counter[str]:
    """Neighbouring words, fillers left out: `"nguồn kinh phí"` → {nguồn kinh, kinh phí}."""
    fillers = _fillers()
    found: Counter[str] = Counter()
    for piece in re.split(r"[.,;:()\n“”\"|]", text.lower()):
        beside = pairwise(words(piece))
        found.update(f"{one} {other}" for one, other in beside if one not in fillers and other not in fillers)
    return found


@cache
def _fillers() -> frozenset[str]:
    return frozenset(lexicon("evidence")["fillers"]["words"])
