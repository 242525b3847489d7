"""Redline: a .docx whose tracked changes lead from one draft to the next.

It is the new draft's package with its stories rewritten: accept all gives the new draft, reject all
the old one, to the letter. Earlier revisions of either count as accepted.
"""

from __future__ import annotations

from lxml import etree

from drafter.language.words import WordCodes
from drafter.model import Plan
from drafter.opc import Package
from drafter.record import of_redline, recorded

from .bringing.bringing import Bringing
from .bringing.packages import EditedPackage, body_of, highest_id
from .bringing.prefixes import with_prefixes
from .finishing.comments import hang
from .finishing.finish import finished
from .finishing.sideline import sideline
from .leading import lead
from .merging.apart import Apart
from .merging.blocks import merge_blocks
from .merging.notes import REFERENCES, Notes
from .merging.sections import settle
from .merging.story import StoryPair, Unsettled
from .names import SECTPR, Element
from .reading.accepted import accept, accepted_paragraphs
from .writing.marks import RevisionMarks

__all__ = ["redline"]


def redline(
    old: Package,
    new: Package,
    plan: Plan | None = None,
    *,
    author: str,
    date: str | None = None,
    silent: bool = False,
    formatting: bool = False,
    bars: bool = False,
) -> bytes:
    """The bytes of the redline from the Word file `old` to `new`; equal inputs give equal bytes.

    `author` stands on every mark but those of noise, `date` (ISO 8601) only if given. `silent` leaves
    noise unmarked; `formatting` marks changed looks too; `bars` gives the new draft without marks, a
    bar beside each changed paragraph. Raises a DrafterError where an input cannot be used.
    """
    work = _RedlineWriter(
        old, new, plan or Plan(), RevisionMarks(author, date, 0), formatting=formatting, bars=bars
    )
    work.apart.silent = silent
    return work.bytes()


class _RedlineWriter:
    def __init__(
        self, old: Package, new: Package, plan: Plan, marks: RevisionMarks, *, formatting: bool, bars: bool
    ) -> None:
        self.old, self.new = EditedPackage(old), EditedPackage(new)
        self.plan = plan
        self.bringing = Bringing(self.old, self.new)
        self.found = Unsettled()
        self.words = WordCodes()
        self.marks = marks
        self.apart = Apart()
        self.formatting, self.bars = formatting, bars

    def story(self, old_part: str, new_part: str) -> StoryPair:
        return StoryPair(
            marks=self.marks,
            words=self.words,
            found=self.found,
            adapt=lambda element: self.bringing.copy(element, old_part, new_part),
            old_bytes=self.old.pointed(old_part),
            new_bytes=self.new.pointed(new_part),
            merge_within=merge_blocks,
            apart=self.apart,
            formatting=self.formatting,
        )

    def bytes(self) -> bytes:
        root, old_root = self.new.tree(self.new.main), self.old.tree(self.old.main)
        root = self.new.trees[self.new.main] = with_prefixes(root, old_root)
        body, old_body = body_of(root, self.new), body_of(old_root, self.old)
        led = lead(self.plan, accepted_paragraphs(old_body), accepted_paragraphs(body), self.apart)
        notes = {kind: self._notes(kind) for kind in REFERENCES}
        self.bringing.note = lambda kind, key: notes[kind].bring(key)
        self.marks.next_id = highest_id(root)
        merge_blocks(old_body, body, self.story(self.old.main, self.new.main), led.anchors, led.moves)
        _end_section(old_body, body, self.found)
        if not self.bars:
            settle(self.bringing, self.found, body, old_root, self.story)
        for kind, of_kind in notes.items():
            self._settle_notes(kind, of_kind)
        hang(self.new, body, led.spots)
        if self.bars:
            self._draw_bars(notes)
        record = of_redline([self.old.package, self.new.package])
        return recorded(finished(self.new), record, owner=self.new.main)

    def _notes(self, kind: str) -> Notes:
        for side in (self.old, self.new):
            part = side.related(kind)
            if part is not None:
                accept(side.tree(part))
        return Notes(kind, self.bringing)

    def _settle_notes(self, kind: str, notes: Notes) -> None:
        pairs = [(old, new) for its_kind, old, new in self.found.notes if its_kind == kind]
        gained = [key for its_kind, key in self.found.new_notes if its_kind == kind]
        if notes.part is None and notes.old:
            notes.root()
        if notes.part is not None:
            story = self.story(notes.old_part or notes.part, notes.part)
            notes.settle(pairs, gained, story)
            notes.in_order()

    def _draw_bars(self, notes: dict[str, Notes]) -> None:
        sideline(self.new.tree(self.new.main))
        for of_kind in notes.values():
            of_kind.forget_brought()
            if of_kind.part is not None:
                sideline(self.new.tree(of_kind.part))


def _end_section(old_body: Element, body: Element, found: Unsettled) -> None:
    """The sections that both bodies end with continue each other."""
    if len(old_body) and old_body[-1].tag == SECTPR:
        if not len(body) or body[-1].tag != SECTPR:
            etree.SubElement(body, SECTPR)
        found.sections.append((old_body[-1], body[-1]))
