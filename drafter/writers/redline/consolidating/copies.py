"""Copies: one reviewer's copy against the base draft, and how its elements come into it."""

from __future__ import annotations

from drafter.opc import Package

from ..bringing.bringing import Bringing
from ..bringing.packages import EditedPackage
from ..merging.apart import Apart
from ..merging.blocks import merge_blocks
from ..merging.notes import REFERENCES, Notes
from ..merging.story import StoryPair, Unsettled
from ..reading.accepted import accept
from .margin import Margin
from .voices import Voice, Work


class ReviewedCopy:
    """One copy against the base."""

    def __init__(self, number: int, package: Package, author: str, base: EditedPackage, work: Work) -> None:
        self.number, self.author = number, author
        self.side = EditedPackage(package)
        self.bringing = Bringing(self.side, base)
        self.margin = Margin(self.bringing, base.main)
        self.work = work
        self.notes: dict[str, Notes] = {}
        self.bringing.note = self._note
        for kind in REFERENCES:
            part = self.side.related(kind)
            if part is not None:
                accept(self.side.tree(part))

    def _note(self, kind: str, key: str) -> str:
        return self.noted(kind).bring(key)

    def noted(self, kind: str) -> Notes:
        """Its notes of a kind; made when first asked, for what the base had is then known."""
        if kind not in self.notes:
            self.notes[kind] = Notes(kind, self.bringing)
        return self.notes[kind]

    def voice(self, old_part: str, new_part: str) -> Voice:
        story = StoryPair(
            marks=self.work.marks,
            words=self.work.words,
            found=Unsettled(),
            adapt=lambda element: self.bringing.copy(element, old_part, new_part),
            old_bytes=self.side.pointed(old_part),
            new_bytes=self.bringing.new.pointed(new_part),
            merge_within=merge_blocks,
            apart=Apart(),
        )
        return Voice(self.number, self.author, story, self.margin)
