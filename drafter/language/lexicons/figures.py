"""Types of the data files on the words around numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..lexicon import CasedExpression, Lexicon, WordList, Words


class MeasureWords(Lexicon, frozen=True):
    filler: Words
    mean: Words
    up: Words
    down: Words
    attain: Words
    names: Words
    lead: WordList
    lead_in: WordList
    rank: Words


class Completion(Lexicon, frozen=True):
    start: WordList
    mood: WordList


class Baseline(Lexicon, frozen=True):
    before: Words
    rise: Words


class Measures(Lexicon, frozen=True):
    """Words around a figure."""

    comparators: Mapping[str, Words]
    after: Mapping[str, Words]
    words: MeasureWords
    complete: Completion
    multiples: Mapping[str, int]
    baseline: Baseline


class NoFigures(Lexicon, frozen=True):
    """Expressions inside which no number is a figure."""

    patterns: tuple[CasedExpression, ...]
    words: Mapping[str, str | Words]


class Quantities(Lexicon, frozen=True):
    """Which numbers are no quantities, and where the name of a whole ends."""

    words: Mapping[str, str | Words]
    blocked: CasedExpression
    acts: CasedExpression
    dates: tuple[tuple[CasedExpression, str], ...]
    stops: frozenset[str]


class Units(Lexicon, frozen=True):
    """Units after a figure, matched whole."""

    share: Words
    size: Words
    count: Words
    time: Words
    rank: Words
    rank_unit: str
    multiplier: frozenset[str]
    stop: frozenset[str]
    per: Words
    per_words: Words
    yearly: Words


class TokenPattern(Lexicon, frozen=True):
    """A pattern over tokens as spaCy takes it."""

    pattern: list[dict[str, Any]]


class Deadlines(Lexicon, frozen=True):
    """Dates that things are due by, and those that something is compared with."""

    baseline: tuple[TokenPattern, ...]
    deadline: tuple[TokenPattern, ...]
