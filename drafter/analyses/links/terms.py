"""Terms of a text for matching: syllables and pairs, short forms written out, synonyms at less weight."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from drafter.language.lexicon import lexicon
from drafter.language.normal import folded
from drafter.language.words import words

from .bm25 import grams

_SYNONYM = 0.4


@cache
def _short() -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = {short.lower(): long for short, long in lexicon("abbreviations")["short"].items()}
    keys = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{keys})(?!\w)"), table


@cache
def _synonyms() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    groups = [tuple(folded(word) for word in group) for group in lexicon("synonyms")["same"]]
    table = {word: tuple(other for other in group if other != word) for group in groups for word in group}
    keys = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{keys})(?!\w)"), table


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
    """Terms of a remark: each counts once, the other words of its synonym groups less."""
    said = plain(text)
    found = dict.fromkeys(grams(words(said)), 1.0)
    pattern, table = _synonyms()
    for match in pattern.finditer(said):
        for other in table[match.group()]:
            for gram in grams(words(other)):
                found.setdefault(gram, _SYNONYM)
    return found
