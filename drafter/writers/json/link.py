"""`drafter link --json`: the clauses that each comment addresses, and why."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Link, LinkedClause, Scope
from drafter.wording.reasons import detail
from drafter.writers.json.encoding import JsonObject, like


class ReasonJson(JsonObject, frozen=True):
    """Why: a signal (anchor, reference, quote, role, topic, text) and what it rests on."""

    signal: str
    detail: str


class LinkedClauseJson(JsonObject, frozen=True):
    """A clause that a comment addresses, or a candidate."""

    id: str
    score: float
    addressed: bool
    reasons: tuple[ReasonJson, ...]


class LinkJson(JsonObject, frozen=True):
    """A comment with the clauses it addresses, best first, then candidates up to five in all.

    `confidence` is calibrated: of links at 0.9, nine in ten are right; `review`: a person must look.
    """

    comment: str
    scope: Scope
    clauses: tuple[LinkedClauseJson, ...]
    confidence: float
    review: bool


class LinkDocument(JsonObject, frozen=True):
    """One link for each comment, in the order of the comments."""

    links: tuple[LinkJson, ...]


def links(found: Sequence[Link], lang: str) -> LinkDocument:
    return LinkDocument(links=tuple(link(each, lang) for each in found))


def link(found: Link, lang: str) -> LinkJson:
    clauses = tuple(_clause(clause, lang) for clause in found.clauses)
    return like(LinkJson, found, clauses=clauses, confidence=round(found.confidence, 4))


def _clause(clause: LinkedClause, lang: str) -> LinkedClauseJson:
    reasons = tuple(like(ReasonJson, reason, detail=detail(reason, lang)) for reason in clause.reasons)
    return like(LinkedClauseJson, clause, score=round(clause.score, 4), reasons=reasons)
