"""Container: what every reviewer's copy does to one container of the base draft, read against its atoms.

Each copy is compared with the base as a redline would; all of them share the base's atoms, so that
their edits can stand side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..names import ENDNOTE_REF, FOOTNOTE_REF, ID, TBL, Element, note_kind
from ..pairing.grouping import StoryBlock, blocks_in, groups_of, join_last, places
from ..pairing.operations import operations
from ..pairing.pairing import paired
from ..reading.atoms import Atom, loose_of
from ..reading.reader import atoms_of
from ..reading.shapes import boxes
from .edits import CopyEdit, Gain, Spot
from .margin import commented
from .voices import Anchors, Copied, Voice, Work


class Container:
    """A container of the base, and all that the copies do to it, as far as they were read."""

    def __init__(self, element: Element, work: Work) -> None:
        self.element, self.work = element, work
        self.base = blocks_in(element, work.words)
        self.spots: list[Spot] = []
        self.first: list[int] = []  # of each block; and where they end
        self.edits: list[CopyEdit] = []
        self.voices: list[Voice] = []
        self.tables: dict[Element, list[Copied]] = {}
        self.boxes: dict[Element, list[Copied]] = {}
        self.margin: dict[int, list[tuple[Voice, Atom]]] = {}
        self._lay_out()

    def read(self, voice: Voice, other: Element, anchors: Anchors) -> None:
        """Take in what `other`, the same container of a copy, does to this one."""
        self.voices.append(voice)
        theirs = blocks_in(other, self.work.words)
        groups = groups_of(paired(theirs, self.base, places(theirs, self.base, anchors)), theirs, self.base)
        join_last(groups, theirs, self.base)
        at = 0
        for group in groups:
            olds, news = [theirs[place] for place in group.old], [self.base[place] for place in group.new]
            if news:
                start, at = self.first[group.new[0]], self.first[group.new[-1] + 1]
                self._read_group(voice, olds, news, start, at)
            else:
                self._edit(voice, at, at, [gain for block in olds for gain in _gains(block, voice)])

    def _read_group(
        self, voice: Voice, olds: Sequence[StoryBlock], news: Sequence[StoryBlock], start: int, end: int
    ) -> None:
        """Blocks of the base, the spots from `start` to `end`, and what a copy has in their place."""
        if not olds:
            self._edit(voice, start, end, [])
        elif news[0].kind == TBL:
            self.tables.setdefault(news[0].element, []).append((voice, olds[0].element))
        elif not (len(olds) == len(news) == 1 and _same(olds[0], news[0])):
            self._compare(voice, [atom for block in olds for atom in _atoms(block, voice)], start, end)

    def _lay_out(self) -> None:
        for block in self.base:
            self.first.append(len(self.spots))
            if block.kind == TBL:
                self.spots.append(Spot(block.element, None))
            else:
                atoms = atoms_of(block.element, self.work.shape)
                self.spots += [Spot(block.element, atom) for atom in atoms]
        self.first.append(len(self.spots))

    def _compare(self, voice: Voice, theirs: list[Atom], start: int, end: int) -> None:
        ours = [spot.atom for spot in self.spots[start:end] if spot.atom is not None]
        at, edit = start, None
        for old, new in operations(theirs, ours):
            if old is not None and new is not None:
                edit = None
                self._kept(voice, old, new, at)
            else:
                edit = edit or self._edit(voice, at, at, [])
                if old is not None:
                    edit.gained.append(old)
            if new is not None:
                at += 1
                if edit is not None:
                    edit.end = at

    def _edit(self, voice: Voice, start: int, end: int, gained: list[Gain]) -> CopyEdit:
        made = CopyEdit(voice.author, len(self.voices) - 1, start, end, gained)
        self.edits.append(made)
        return made

    def _kept(self, voice: Voice, old: Atom, new: Atom, at: int) -> None:
        for loose in loose_of(old):
            if voice.margin.wants(loose):
                self.margin.setdefault(at, []).append((voice, loose))
        for theirs, ours in zip(old.pieces, new.pieces, strict=False):
            if ours.end < 0:
                self._kept_whole(voice, theirs.child, ours.child)

    def _kept_whole(self, voice: Voice, theirs: Element, ours: Element) -> None:
        """A note or text boxes that copy and base have: consolidated in their turn."""
        if ours.tag in (FOOTNOTE_REF, ENDNOTE_REF):
            key = note_kind(ours), ours.get(ID, "")
            self.work.notes.setdefault(key, []).append((voice, theirs.get(ID, "")))
            return
        for other, box in zip(boxes(theirs), boxes(ours), strict=False):
            self.boxes.setdefault(box, []).append((voice, other))


def _gains(block: StoryBlock, voice: Voice) -> list[Gain]:
    return [block.element] if block.kind == TBL else list(_atoms(block, voice))


def _atoms(block: StoryBlock, voice: Voice) -> list[Atom]:
    return atoms_of(block.element, voice.story.old_shape)


def _same(old: StoryBlock, new: StoryBlock) -> bool:
    return old.simple and new.simple and old.key == new.key and not commented(old.element)
