"""Terms of a text for matching: syllables and pairs, short forms written out, synonyms at less weight."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from drafter.language.lexicon import alternatives, lexicon
from drafter.language.lexicons import Abbreviations, Synonyms
from drafter.language.normal import folded
from drafter.language.words import words

from .bm25 import grams

_SYNONYM = 0.2


@cache
def _short() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The short forms in small letters, but for those that are another word so."""
    known = lexicon(Abbreviations)
    table = {short.lower(): long for short, long in known.short.items() if short not in known.capitals}
    return re.compile(rf"(?<!\w)(?:{alternatives(table)})(?!\w)"), table


@cache
def _capitals() -> tuple[re.Pattern[str], Mapping[str, str]]:
    known = lexicon(Abbreviations)
    return re.compile(rf"\b(?:{alternatives(known.capitals)})\b"), {
        short: known.short[short] for short in known.capitals
    }


_Phrase = tuple[str, ...]


@cache
def _groups() -> tuple[Mapping[_Phrase, Sequence[Sequence[_Phrase]]], int]:
    """Phrase as words → its groups of synonyms; and how many words the longest has."""
    table: dict[_Phrase, list[Sequence[_Phrase]]] = {}
    for group in lexicon(Synonyms).same:
        phrases = [tuple(words(folded(phrase))) for phrase in group]
        for phrase in phrases:
            table.setdefault(phrase, []).append(phrases)
    return table, max(map(len, table))


@cache
def _others(phrase: _Phrase) -> tuple[str, ...]:
    """The terms of the other phrases in the groups of one; none where it has no group."""
    groups = _groups()[0].get(phrase, ())
    others = (gram for group in groups for other in group if other != phrase for gram in grams(other))
    return tuple(dict.fromkeys(others))


def plain(text: str) -> str:
    """Normal form, lower case, short forms written out: `"CNTT"` is "công nghệ thông tin"."""
    pattern, table = _short()
    return pattern.sub(lambda found: table[found.group()], folded(_without_capitals(text)))


def _without_capitals(text: str) -> str:
    """`text` with the short forms written out that are another word in small letters: `"AI"`, not `"ai"`."""
    pattern, table = _capitals()
    return text if text.isupper() else pattern.sub(lambda found: table[found.group()], text)


def document_terms(text: str) -> dict[str, float]:
    """Terms of a clause with how often they stand in it."""
    found: dict[str, float] = defaultdict(float)
    for gram in grams(words(plain(text))):
        found[gram] += 1
    return found


def query_terms(said: Sequence[str]) -> dict[str, float]:
    """Terms of a query from its words: each counts once, the other words of its synonym groups less."""
    found = dict.fromkeys(grams(said), 1.0)
    table, longest = _groups()
    at = 0
    while at < len(said):
        size = next((n for n in range(longest, 0, -1) if tuple(said[at : at + n]) in table), 0)
        for gram in _others(tuple(said[at : at + size])) if size else ():
            found.setdefault(gram, _SYNONYM)
        at += size or 1
    return found
