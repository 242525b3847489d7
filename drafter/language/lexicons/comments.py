"""Types of the data files on how comments are worded."""

from __future__ import annotations

from collections.abc import Mapping

from ..lexicon import Expression, Lexicon, Words


class Asks(Lexicon, frozen=True):
    """What a comment asks for besides the words that it names, as its text shows it."""

    headings: Expression
    targets: Expression
    yearly: Expression
    lead: Expression
    likewise: Expression
    keep: Expression
    target: Expression
    weighed: Expression
    missing: Expression
    further: Expression
    open_verb: Expression
    adds_quote: Expression
    figure: Expression
    deadline: Expression
    act: Expression
    whole: Expression
    parts: Expression
    assign: Expression
    asked: Expression
    new: Expression
    faulty: Expression
    words: Mapping[str, str | Words]


class Synonyms(Lexicon, frozen=True):
    """Groups of phrases that offices use for one another."""

    same: tuple[Words, ...]


class Calibration(Lexicon, frozen=True):
    """The confidence of links: weights by feature, and below what a person must look."""

    review: float
    weights: Mapping[str, float]
