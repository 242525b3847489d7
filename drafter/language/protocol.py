"""Protocol: the order in which agencies are named in an official text, and how a letter addresses them."""

from __future__ import annotations

from .lexicon import lexicon
from .lexicons import Protocol
from .senders import agency_key


def agency_rank(name: str) -> int:
    """0 for bodies of the Party; then People's Council and Committee, departments, districts, others."""
    ranks = lexicon(Protocol).ranks
    key = agency_key(name)
    return next((rank for rank, words in enumerate(ranks) if words.pattern.search(key)), len(ranks))


def addressed_as(name: str) -> str:
    """What a letter calls its receiver: `"company"`, `"enterprise"`, `"association"`, else `"office"`."""
    key = agency_key(name)
    kinds = lexicon(Protocol).addressed.items()
    return next((kind for kind, words in kinds if words.pattern.search(key)), "office")
