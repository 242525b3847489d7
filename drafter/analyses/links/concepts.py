"""Concepts: what comment and clause speak of, each in words of its own.

An official text writes "phòng, chống lừa đảo trực tuyến", a comment says "bị gạt qua điện thoại". A concept
has the phrases of drafts, which count on both sides, and those of comments, which count in comments alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Concepts
from drafter.language.words import words

from .terms import plain

_WEIGHT = 0.5  # of a concept that a comment names once, beside a pair of words
_MOST = 2  # times that count, where it is named again and again

OfClause = Mapping[str, Sequence[str]]  # concept → the phrases of a clause that write of it


@cache
def _known() -> tuple[Mapping[str, tuple[tuple[str, bool], ...]], frozenset[str]]:
    """Phrase → its concepts, each with whether drafts write so; and what phrases begin with."""
    table: dict[str, tuple[tuple[str, bool], ...]] = {}
    for number, concept in enumerate(lexicon(Concepts).concepts):
        for phrases, of_drafts in ((concept.written, True), (concept.said, False)):
            for phrase in phrases.split(", "):
                of_words = " ".join(words(phrase))
                table[of_words] = (*table.get(of_words, ()), (f"§{number}", of_drafts))  # no word has a §
    beginnings = (accumulate(phrase.split(), "{} {}".format) for phrase in table)
    return table, frozenset(chain.from_iterable(beginnings))


def _found(text: Sequence[str]) -> Iterator[tuple[str, tuple[tuple[str, bool], ...]]]:
    """Every phrase in the words of a text with its concepts, also of those inside one another."""
    table, beginnings = _known()
    for at, phrase in enumerate(text):
        while phrase in beginnings:
            if phrase in table:
                yield phrase, table[phrase]
            at += 1
            if at == len(text):
                break
            phrase = f"{phrase} {text[at]}"


def spoken_of(said: Sequence[str]) -> dict[str, float]:
    """The concepts that the words of a comment name, with their weight."""
    found: dict[str, float] = {}
    for _, concepts in _found(said):
        for concept, _ in concepts:
            found[concept] = min(found.get(concept, 0.0) + _WEIGHT, _MOST * _WEIGHT)
    return found


def written_of(text: str) -> OfClause:
    """The concepts that a clause writes of."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase, concepts in _found(words(plain(text))):
        for concept, of_drafts in concepts:
            if of_drafts:
                found[concept] = (*found.get(concept, ()), phrase)
    return found


def counted(own: OfClause, heading: OfClause, share: float) -> dict[str, float]:
    """How often a clause writes of each concept, its parent's heading counting with `share`."""
    counts = {concept: float(len(phrases)) for concept, phrases in own.items()}
    for concept, phrases in heading.items():
        counts[concept] = counts.get(concept, 0.0) + share * len(phrases)
    return counts
