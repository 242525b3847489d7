"""A comment as the signals see it: its citations resolved, its quotes located, its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from drafter.language.citations import find_acts
from drafter.language.lexicon import cue
from drafter.language.normal import decoded, folded
from drafter.language.words import words
from drafter.model import Comment, Reference, WordsRole

from .concepts import spoken_of
from .index import DraftIndex
from .quotes import Found, locate
from .terms import plain, query_terms

_BATCH = 256


@dataclass(frozen=True)
class Query:
    """A comment as the signals see it, with the index of its draft.

    `terms` are those of its own words, `concepts` what they speak of, `shared` the score of each clause for
    both.
    """

    comment: Comment
    index: DraftIndex
    terms: Mapping[str, float]
    concepts: Mapping[str, float]
    shared: NDArray[np.float64]

    @cached_property
    def whole(self) -> NDArray[np.float64]:
        """As `shared`, the score of the article, or the like, that each clause is a part of; 0 for none."""
        return self.index.wholes.scores(self.terms)

    @cached_property
    def plain(self) -> str:
        return folded(self.comment.text)

    @cached_property
    def outside(self) -> str:
        """`plain` without what stands in quotation marks: quoted words say nothing of the scope."""
        text = self.comment.text
        for one in reversed(self.comment.words):
            if one.end - one.start > len(one.text):
                text = f"{text[: one.start + 1]}…{text[one.end - 1 :]}"
        return folded(text)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Those of the neighbouring cells first: they say where, the text may compare."""
        cited = (*self.comment.beside, *self.comment.references)
        return tuple(r for r in cited if r.act is None or r.id)

    @cached_property
    def quotes(self) -> tuple[tuple[list[Found], bool], ...]:
        """Where the words that it names stand, and whether they are wording proposed."""
        roles: dict[str, WordsRole] = {}
        for one in self.comment.words:
            roles.setdefault(one.text, one.role)
        found = ((locate(text, self.index.wording, self.rarity(text)), role) for text, role in roles.items())
        return tuple((located, role is WordsRole.ADD) for located, role in found if located)

    def rarity(self, text: str) -> dict[str, float]:
        """Each word of `text` with how telling it is in this draft."""
        return {word: self.index.terms.idf(word) for word in words(folded(text))}

    @cached_property
    def single(self) -> list[str]:
        """The words of the comment, the rarest in the draft first."""
        return sorted((t for t in self.terms if " " not in t), key=lambda term: -self.index.terms.idf(term))

    @cached_property
    def cites_annex(self) -> bool:
        return any(
            part[0] in ("annex", "row") for r in self.references for one in r.locators for part in one.parts
        )


def queries(comments: Sequence[Comment], about: DraftIndex) -> Iterator[Query]:
    """Comments on the draft of the index; the words of a batch are looked up together, which is faster."""
    for batch in (comments[at : at + _BATCH] for at in range(0, len(comments), _BATCH)):
        own = [words(plain(said(comment))) for comment in batch]
        terms = [query_terms(each) for each in own]
        concepts = [spoken_of(each) for each in own]
        scores = about.terms.scores([a | b for a, b in zip(terms, concepts, strict=True)])
        for asked in zip(batch, terms, concepts, scores, strict=True):
            comment, of_words, of_concepts, shared = asked
            yield Query(comment, about, of_words, of_concepts, shared)


def said(comment: Comment) -> str:
    """The comment's own words: without citations, other acts, and what every comment says."""
    text = comment.text
    for reference in comment.references:
        text = _blanked(text, reference.start, reference.end)
    text = decoded(text)
    for start, end in find_acts(text):
        text = _blanked(text, start, end)
    return cue("scopes", "text", "stop").sub(" ", text)


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
