"""A comment as the signals see it: its citations resolved, its quotes located, its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from drafter.analyses.citations.resolve import resolve_in
from drafter.language.citations import find_acts
from drafter.language.lexicon import cue
from drafter.language.normal import decoded, folded
from drafter.language.quotes import find_quotes
from drafter.language.references import find_references
from drafter.language.words import words
from drafter.model import Comment, Reference

from .index import DraftIndex
from .quotes import Found, locate
from .terms import query_terms

_BATCH = 256
_LONG_CITED = 6  # words of a neighbouring cell, from which on it is the draft's text


@dataclass(frozen=True)
class Remark:
    """A comment as the signals see it, with the index of its draft.

    `terms` are those of its own words, `shared` the score of each clause for them.
    """

    comment: Comment
    index: DraftIndex
    terms: Mapping[str, float]
    shared: NDArray[np.float64]

    @cached_property
    def plain(self) -> str:
        return folded(self.comment.text)

    @cached_property
    def outside(self) -> str:
        """`plain` without what stands in quotation marks: quoted words say nothing of the scope."""
        text = decoded(self.comment.text)
        for quote in reversed(find_quotes(text)):
            text = text[: quote.start] + "…" + text[quote.end :]
        return folded(text)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Those of the neighbouring cells first: they say where, the text may compare."""
        own = self.comment.references or find_references(self.comment.text)
        cited = find_references(self.comment.cited) if self.comment.cited else ()
        return tuple(r for r in resolve_in([*cited, *own], self.index.places) if r.act is None or r.id)

    def beside(self, reference: Reference) -> bool:
        """Whether the citation names a second place: "cho thống nhất với khoản 2 mục III"."""
        text = self.comment.text
        if text[reference.start : reference.end] != reference.text:  # it stands in the neighbouring cell
            return False
        return bool(cue("scopes", "text", "beside").search(decoded(text[: reference.start])))

    def compares(self, reference: Reference) -> bool:
        """Whether the cited place only serves as a measure: "đề nghị thống nhất thời hạn với Phụ lục I"."""
        text = self.comment.text
        if text[reference.start : reference.end] != reference.text:
            return False
        return bool(cue("scopes", "text", "compares").search(decoded(text[: reference.start])))

    @cached_property
    def quotes(self) -> tuple[tuple[list[Found], bool], ...]:
        """Where each quote stands, and whether it is wording proposed."""
        found = []
        for text in self._quoted():
            located = locate(text, self.index.wording, self.rarity(text))
            if located:
                found.append((located, self._proposed(text)))
        return tuple(found)

    def _quoted(self) -> list[str]:
        quoted = list(self.comment.quote) or [quote.text for quote in find_quotes(self.comment.text)]
        cited = self.comment.cited
        if cited:
            beside = [quote.text for quote in find_quotes(cited)]
            quoted += beside or _without_citations(cited)
        if self.comment.suggestion and self.comment.suggestion.old:
            quoted.append(self.comment.suggestion.old)
        return list(dict.fromkeys(quoted))

    def rarity(self, text: str) -> dict[str, float]:
        """Each word of `text` with how telling it is in this draft."""
        return {word: self.index.terms.idf(word) for word in words(folded(text))}

    def _proposed(self, text: str) -> bool:
        new = self.comment.suggestion.new if self.comment.suggestion else None
        if new is not None:
            return folded(text) == folded(new)
        before = self.plain.partition(folded(text))[0]
        return bool(cue("scopes", "text", "new").search(before[-40:]))

    @cached_property
    def pairs(self) -> list[str]:
        """The neighbouring words of the remark, the rarest in the draft first."""
        return sorted((t for t in self.terms if " " in t), key=lambda term: -self.index.terms.idf(term))

    @cached_property
    def cites_annex(self) -> bool:
        return any(
            part[0] in ("annex", "row") for r in self.references for one in r.locators for part in one.parts
        )


def remarks(comments: Sequence[Comment], about: DraftIndex) -> Iterator[Remark]:
    """Comments on the draft of the index; the words of a batch are looked up together, which is faster."""
    for batch in (comments[at : at + _BATCH] for at in range(0, len(comments), _BATCH)):
        terms = [query_terms(said(comment)) for comment in batch]
        for comment, asked, shared in zip(batch, terms, about.terms.scores(terms), strict=True):
            yield Remark(comment, about, asked, shared)


def said(comment: Comment) -> str:
    """The comment's own words: without citations, other acts, and what every comment says."""
    text = comment.text
    for reference in comment.references or find_references(text):
        text = _blanked(text, reference.start, reference.end)
    text = decoded(text)
    for start, end in find_acts(text):
        text = _blanked(text, start, end)
    return cue("scopes", "text", "stop").sub(" ", text.lower())


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _without_citations(cited: str) -> list[str]:
    """The draft's text in a neighbouring cell, where that is what it holds."""
    text = decoded(cited)
    for reference in reversed(find_references(text)):
        text = text[: reference.start] + " " + text[reference.end :]
    return [text.strip(" .,:;-–")] if len(words(text)) >= _LONG_CITED else []
