"""Terms of a text for matching: syllables and pairs, short forms written out, synonyms at less weight."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from drafter.language.lexicon import alternatives, lexicon
from drafter.language.lexicons import Abbreviations, Synonyms
from drafter.language.normal import folded
from drafter.language.words import words

from .bm25 import grams

_SYNONYM = 0.2


@cache
def _short() -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = {short.lower(): long for short, long in lexicon(Abbreviations).short.items()}
    return re.compile(rf"(?<!\w)(?:{alternatives(table)})(?!\w)"), table


@cache
def _synonyms() -> tuple[Mapping[tuple[str, ...], tuple[str, ...]], int]:
    """Phrase as words → the terms of the others of its groups; and how many words the longest has."""
    groups = [[tuple(words(folded(phrase))) for phrase in group] for group in lexicon(Synonyms).same]
    table: dict[tuple[str, ...], dict[str, None]] = {}
    for group in groups:
        for phrase in group:
            others = (gram for other in group if other != phrase for gram in grams(other))
            table.setdefault(phrase, {}).update(dict.fromkeys(others))
    return {phrase: tuple(others) for phrase, others in table.items()}, max(map(len, table))


def plain(text: str) -> str:
    """Normal form, lower case, short forms written out: `"CNTT"` is "công nghệ thông tin"."""
    pattern, table = _short()
    return pattern.sub(lambda found: table[found.group()], folded(text))


def document_terms(text: str) -> dict[str, float]:
    """Terms of a clause with how often they stand in it."""
    found: dict[str, float] = defaultdict(float)
    for gram in grams(words(plain(text))):
        found[gram] += 1
    return found


def query_terms(text: str) -> dict[str, float]:
    """Terms of a query: each counts once, the other words of its synonym groups less."""
    said = words(plain(text))
    found = dict.fromkeys(grams(said), 1.0)
    table, longest = _synonyms()
    at = 0
    while at < len(said):
        size = next((n for n in range(longest, 0, -1) if tuple(said[at : at + n]) in table), 0)
        for gram in table.get(tuple(said[at : at + size]), ()):
            found.setdefault(gram, _SYNONYM)
        at += size or 1
    return found
