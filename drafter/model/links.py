"""Which clauses a comment addresses, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    DOCUMENT = "document"
    CLAUSES = "clauses"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: `signal` is anchor, reference, quote, role, topic or text."""

    signal: str
    detail: str


@dataclass(frozen=True, slots=True)
class LinkedClause:
    id: str
    score: float
    addressed: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A comment with the clauses it addresses first, then candidates: five in all, or more if addressed."""

    comment: str
    scope: Scope
    clauses: tuple[LinkedClause, ...]
    confidence: float
    review: bool
