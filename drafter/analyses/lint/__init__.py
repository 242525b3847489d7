"""Lint: measurable faults of a draft, rule by rule, in the order of `data/lint.toml`.

Each rule has an id, a severity and, where it measures something, a limit that the workspace may set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from drafter.language.lexicon import lexicon
from drafter.model import Draft, Finding, PageLayout, Register, Severity, TaskRegister

from .duties import duties, registered
from .pages import pages
from .references import abbreviations, broken, citations
from .subject import Subject
from .text import numbering, shares, sizes, spelling

__all__ = ["lint", "rules"]

Rule = Callable[[Subject], Iterator[Finding]]
_RULES: tuple[Rule, ...] = (
    shares, sizes, registered, duties, numbering, broken, abbreviations, citations, pages, spelling,
)  # fmt: skip


def rules() -> tuple[Mapping[str, object], ...]:
    """Every rule as `{id, severity, limit}`, in the order of a report."""
    return tuple(lexicon("lint")["rules"])


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

    `limits` by rule id replace those of the data file; rules in `off` are left out.
    """
    given = {str(rule["id"]): rule for rule in rules()}
    merged = {key: float(str(rule["limit"])) for key, rule in given.items() if "limit" in rule} | dict(
        limits or {}
    )
    subject = Subject(draft, register, tasks, layout, merged)
    order = {key: place for place, key in enumerate(given)}
    places = {clause.id: clause.order for clause in draft.clauses}
    found = [
        replace(one, severity=Severity(str(given[one.rule]["severity"])))
        for rule in _RULES
        for one in rule(subject)
        if one.rule not in off
    ]
    return tuple(sorted(found, key=lambda one: (order[one.rule], places.get(one.clause or "", -1))))
