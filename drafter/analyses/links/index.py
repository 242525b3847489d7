"""What linking needs to know of a draft, computed once: places, wording, terms, headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.language.normal import folded
from drafter.model import Clause, Draft, Kind

from ..places import Places
from .bm25 import Index
from .terms import document_terms

_HEADING = 0.3  # of a parent's heading, in the terms of its children


@dataclass(frozen=True, slots=True)
class DraftIndex:
    """`wording` is clause id → text as compared with quotes; `terms` ranks clauses by their words."""

    draft: Draft
    places: Places
    wording: Mapping[str, str]
    terms: Index
    headings: tuple[tuple[str, str], ...]  # (clause id, heading as compared)
    rows: frozenset[str]
    containers: Mapping[str, int]  # clause id → how many clauses under it


def index(draft: Draft) -> DraftIndex:
    """The index of `draft`. Everything in it is looked up by clause id."""
    size: dict[str, int] = {}
    for clause in reversed(draft.clauses):
        under = draft.children.get(clause.id, ())
        size[clause.id] = sum(1 + size.get(child.id, 0) for child in under)
    return DraftIndex(
        draft=draft,
        places=Places(draft),
        wording={clause.id: folded(_whole(clause)) for clause in draft.clauses},
        terms=Index({clause.id: _terms(clause, draft) for clause in draft.clauses}),
        headings=tuple(
            (c.id, folded(c.heading).strip(" .:"))
            for c in draft.clauses
            if c.heading and c.kind is not Kind.TABLE_ROW
        ),
        rows=frozenset(clause.id for clause in draft.clauses if clause.kind is Kind.TABLE_ROW),
        containers=size,
    )


def _whole(clause: Clause) -> str:
    return " ".join([clause.text, *(note.text for note in clause.notes)])


def _terms(clause: Clause, draft: Draft) -> dict[str, float]:
    terms = document_terms(_whole(clause))
    if clause.parent is not None and (heading := draft.by_id[clause.parent].heading):
        for term, count in document_terms(heading).items():
            terms[term] = terms.get(term, 0) + _HEADING * count
    return terms
