"""Types of the data files on how comments are worded."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.model import Op

from ..lexicon import Expression, Lexicon, WordList, Words


class Asks(Lexicon, frozen=True):
    """What a comment asks for besides the words that it names, as its text shows it."""

    headings: Expression
    targets: Expression
    yearly: Expression
    lead: Expression
    likewise: Expression
    keep: Expression
    given: Expression
    given_end: Expression
    target: Expression
    weighed: Expression
    contrary: Expression
    apart: Expression
    told_of: Expression
    drops: Expression
    missing: Expression
    further: Expression
    joint: Expression
    wish: Expression
    listed: Expression
    put: Expression
    becomes: Expression
    purpose: Expression
    open_verb: Expression
    adds_quote: Expression
    behind: Expression
    ahead: Expression
    amid: Expression
    into: Expression
    titled: Expression
    start: Expression
    close: Expression
    sentence: Expression
    figure: Expression
    term: Expression
    deadline: Expression
    act: Expression
    act_joint: Expression
    whole: Expression
    assign: Expression
    appoint: Expression
    lead_is: Expression
    lead_as: Expression
    partner: Expression
    partner_is: Expression
    asked: Expression
    wished: Expression
    new: Expression
    faulty: Expression
    words: Mapping[str, str | Words]


class Dossier(Lexicon, frozen=True):
    """Where a comment names another document that was sent along with the draft."""

    heading: Expression
    opening: Expression
    after: Expression
    measured: Expression
    kind: Expression
    verbs: Expression
    words: Mapping[str, str]


class Synonyms(Lexicon, frozen=True):
    """Groups of phrases that offices use for one another."""

    same: tuple[Words, ...]


class Concept(Lexicon, frozen=True):
    """One thing that is spoken of: how drafts put it, and how else comments do; commas between phrases."""

    written: str
    said: str


class Concepts(Lexicon, frozen=True):
    """What administration speaks of, each thing in its official and in other words."""

    concepts: tuple[Concept, ...]


class Grouping(Lexicon, frozen=True):
    """When comments say the same: words passed over, words for one another, words that are neither."""

    filler: WordList
    same: tuple[Words, ...]
    opposed: tuple[tuple[Words, ...], ...]
    whole: WordList
    places: Expression
    into: Expression
    means: str
    day: Expression
    done: Expression
    speaker: Expression
    numerals: Mapping[str, str]


class Calibration(Lexicon, frozen=True):
    """The confidence of links: weights by feature, and below what a person must look."""

    review: float
    weights: Mapping[str, float]


class WordsRule(Lexicon, frozen=True):
    """A request that names words; `before`: the old ones stand before it, `figure_before`: as a figure."""

    op: Op
    pattern: str
    before: bool = False
    figure_before: bool = False


class NamedParts(Lexicon, frozen=True):
    """What stands between a request and its words, or for them."""

    inner: str
    nouns: str
    figure: str


class Suggestions(Lexicon, frozen=True):
    """How a comment asks for an edit: where requests begin, which words they name, single verbs."""

    request: Expression
    not_only: Expression
    both: Expression
    spares: Expression
    asked: Expression
    mild: Expression
    mild_not: Expression
    specific: Expression
    agreed: Expression
    seconded: Expression
    anew: Expression
    adds: Expression
    elaborates: Expression
    place: Expression
    subject: Expression
    leaves: Expression
    points_back: Expression
    place_colon: Expression
    cites: Expression
    place_within: Expression
    opens_with_place: Expression
    order: Expression
    numbers: Expression
    counts: Expression
    cited: Expression
    compared: Expression
    parts: Expression
    mild_add: Expression
    means: Expression
    rules: tuple[WordsRule, ...]
    meta: NamedParts
    ops: Mapping[Op, str]
    words: Mapping[str, str | Words]


class Threads(Lexicon, frozen=True):
    """Lines that programs write into comments about the state of a thread."""

    resolved: WordList
    reopened: WordList
    settled: WordList
    other: WordList
