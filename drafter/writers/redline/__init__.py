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

from .bringing.parts import Bringing, EditedPackage, body_of, highest_id
from .bringing.prefixes import with_prefixes
from .finishing.comments import hang
from .finishing.finish import finished
from .finishing.sideline import sideline
from .merging.apart import Apart
from .merging.blocks import Moving, merge_blocks
from .merging.notes import Notes
from .merging.sections import StoryOf, settle
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
    work = _Redline(
        old, new, plan or Plan(), RevisionMarks(author, date, 0), formatting=formatting, bars=bars
    )
    work.apart.silent = silent
    return work.bytes()


class _Stories(StoryOf):
    def __init__(self, work: _Redline) -> None:
        self.work = work

    def __call__(self, old_part: str, new_part: str) -> StoryPair:
        return self.work.story(old_part, new_part)


class _Redline:
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
        self.spots: dict[str, list[int]] = {}  # place → the comments that it was changed for
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
        anchors, moves = self._led(old_body, body)
        notes = {kind: self._notes(kind) for kind in ("footnotes", "endnotes")}
        self.bringing.note = lambda kind, key: notes[kind].bring(key)
        self.marks.next_id = highest_id(root)
        merge_blocks(old_body, body, self.story(self.old.main, self.new.main), anchors, moves)
        _end_section(old_body, body, self.found)
        if not self.bars:
            settle(self.bringing, self.found, body, old_root, _Stories(self))
        for kind, of_kind in notes.items():
            self._settle_notes(kind, of_kind)
        comments = [[self.plan.comments[number] for number in numbers] for numbers in self.spots.values()]
        hang(self.new, body, comments, list(self.spots))
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
        pairs = [(old, new) for one, old, new in self.found.notes if one == kind]
        gained = [key for one, key in self.found.new_notes if one == kind]
        if notes.part is None and notes.old:
            notes._root()
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

    def _led(self, old_body: Element, body: Element) -> tuple[list[tuple[Element, Element]], list[Moving]]:
        """The plan's pairs and moves as elements; earlier revisions are accepted on the way."""
        old, new = accepted_paragraphs(old_body), accepted_paragraphs(body)
        anchors = [(old[i], new[k]) for i, k in self.plan.pairs if i in old and k in new]
        for index, *markers in self.plan.renumbered:
            if index in new:
                self.apart.numbers[new[index]] = (markers[0], markers[1])
        for number, comment in enumerate(self.plan.comments):
            for index in comment.paragraphs:
                if index in new:
                    self.apart.agencies.setdefault(new[index], (comment.author, f"p{index}"))
                    self.spots.setdefault(f"p{index}", []).append(number)
        for index, *texts in self.plan.references:
            if index in new:
                self.apart.references.setdefault(new[index], []).append((texts[0], texts[1]))
        moves = [
            (
                list(dict.fromkeys(old[i] for i in move.old if i in old)),
                list(dict.fromkeys(new[k] for k in move.new if k in new)),
            )
            for move in self.plan.moves
        ]
        return anchors, moves


def _end_section(old_body: Element, body: Element, found: Unsettled) -> None:
    """The sections that both bodies end with continue each other."""
    if len(old_body) and old_body[-1].tag == SECTPR:
        if not len(body) or body[-1].tag != SECTPR:
            etree.SubElement(body, SECTPR)
        found.sections.append((old_body[-1], body[-1]))
