"""A story: one part of each package while it is compared, and what its atoms stand for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace

from drafter.language.words import WordCodes

from ..names import ENDNOTE_REF, FOOTNOTE_REF, ID, PPR, R_PREFIX, SECTPR, Element, choice_of, note_kind
from ..reading.atoms import Atom
from ..reading.shapes import boxes
from ..writing.looks import note_paragraph
from ..writing.marks import RevisionMarks
from .apart import Apart

_PICTURES = frozenset(("blip", "imagedata", "relIds", "chart", "OLEObject"))


@dataclass(slots=True)
class Unsettled:
    """What comparing came upon: notes and sections to settle afterwards."""

    notes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, old id, new id
    new_notes: list[tuple[str, str]] = field(default_factory=list)
    sections: list[tuple[Element, Element]] = field(default_factory=list)  # old w:sectPr, the one written
    lost_sections: list[Element] = field(default_factory=list)  # as written


@dataclass(slots=True)
class StoryPair:
    """One part of both packages. `adapt` copies an element of the old one for the new one."""

    marks: RevisionMarks
    words: WordCodes
    found: Unsettled
    adapt: Callable[[Element], Element]
    old_bytes: Callable[[str], bytes]
    new_bytes: Callable[[str], bytes]
    merge_within: Callable[[Element, Element, StoryPair], None]
    apart: Apart = field(default_factory=Apart)
    formatting: bool = False

    def copied(self) -> StoryPair:
        """The same where the old element has been brought over already."""
        return replace(self, adapt=deepcopy, old_bytes=self.new_bytes)

    def old_shape(self, element: Element) -> str:
        return shape_key(element, self.old_bytes)

    def new_shape(self, element: Element) -> str:
        return shape_key(element, self.new_bytes)

    def kept(self, old: Atom, new: Atom) -> None:
        """An atom that both have: its note or text boxes are compared in their turn."""
        for theirs, ours in zip(old.pieces, new.pieces, strict=False):
            if ours.end >= 0:
                continue
            if ours.child.tag in (FOOTNOTE_REF, ENDNOTE_REF):
                pair = theirs.child.get(ID, ""), ours.child.get(ID, "")
                self.found.notes.append((note_kind(ours.child), *pair))
            else:
                for before, after in zip(boxes(theirs.child), boxes(ours.child), strict=False):
                    self.merge_within(before, after, self)

    def gained(self, atom: Atom) -> None:
        for piece in atom.pieces:
            if piece.end < 0 and piece.child.tag in (FOOTNOTE_REF, ENDNOTE_REF):
                self.found.new_notes.append((note_kind(piece.child), piece.child.get(ID, "")))

    def ended(self, old: Element | None, new: Element | None, written: Element) -> None:
        if old is not None and new is not None and self.formatting:
            note_paragraph(written, old, self.marks, self.adapt)
        section = written.find(f"{PPR}/{SECTPR}")
        if section is None:
            return
        if new is None:
            self.found.lost_sections.append(section)
        elif old is not None and (before := old.find(f"{PPR}/{SECTPR}")) is not None:
            self.found.sections.append((before, section))


def shape_key(element: Element, data: Callable[[str], bytes]) -> str:
    """What makes two shapes the same: their pictures and how many text boxes they have, not their place."""
    chosen = choice_of(element)
    pictures = []
    for inner in chosen.iter():
        if isinstance(inner.tag, str) and inner.tag.rpartition("}")[2] in _PICTURES:
            keys = [value for key, value in inner.attrib.items() if str(key).startswith(R_PREFIX)]
            pictures.append(hashlib.sha256(b"\0".join(data(str(key)) for key in keys)).hexdigest()[:16])
    return f"{len(boxes(element))} {' '.join(pictures)}"
