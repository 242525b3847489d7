"""Locating quoted words in a draft, inexactly: tone, ellipses, changed words, across clause borders.

A quote counts by how telling it is: long and in one clause only, it settles the matter; "2025" alone
says next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from drafter.language.normal import folded
from drafter.language.words import words

from .wording import Wording

_ELLIPSIS = re.compile(r"\s*(?:…|\.{3,}|\(\s*\.\.\.\s*\)|\[\s*…?\s*\])\s*")
_INEXACT = 84.0  # of 100: below this, changed words are other words
_SAME = 0.75  # share of the words that must be the same: letters alone are alike too easily in Vietnamese
_FEWEST = 4  # words; fewer are found exactly or not at all
_LONG = 8  # words more than one that tell all, however common each is
_TELLING = 14.0  # sum of the words' weights from which on a quote tells all that a quote can


@dataclass(frozen=True, slots=True)
class Found:
    """`words` stand in the clause, alike by `likeness` (0–1); `told` (0–1) says how much the words tell."""

    id: str
    words: str
    likeness: float
    told: float


def locate(quote: str, wording: Wording, rarity: Mapping[str, float]) -> list[Found]:
    """Where `quote` stands, clauses that hold it best first; empty where nothing is like it.

    `rarity` is word → how telling it is. Pieces between ellipses are sought each by itself: a clause
    must hold all of them, unless the quote runs over several clauses.
    """
    text = folded(quote).strip(" .,;:-–“”\"'")
    pieces = [piece.strip(" .,;:") for piece in _ELLIPSIS.split(text) if words(piece)]
    if not pieces:
        return []
    hits = [_holders(piece, wording) for piece in pieces]
    common = [id for id in hits[0] if all(id in others for others in hits[1:])]
    said = words(text)
    told = min(1.0, max(sum(rarity.get(word, 1.0) for word in said) / _TELLING, (len(said) - 1) / _LONG))
    if common:
        likeness = {id: min(hit[id] for hit in hits) for id in common}
        best = max(likeness.values())
        likeness = {id: value for id, value in likeness.items() if value >= best - 0.03}
        return [Found(id, quote, value, told) for id, value in likeness.items()]
    return _across(text, wording, told, quote)


def _holders(piece: str, wording: Wording) -> dict[str, float]:
    """Clauses with the piece and how alike, 1.0 where it stands there to the letter."""
    said = words(piece)
    exact = wording.holders(piece)
    if exact or len(said) < _FEWEST:
        return dict.fromkeys(exact, 1.0)
    long = {
        id: text
        for (id, text), same in zip(wording.texts.items(), wording.counts(said), strict=True)
        if same >= _SAME * len(said) and len(text) >= 0.8 * len(piece)
    }
    near = process.extract(piece, long, scorer=fuzz.partial_ratio, score_cutoff=_INEXACT, limit=5)
    return {id: score / 100 for _, score, id in near}


def _across(text: str, wording: Wording, told: float, quote: str) -> list[Found]:
    """The clauses that a long quote runs over: each lies in it, or shares its beginning or end."""
    quoted = words(text)
    if len(quoted) < 2 * _FEWEST:
        return []
    found = []
    for (id, own), same in zip(wording.texts.items(), wording.counts(frozenset(quoted)), strict=True):
        said = len(wording.words[id])
        if len(own) >= len(text) or said < _FEWEST or same < _SAME * said:
            continue
        alike = fuzz.partial_ratio_alignment(own, text, score_cutoff=_INEXACT)
        if alike and alike.src_end - alike.src_start >= 0.8 * len(own):
            share = len(own) / len(text)
            found.append(Found(id, quote, alike.score / 100, told * min(1.0, 0.5 + share)))
    return found[:6]
