"""Containers of the base draft rewritten with every reviewer's edits, each under its author.

`[-5-]{+7+}{+8+} ngày`: one takes 5 out and two put something else in.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from ..merging.whole import inserted
from ..names import DEL, ENDNOTE_REF, FOOTNOTE_REF, ID, INS, PPR, SECTPR, TBL, Element, note_kind, parent_of
from ..pairing.grouping import StoryBlock
from ..reading.atoms import Atom, loose_of
from ..reading.plain import shown
from ..writing.ends import settle_end
from ..writing.lines import Lines
from ..writing.placing import put_after, put_before, put_instead
from .container import Container
from .edits import CopyEdit, settled
from .rows import consolidate_rows
from .voices import Anchors, Copied, Voice, Work


def consolidate(
    container: Element, sides: Sequence[Copied], work: Work, *,
    anchors: Sequence[Anchors] = (), gone: str | None = None,
) -> None:  # fmt: skip
    """Rewrite `container` in place. `gone`: the author who deleted the row it stands in."""
    if not sides and gone is None:
        return
    read = Container(container, work)
    for number, (voice, other) in enumerate(sides):
        read.read(voice, other, anchors[number] if number < len(anchors) else ())
    kept, found = settled(read.edits, read.spots)
    work.found += found
    work.edits += kept
    _ContainerWriter(read, kept, gone).write()
    settle_end(container)


class _ContainerWriter:
    """Writes the blocks of a container one after the other."""

    def __init__(self, read: Container, edits: Sequence[CopyEdit], gone: str | None) -> None:
        self.read, self.work, self.gone = read, read.work, gone
        self.takers: dict[int, str] = {}  # spot → the first who deletes it
        self.coming: dict[int, list[CopyEdit]] = {}  # spot → what comes before it
        for edit in edits:
            for place in range(edit.start, edit.end):
                self.takers.setdefault(place, edit.author)
            if edit.gained:
                self.coming.setdefault(edit.end, []).append(edit)

    def write(self) -> None:
        for box, sides in self.read.boxes.items():  # before their paragraphs are copied
            consolidate(box, sides, self.work)
        last: Element | None = None
        for number, block in enumerate(self.read.base):
            last = self._block(number, block)
        tail = [made for edit in self.coming.get(len(self.read.spots), ()) for made in self._whole(edit)]
        if last is None:
            self.read.element[0:0] = tail
        else:
            put_after(last, tail)

    def _block(self, number: int, block: StoryBlock) -> Element:
        """Write a block of the base and what comes whole before it; the last element written."""
        start = self.read.first[number]
        before = [made for edit in self.coming.get(start, ()) if edit.whole for made in self._whole(edit)]
        if block.kind == TBL:
            self._table(block.element, self.takers.get(start))
        made = None if block.kind == TBL else self._paragraph(number)
        put_before(block.element, before)
        if made is None:
            return block.element
        put_instead([block.element], made)
        return made[-1]

    def _whole(self, edit: CopyEdit) -> list[Element]:
        """Paragraphs and tables of a copy that stand by themselves."""
        voice = self.read.voices[edit.number]
        lines = Lines(self.work.marks, voice.story.adapt)
        for gain in edit.gained:
            if isinstance(gain, Atom):
                self._gained(lines, gain, voice)
            else:
                self.work.marks.author = voice.author
                lines.out.extend(inserted(voice.story.adapt(gain), voice.story.copied()))
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

    def _paragraph(self, number: int) -> list[Element] | None:
        """The paragraphs that a base paragraph becomes; None where nothing happens in it."""
        start, end = self.read.first[number], self.read.first[number + 1]
        inline = {at: self._inline(at, first=at == start) for at in range(start, end)}
        if self.gone is None and not any(
            inline[at] or at in self.takers or at in self.read.margin for at in range(start, end)
        ):
            return None
        lines = Lines(self.work.marks, deepcopy)
        for at in range(start, end):
            self._spot(lines, at, inline[at])
        return lines.out

    def _inline(self, at: int, *, first: bool) -> list[CopyEdit]:
        """What comes before a spot within its paragraph; whole paragraphs stand before the first."""
        return [edit for edit in self.coming.get(at, ()) if not (first and edit.whole)]

    def _spot(self, lines: Lines, at: int, edits: Sequence[CopyEdit]) -> None:
        """Write what comes before an atom of the base, and the atom."""
        atom = self.read.spots[at].atom
        assert atom is not None
        for edit in edits:
            for gain in edit.gained:
                assert isinstance(gain, Atom)
                self._gained(lines, gain, self.read.voices[edit.number], atom)
        for voice, loose in self.read.margin.get(at, ()):
            voice.margin.put(loose, lines)
        for loose in atom.decor:
            lines.put(loose, None)
        author = self.takers.get(at, self.gone)
        if author is not None:
            self._note_lost(atom, author)
        mark = DEL if author is not None and not _ends_section(atom) else None
        if atom.mark is not None:
            lines.end(atom.mark, mark, author)
        else:
            lines.put(atom, mark, author)

    def _note_lost(self, atom: Atom, author: str) -> None:
        for piece in atom.pieces:
            if piece.end < 0 and piece.child.tag in (FOOTNOTE_REF, ENDNOTE_REF):
                self.work.lost_notes[note_kind(piece.child), piece.child.get(ID, "")] = author

    def _table(self, table: Element, taker: str | None) -> None:
        gone = taker or self.gone
        sides = self.read.tables.get(table, [])
        if taker is not None:
            others = [side for side in sides if shown(side[1]) != shown(table)]
            self.work.removed(table, taker, others)
        if sides or gone is not None:
            consolidate_rows(table, sides, self.work, consolidate, gone=gone)


def _ends_section(atom: Atom) -> bool:
    """A section's settings stay: its paragraph's words may go, not its end."""
    return atom.mark is not None and atom.mark.find(f"{PPR}/{SECTPR}") is not None
