"""Spans: what the lexicons found in a doc, by where it starts and ends, and what is never a figure."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from .lexicon import lexicon
from .lexicons import NoFigures

if TYPE_CHECKING:
    from .spacy_core import Doc


class LexiconSpans:
    """The spans that the lexicon found in a doc, by where they start and end."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._from: dict[tuple[str, int], tuple[int, str]] = {}
        self._upto: dict[tuple[str, int], tuple[int, str]] = {}
        for span in doc.spans["lexicon"]:
            label, id = span.label_, span.id_
            if self._from.get((label, span.start), (-1, ""))[0] < span.end:
                self._from[label, span.start] = (span.end, id)
            if self._upto.get((label, span.end), (1 << 30, ""))[0] > span.start:
                self._upto[label, span.end] = (span.start, id)

    def at(self, label: str, start: int) -> tuple[int, str] | None:
        """(end, id) of the longest such span that starts at token `start`."""
        return self._from.get((label, start))

    def upto(self, label: str, end: int) -> tuple[int, str] | None:
        """(start, id) of the longest such span that ends before token `end`."""
        return self._upto.get((label, end))


def blocked(doc: Doc) -> set[int]:
    """Tokens inside citations, dates and names; a token that one of these cuts is inside it whole."""
    inside: set[int] = set()
    text = doc.text  # put together anew by each reading of the property
    starts = [token.idx for token in doc]
    for blocking in lexicon(NoFigures).patterns:
        for found in blocking.pattern.finditer(text):
            first, last = (bisect_right(starts, at) - 1 for at in (found.start(), found.end() - 1))
            if found.start() == starts[first] + len(doc[first]):
                first += 1  # the space behind a token is no part of what follows it
            inside.update(range(first, last + 1))
    for span in doc.spans["lexicon"]:
        if span.label_ in ("DEADLINE", "BASELINE"):
            inside.update(range(span.start, span.end))
    return inside
