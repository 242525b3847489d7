"""Lint: measurable faults of a draft, rule by rule, in the order of `data/lint.toml`.

Each rule has an id, a severity and, where it measures something, a limit that the workspace may set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Lint, LintRule
from drafter.model import Draft, Finding, PageLayout, Register, Severity, TaskRegister

from .duties import duties, registered
from .pages import pages
from .references import abbreviations, broken, citations
from .subject import Subject
from .text import numbering, shares, sizes, spelling

__all__ = ["Severity", "lint", "rules"]

Rule = Callable[[Subject], Iterator[Finding]]
_RULES: tuple[Rule, ...] = (
    shares, sizes, registered, duties, numbering, broken, abbreviations, citations, pages, spelling,
)  # fmt: skip


def rules() -> tuple[LintRule, ...]:
    """Every rule with its severity and limit, in the order of a report."""
    return lexicon(Lint).rules


def unfit(draft: Draft) -> frozenset[str]:
    """The rules that are silent on the kind of document that `draft` is."""
    kind, kinds = (draft.kind or "").lower(), lexicon(Lint).kinds
    return frozenset(rule.id for rule in rules() if rule.silent and kind in kinds[rule.silent])


def lint(
    draft: Draft,
    register: Register,
    tasks: TaskRegister,
    layout: PageLayout,
    *,
    limits: Mapping[str, float] | None = None,
    off: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """All findings on `draft`, in the order of the rules, then of the clauses.

    `limits` by rule id replace those of the data file; rules in `off` are left out, as are those that do
    not fit the kind of document.
    """
    own = {rule.id: rule.limit for rule in rules() if rule.limit is not None}
    subject = Subject(draft, register, tasks, layout, {**own, **(limits or {})})
    severities = {rule.id: rule.severity for rule in rules()}
    order = {rule.id: place for place, rule in enumerate(rules())}
    places = {clause.id: clause.order for clause in draft.clauses}
    off |= unfit(draft)
    found = [
        replace(finding, severity=severities[finding.rule])
        for rule in _RULES
        for finding in rule(subject)
        if finding.rule not in off
    ]
    return tuple(
        sorted(found, key=lambda finding: (order[finding.rule], places.get(finding.clause or "", -1)))
    )
