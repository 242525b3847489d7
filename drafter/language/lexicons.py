"""The types of the data files: which tables each has. What a key means is told in the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.model import Kind, Role, Severity

from .lexicon import CasedExpression, Expression, Lexicon, WordList

Words = tuple[str, ...]


class Spelling(Lexicon, frozen=True):
    consonants: Words
    variants: tuple[tuple[str, str], ...]


class Abbreviations(Lexicon, frozen=True):
    """Short forms with the words they stand for, and words that are written in two ways."""

    short: Mapping[str, str]
    spelling: Spelling


class AgencyFamily(Lexicon, frozen=True):
    heads: Words
    fields: Words


class AgencyWords(Lexicon, frozen=True):
    heads: WordList
    lead: WordList
    give: WordList
    labels_lead: WordList
    labels_partner: WordList
    labels_deadline: WordList
    together: WordList
    plans: WordList
    verbs: WordList


class Agencies(Lexicon, frozen=True):
    """Names of agencies, and how a sentence says who leads and who takes part."""

    family: tuple[AgencyFamily, ...]
    names: Words
    words: AgencyWords


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


class Headers(Lexicon, frozen=True):
    """What a column holds, by an expression over its header."""

    kinds: tuple[tuple[str, Expression], ...]


class TokenPattern(Lexicon, frozen=True):
    """A pattern over tokens as spaCy takes it."""

    pattern: list[dict[str, Any]]


class Deadlines(Lexicon, frozen=True):
    """Dates that things are due by, and those that something is compared with."""

    baseline: tuple[TokenPattern, ...]
    deadline: tuple[TokenPattern, ...]


class Frontmatter(Lexicon, frozen=True):
    """By which the parts around the body are told: lower case, one space, ready for `str.startswith`."""

    kinds: frozenset[str]
    letterhead: Words
    draft: str
    bodies: Words
    places: Words
    not_places: Words
    offices: frozenset[str]
    subjects: Words
    bases: Words
    attached: Words
    closings: Words
    farewells: Words
    signatures: Words
    recipients: str
    numbers: frozenset[str]


class GoalHeadings(Lexicon, frozen=True):
    general: WordList
    specific: WordList


class Commitment(Lexicon, frozen=True):
    aim: WordList
    bound: frozenset[str]
    past: WordList
    context: WordList


class Goals(Lexicon, frozen=True):
    """How chỉ tiêu are worded."""

    indicator: WordList
    action: WordList
    predicate: WordList
    scope: WordList
    area: WordList
    scope_in: WordList
    scope_count: WordList
    scope_lead: WordList
    tails: Words
    whole_end: WordList
    noun_first: WordList
    whole_start: WordList
    result: WordList
    subject: WordList
    headings: GoalHeadings
    commitment: Commitment


class Indicators(Lexicon, frozen=True):
    """Words that tell no indicator from another, and spellings of those that do."""

    generic: WordList
    spelling: Mapping[str, str]
    lower_is_better: Words


class Issuers(Lexicon, frozen=True):
    """Whose layout a document has."""

    party: Expression
    letterhead: str


class Legacy(Lexicon, frozen=True):
    """Codes of legacy fonts and the letters that they print."""

    tcvn3: Mapping[str, str]
    vni: Mapping[str, str]


class LintRule(Lexicon, frozen=True):
    id: str
    severity: Severity
    limit: float | None = None


class ShortForms(Lexicon, frozen=True):
    defined: Words
    known: frozenset[str]


class CitedActs(Lexicon, frozen=True):
    cited: Expression


class PageRules(Lexicon, frozen=True):
    """Limits in millimetres, sizes and spacing in points; `source` is the regulation."""

    paper: tuple[int, int]
    top: tuple[int, int]
    bottom: tuple[int, int]
    left: tuple[int, int]
    right: tuple[int, int]
    font: str
    sizes: tuple[int, int]
    spacing: int
    source: str


class Layouts(Lexicon, frozen=True):
    state: PageRules
    party: PageRules


class Lint(Lexicon, frozen=True):
    """The rules of lint in the order of the report."""

    rules: tuple[LintRule, ...]
    words: Mapping[str, Words]
    abbreviations: ShortForms
    citations: CitedActs
    layout: Layouts


class Locators(Lexicon, frozen=True):
    """How a place in a draft is cited."""

    units: Mapping[Kind, str]
    alone: Mapping[Kind, str]
    counted: str
    titled: str
    in_table: str
    repeated: str


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


class RolePhrases(Lexicon, frozen=True):
    name: Role
    strong: Words
    weak: Words


class Roles(Lexicon, frozen=True):
    """Which part of a draft a heading opens; the first role goes before the others."""

    role: tuple[RolePhrases, ...]
    lead: frozenset[str]
    between: frozenset[str]


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
