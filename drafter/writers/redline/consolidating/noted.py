"""Noted: the footnotes and endnotes of the base draft with every copy's edits, and those that copies add."""

from __future__ import annotations

from collections.abc import Sequence

from ..bringing.packages import EditedPackage
from ..merging.notes import REFERENCES, Notes, notes_of, unmark_last
from ..merging.whole import inserted
from ..names import DEL, ID, INS, Element
from ..pairing.grouping import blocks
from ..reading.accepted import accept
from .containers import consolidate
from .copies import ReviewedCopy
from .voices import Copied, Work

BaseNotes = dict[str, dict[str, Element]]  # kind → id → note


def base_notes(base: EditedPackage) -> BaseNotes:
    """The base's notes as they are before any copy brings its own."""
    for part in (base.related(kind) for kind in REFERENCES):
        if part is not None:
            accept(base.tree(part))
    return {kind: notes_of(base, kind) for kind in REFERENCES}


def consolidate_notes(
    notes: BaseNotes, copies: Sequence[ReviewedCopy], base: EditedPackage, work: Work
) -> None:
    """Rewrite the base's notes, and write those that copies bring; the words are written already."""
    for kind, of_kind in notes.items():
        kept = _referenced(kind, base)
        for key, note in of_kind.items():
            gone = None if key in kept else work.lost_notes.get((kind, key))
            consolidate(
                note, _sides(kind, key, copies, base, work), work.in_part(base.related(kind) or ""), gone=gone
            )
            if gone is not None:
                unmark_last(note, DEL)
    last: dict[str, Notes] = {}
    for copy in copies:
        for kind, of_copy in copy.notes.items():
            of_copy.share(_partners(kind, copy, work))
            _fill(copy, of_copy, work)
            if of_copy.brought:
                last[kind] = of_copy
    for of_copy in last.values():
        of_copy.in_order()


def _referenced(kind: str, base: EditedPackage) -> set[str]:
    """The notes that the words still refer to, after every deletion."""
    references = base.tree(base.main).iter(REFERENCES[kind])
    return {found.get(ID, "") for found in references if next(found.iterancestors(DEL), None) is None}


def _sides(
    kind: str, key: str, copies: Sequence[ReviewedCopy], base: EditedPackage, work: Work
) -> list[Copied]:
    """The notes of copies that continue a note of the base."""
    part = base.related(kind)
    sides: list[Copied] = []
    for voice, other in work.notes.get((kind, key), ()):
        copy = copies[voice.number]
        source, theirs = copy.side.related(kind), copy.noted(kind).old
        if other in theirs and source is not None and part is not None:
            sides.append((copy.voice(source, part), theirs[other]))
    return sides


def _partners(kind: str, copy: ReviewedCopy, work: Work) -> dict[str, str]:
    """Ids of a copy's notes → those of the base that they continue."""
    return {
        theirs: key
        for (of_kind, key), sides in work.notes.items()
        if of_kind == kind
        for voice, theirs in sides
        if voice.number == copy.number
    }


def _fill(copy: ReviewedCopy, notes: Notes, work: Work) -> None:
    """Write the notes that a copy brought, all of them inserted."""
    for key in notes.brought:
        assert notes.part is not None and notes.old_part is not None
        voice = copy.voice(notes.old_part, notes.part)
        work.marks.author = copy.author
        note = notes.room(key)
        for element in list(blocks(notes.old[key])):
            made = voice.story.adapt(element)
            note.append(made)
            inserted(made, voice.story.copied())
        unmark_last(note, INS)
