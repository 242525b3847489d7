"""Copying: whether a document is a copy of a draft at all, however much was edited in it.

Counted are runs of three words, those in tables apart: a form that quotes a draft in its cells is no copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.language.normal import folded
from drafter.language.words import words
from drafter.model import Manuscript

_RUN = 3  # words
_COPY = 0.25  # of the draft that a copy keeps, and of a copy that comes from the draft

Run = tuple[bool, tuple[str, ...]]  # in a table, words


def likeness(draft: Manuscript, other: Manuscript) -> float:
    """The share of `draft` that `other` keeps, or of `other` that comes from it: the lower; 0 to 1."""
    own, theirs = Counter(_runs(draft)), Counter(_runs(other))
    if not own or not theirs:
        return 1.0  # of nothing everything may be a copy
    return (own & theirs).total() / max(own.total(), theirs.total())


def is_copy(likeness: float) -> bool:
    """Whether a document so alike is a copy of the draft."""
    return likeness >= _COPY


def _runs(manuscript: Manuscript) -> Iterator[Run]:
    for paragraph in manuscript.paragraphs:
        said = words(folded(paragraph.text))
        inside = paragraph.cell is not None
        for at in range(max(len(said) - _RUN + 1, min(len(said), 1))):
            yield inside, tuple(said[at : at + _RUN])
