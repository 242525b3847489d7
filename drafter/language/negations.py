"""Negations: the words of a text that turn its sense round: `"không giao Sở A"`, not `"không quá 5 ngày"`."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import lexicon
from .words import words


@lru_cache(maxsize=4096)
def negations(text: str) -> tuple[str, ...]:
    """In their order, in lower case; `text` in normal form."""
    known = lexicon("evidence")["negation"]
    rest = re.sub(rf"\b(?:{known['none']})\b", " ", text.lower())
    return tuple(word for word in words(rest) if word in known["words"])
