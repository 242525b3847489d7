"""Voices: the reviewers whose copies are consolidated, and what consolidating finds on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from drafter.language.words import WordCodes
from drafter.model import Conflict, Proposal

from ..merging.story import StoryPair
from ..names import Element, P
from ..reading.plain import shown
from ..writing.marks import RevisionMarks
from .edits import CopyEdit, Disagreement
from .margin import Margin

Anchors = Sequence[tuple[Element, Element]]


@dataclass(slots=True, eq=False)
class Voice:
    """One copy in one part: its author, how its elements come into the base, its margin comments."""

    number: int  # of the copy
    author: str
    story: StoryPair
    margin: Margin


Copied = tuple[Voice, Element]  # a copy's container that continues the base's


@dataclass(slots=True)
class Work:
    """What consolidating one base draft shares and finds."""

    marks: RevisionMarks
    shapes: Callable[[str], Callable[[Element], str]]  # what tells the base's pictures in a part apart
    part: str  # of the base, at hand
    words: WordCodes = field(default_factory=WordCodes)
    notes: dict[tuple[str, str], list[tuple[Voice, str]]] = field(default_factory=dict)  # kind, base id
    lost_notes: dict[tuple[str, str], str] = field(default_factory=dict)  # whose reference an author took
    found: list[Disagreement] = field(default_factory=list)
    edits: list[CopyEdit] = field(default_factory=list)  # all that were written

    @property
    def shape(self) -> Callable[[Element], str]:
        """What tells the base's pictures apart in the part at hand."""
        return self.shapes(self.part)

    def in_part(self, part: str) -> Work:
        """The same, sharing all that is found, for another part of the base."""
        return replace(self, part=part)

    def removed(self, element: Element, taker: str, others: Sequence[Copied]) -> None:
        """One reviewer deletes what others edit."""
        if others:
            proposals = [Proposal(taker, ""), *(Proposal(voice.author, shown(it)) for voice, it in others)]
            conflict = Conflict(None, shown(element), tuple(proposals))
            self.found.append(Disagreement(next(element.iter(P), None), conflict, agreed=False))
