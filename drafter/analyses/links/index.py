"""What linking needs to know of a draft, computed once: places, wording, terms, headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from drafter.analyses.citations.places import Places
from drafter.language.normal import folded
from drafter.model import Clause, Draft, Kind

from .bm25 import Index
from .concepts import OfClause, counted, written_of
from .terms import document_terms
from .titles import Titles, title
from .wording import Wording

_HEADING = 0.3  # of a parent's heading, in the terms of its children
_ROW = 0.75  # rows repeat the body: of their words' weight, where no annex is cited
_WHOLES = {Kind.ARTICLE, Kind.SUBSECTION, Kind.PARAGRAPH}  # units whose parts are clauses of their own
_HEADING_ONLY = 0.85  # a comment on a section as a whole names it; its heading's words belong to its clauses


class Wholes:
    """Articles and the like, each with all of its parts; put together when a question is first asked."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    @cached_property
    def _made(self) -> tuple[Index, NDArray[np.int64]]:
        return _wholes(self._draft)

    def scores(self, terms: Mapping[str, float]) -> NDArray[np.float64]:
        """For each clause the score of the one that it is a part of; 0 for none."""
        wholes, within = self._made
        return np.append(wholes.scores([terms])[0], 0.0)[within]


@dataclass(frozen=True, slots=True)
class DraftIndex:
    """What signals ask of a draft; arrays follow its clauses in order."""

    draft: Draft
    places: Places
    wording: Wording
    terms: Index
    concepts: Mapping[str, OfClause]  # by clause id
    headings: tuple[tuple[str, str], ...]  # (clause id, heading as compared)
    titles: Titles
    rows: frozenset[str]
    standing: NDArray[np.float64]  # of shared words, where an annex is cited …
    body_first: NDArray[np.float64]  # … and where none is
    wholes: Wholes
    containers: Mapping[str, int]  # clause id → how many clauses under it
    place: Mapping[str, int]  # clause id → its place in the arrays


def index(draft: Draft, places: Places | None = None) -> DraftIndex:
    """The index of `draft`, over its `places` where they are at hand. Everything in it is looked up by clause
    id."""
    size: dict[str, int] = {}
    for clause in reversed(draft.clauses):
        under = draft.children.get(clause.id, ())
        size[clause.id] = sum(1 + size.get(child.id, 0) for child in under)
    places = places or Places(draft)
    words = {clause.id: _terms(clause, draft) for clause in draft.clauses}
    concepts = {clause.id: written_of(_whole(clause)) for clause in draft.clauses}
    headings = tuple(
        (c.id, folded(c.heading).strip(" .:"))
        for c in draft.clauses
        if c.heading and c.kind is not Kind.TABLE_ROW
    )
    standing = np.array([_HEADING_ONLY if size[c.id] else 1.0 for c in draft.clauses])
    return DraftIndex(
        draft=draft,
        places=places,
        wording=Wording({clause.id: folded(_whole(clause)) for clause in draft.clauses}),
        terms=Index(words, _concepts(draft, concepts)),
        concepts=concepts,
        headings=headings,
        titles=Titles([title(draft.by_id[id], text, len(places.line(id))) for id, text in headings]),
        rows=frozenset(c.id for c in draft.clauses if c.kind is Kind.TABLE_ROW),
        standing=standing,
        body_first=standing * [_ROW if c.kind is Kind.TABLE_ROW else 1.0 for c in draft.clauses],
        wholes=Wholes(draft),
        containers=size,
        place={clause.id: at for at, clause in enumerate(draft.clauses)},
    )


def _whole(clause: Clause) -> str:
    return " ".join([clause.text, *(note.text for note in clause.notes)])


def _concepts(draft: Draft, own: Mapping[str, OfClause]) -> dict[str, dict[str, float]]:
    headings: dict[str | None, OfClause] = {None: {}}
    for clause in draft.clauses:
        if draft.children.get(clause.id):
            headings[clause.id] = written_of(clause.heading) if clause.heading else {}
    return {clause.id: counted(own[clause.id], headings[clause.parent], _HEADING) for clause in draft.clauses}


def _terms(clause: Clause, draft: Draft) -> dict[str, float]:
    terms = document_terms(_whole(clause))
    if clause.parent is not None and (heading := draft.by_id[clause.parent].heading):
        for term, count in document_terms(heading).items():
            terms[term] = terms.get(term, 0) + _HEADING * count
    return terms


def _wholes(draft: Draft) -> tuple[Index, NDArray[np.int64]]:
    """Articles and numbered units, the outermost ones, as documents with all of their parts; and the place of
    each clause among them, the one after the last for none."""
    above: dict[str, str] = {}
    for clause in draft.clauses:
        outer = above.get(clause.parent or "")
        if outer is None and clause.kind in _WHOLES and draft.children.get(clause.id):
            outer = clause.id
        if outer is not None:
            above[clause.id] = outer
    parts: dict[str, list[str]] = {}
    for id, outer in above.items():
        parts.setdefault(outer, []).append(draft.by_id[id].text)
    place = {id: at for at, id in enumerate(parts)}
    documents = {id: document_terms(" ".join(texts)) for id, texts in parts.items()}
    within = [place.get(above.get(clause.id, ""), len(place)) for clause in draft.clauses]
    return Index(documents), np.array(within, dtype=np.int64)
