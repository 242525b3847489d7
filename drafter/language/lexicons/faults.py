"""Types of the data files on what lint looks for."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.model import Severity

from ..lexicon import Expression, Lexicon, Words


class LintRule(Lexicon, frozen=True):
    """A rule; it is silent on the kinds of document named in `silent`, a group of `[kinds]`."""

    id: str
    severity: Severity
    limit: float | None = None
    silent: str | None = None


class ShortForms(Lexicon, frozen=True):
    defined: Words
    given: Expression
    lists: Expression
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
    kinds: Mapping[str, frozenset[str]]
    amends: Expression
    recurs: Expression
    words: Mapping[str, Words]
    abbreviations: ShortForms
    citations: CitedActs
    layout: Layouts
