"""Consolidation: a container of the base draft rewritten with what every reviewer's copy does to it.

Each copy is compared with the base as a redline would; all of them share the base's atoms, so that
their edits can stand side by side, each under its author: `[-5-]{+7+}{+8+} ngày`.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from ..merging.whole import inserted
from ..names import (
    DEL,
    ENDNOTE_REF,
    FOOTNOTE_REF,
    ID,
    INS,
    PPR,
    SECTPR,
    TBL,
    Element,
    note_kind,
    parent_of,
)
from ..pairing.grouping import StoryBlock, blocks_in, groups_of, join_last, places
from ..pairing.operations import operations
from ..pairing.pairing import paired
from ..reading.atoms import Atom, loose_of
from ..reading.plain import shown
from ..reading.reader import atoms_of
from ..reading.shapes import boxes
from ..writing.ends import settle_end
from ..writing.lines import Lines
from .edits import CopyEdit, Gain, Spot, settled
from .margin import commented
from .rows import consolidate_rows, put_before
from .voices import Anchors, Copied, Voice, Work


def consolidate(
    container: Element, sides: Sequence[Copied], work: Work, *,
    anchors: Sequence[Anchors] = (), gone: str | None = None,
) -> None:  # fmt: skip
    """Rewrite `container` in place. `gone`: the author who deleted the row it stands in."""
    if not sides and gone is None:
        return
    made = _Container(container, work, gone)
    for number, (voice, other) in enumerate(sides):
        made.read(voice, other, anchors[number] if number < len(anchors) else ())
    made.write()
    settle_end(container)


class _Container:
    def __init__(self, element: Element, work: Work, gone: str | None) -> None:
        self.element, self.work, self.gone = element, work, gone
        self.base = blocks_in(element, work.words)
        self.spots: list[Spot] = []
        self.first: list[int] = []  # of each block; and where they end
        self.edits: list[CopyEdit] = []
        self.voices: list[Voice] = []
        self.tables: dict[Element, list[Copied]] = {}
        self.boxes: dict[Element, list[Copied]] = {}
        self.margin: dict[int, list[tuple[Voice, Atom]]] = {}
        self._lay_out()

    # --- reading -------------------------------------------------------------------------

    def read(self, voice: Voice, other: Element, anchors: Anchors) -> None:
        """Take in what `other`, the same container of a copy, does to this one."""
        self.voices.append(voice)
        theirs = blocks_in(other, self.work.words)
        groups = groups_of(paired(theirs, self.base, places(theirs, self.base, anchors)), theirs, self.base)
        join_last(groups, theirs, self.base)
        at = 0
        for group in groups:
            olds = [theirs[place] for place in group.old]
            if not group.new:
                self._edit(voice, at, at, [one for block in olds for one in _gains(block, voice)])
                continue
            start, at = self.first[group.new[0]], self.first[group.new[-1] + 1]
            news = [self.base[place] for place in group.new]
            if not olds:
                self._edit(voice, start, at, [])
            elif news[0].kind == TBL:
                self.tables.setdefault(news[0].element, []).append((voice, olds[0].element))
            elif not (len(olds) == len(news) == 1 and _same(olds[0], news[0])):
                self._compare(voice, [atom for b in olds for atom in _atoms(b, voice)], start, at)

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
        for one, other in zip(old.pieces, new.pieces, strict=False):
            if other.end >= 0:
                continue
            if other.child.tag in (FOOTNOTE_REF, ENDNOTE_REF):
                key = note_kind(other.child), other.child.get(ID, "")
                self.work.notes.setdefault(key, []).append((voice, one.child.get(ID, "")))
            else:
                for theirs, ours in zip(boxes(one.child), boxes(other.child), strict=False):
                    self.boxes.setdefault(ours, []).append((voice, theirs))

    # --- writing -------------------------------------------------------------------------

    def write(self) -> None:
        kept, found = settled(self.edits, self.spots)
        self.work.found += found
        self.work.edits += kept
        for box, sides in self.boxes.items():  # before their paragraphs are copied
            consolidate(box, sides, self.work)
        takers: dict[int, str] = {}
        for edit in kept:
            for place in range(edit.start, edit.end):
                takers.setdefault(place, edit.author)
        coming: dict[int, list[CopyEdit]] = {}
        for edit in kept:
            if edit.gained:
                coming.setdefault(edit.end, []).append(edit)
        last: Element | None = None
        for number, block in enumerate(self.base):
            start = self.first[number]
            before = [made for edit in coming.get(start, ()) if edit.whole for made in self._whole(edit)]
            if block.kind == TBL:
                self._table(block.element, takers.get(start))
                put_before(block.element, before)
                last = block.element
            else:
                made = self._paragraph(number, takers, coming)
                put_before(block.element, before)
                if made is not None:
                    put_before(block.element, made)
                    parent_of(block.element).remove(block.element)
                last = made[-1] if made else block.element
        tail = [made for edit in coming.get(len(self.spots), ()) for made in self._whole(edit)]
        if last is None:
            self.element[0:0] = tail
        else:
            at = parent_of(last).index(last) + 1
            parent_of(last)[at:at] = tail

    def _whole(self, edit: CopyEdit) -> list[Element]:
        """Paragraphs and tables of a copy that stand by themselves."""
        voice = self.voices[edit.number]
        lines = Lines(self.work.marks, voice.story.adapt)
        for gain in edit.gained:
            if isinstance(gain, Atom):
                self._gained(lines, gain, voice)
            else:
                self.work.marks.author = voice.author
                lines.out += inserted(voice.story.adapt(gain), voice.story.copied())
        return lines.out

    def _gained(self, lines: Lines, atom: Atom, voice: Voice, upcoming: Atom | None = None) -> None:
        for loose in loose_of(atom):
            voice.margin.put(loose, lines)
        lines.adapt = voice.story.adapt
        lines.close(upcoming.path if upcoming is not None else (), atom.path)
        if atom.mark is None:
            lines.put(atom, INS, voice.author, old=True)
            return
        written = lines.end(atom.mark, INS, voice.author, old=True)
        section = written.find(f"{PPR}/{SECTPR}")
        if section is not None:  # a reviewer's page settings are not words
            parent_of(section).remove(section)

    def _paragraph(
        self, number: int, takers: dict[int, str], coming: dict[int, list[CopyEdit]]
    ) -> list[Element] | None:
        """The paragraphs that a base paragraph becomes; None where nothing happens in it."""
        start, end = self.first[number], self.first[number + 1]
        inline = {
            at: [h for h in coming.get(at, ()) if at > start or not h.whole] for at in range(start, end)
        }
        gone = self.gone
        if gone is None and not any(
            inline[at] or at in takers or at in self.margin for at in range(start, end)
        ):
            return None
        lines = Lines(self.work.marks, deepcopy)
        for at in range(start, end):
            atom = self.spots[at].atom
            assert atom is not None
            for edit in inline[at]:
                for gain in edit.gained:
                    assert isinstance(gain, Atom)
                    self._gained(lines, gain, self.voices[edit.number], atom)
            for voice, loose in self.margin.get(at, ()):
                voice.margin.put(loose, lines)
            for loose in atom.decor:
                lines.put(loose, None)
            author = takers.get(at, gone)
            if author is not None:
                self._note_lost(atom, author)
            # A section's settings stay: its paragraph's words may go, not its end.
            section = atom.mark is not None and atom.mark.find(f"{PPR}/{SECTPR}") is not None
            mark = DEL if author is not None and not section else None
            if atom.mark is not None:
                lines.end(atom.mark, mark, author)
            else:
                lines.put(atom, mark, author)
        return lines.out

    def _note_lost(self, atom: Atom, author: str) -> None:
        for piece in atom.pieces:
            if piece.end < 0 and piece.child.tag in (FOOTNOTE_REF, ENDNOTE_REF):
                self.work.lost_notes[note_kind(piece.child), piece.child.get(ID, "")] = author

    def _table(self, table: Element, taker: str | None) -> None:
        gone = taker or self.gone
        sides = self.tables.get(table, [])
        if taker is not None:
            others = [side for side in sides if shown(side[1]) != shown(table)]
            self.work.removed(table, taker, others)
        if sides or gone is not None:
            consolidate_rows(table, sides, self.work, consolidate, gone=gone)


def _gains(block: StoryBlock, voice: Voice) -> list[Gain]:
    return [block.element] if block.kind == TBL else list(_atoms(block, voice))


def _atoms(block: StoryBlock, voice: Voice) -> list[Atom]:
    return atoms_of(block.element, voice.story.old_shape)


def _same(one: StoryBlock, other: StoryBlock) -> bool:
    return one.simple and other.simple and one.key == other.key and not commented(one.element)
