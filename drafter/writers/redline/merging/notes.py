"""Notes: footnotes and endnotes compared through their references, lost ones brought along."""

from __future__ import annotations

from copy import deepcopy

from drafter.language.numerals import whole

from ..bringing.bringing import Bringing
from ..bringing.packages import EditedPackage
from ..names import DEL, ENDNOTE_REF, FOOTNOTE_REF, ID, INS, PPR, RPR, TYPE, Element, P, w
from ..pairing.grouping import blocks
from ..pairing.pairing import common
from ..reading.plain import shown
from .blocks import merge_blocks
from .story import StoryPair
from .whole import deleted, inserted

_TAGS = {"footnotes": w("footnote"), "endnotes": w("endnote")}
REFERENCES = {"footnotes": FOOTNOTE_REF, "endnotes": ENDNOTE_REF}
_USUAL = (None, "normal")


def notes_of(side: EditedPackage, kind: str) -> dict[str, Element]:
    """The notes of a package by id; separators and the like are none."""
    part = side.related(kind)
    if part is None:
        return {}
    return {n.get(ID, ""): n for n in side.tree(part).iter(_TAGS[kind]) if n.get(TYPE) in _USUAL}


class Notes:
    """The notes of one kind of both packages."""

    def __init__(self, kind: str, bringing: Bringing) -> None:
        self.kind, self.tag, self.bringing = kind, _TAGS[kind], bringing
        self.old_part, self.part = bringing.old.related(kind), bringing.new.related(kind)
        self.old, self.new = notes_of(bringing.old, kind), notes_of(bringing.new, kind)
        self.done_old: set[str] = set()
        self.done_new: set[str] = set()
        self.brought: dict[str, str] = {}

    def bring(self, key: str) -> str:
        """Make room for an old note in the new package; its id there. Its words follow in `settle`."""
        if key in self.brought or key not in self.old:
            return self.brought.get(key, key)
        root = self.root()
        numbers = [
            number for n in root.iter(self.tag) if (number := whole(n.get(ID, "").lstrip("-"))) is not None
        ]
        fresh = str(max([0, *numbers]) + 1)
        made = deepcopy(self.old[key])
        for child in list(made):
            made.remove(child)
        made.set(ID, fresh)
        root.append(made)
        self.brought[key] = fresh
        return fresh

    def root(self) -> Element:
        """The new package's notes; made after the old ones, without their words, where it has none."""
        if self.part is None:
            self.part = self.bringing.whole(self.kind)
            assert self.part is not None
            root = self.bringing.new.tree(self.part)
            for note in list(root.iter(self.tag)):
                if note.get(TYPE) in _USUAL and (above := note.getparent()) is not None:
                    above.remove(note)  # a damaged file may have it anywhere
        return self.bringing.new.tree(self.part)

    def settle(self, pairs: list[tuple[str, str]], gained: list[str], story: StoryPair) -> None:
        """Compare the notes that references paired, then mark those of one side only."""
        partner: dict[str, str] = {}
        for old, new in pairs:
            if old in self.old and new in self.new and old not in self.done_old and new not in self.done_new:
                self._pair(old, new, story)
                partner[old] = new
        self.share(partner)
        for key in [*self.brought]:
            self._fill(key, story)
        for key in gained:
            self._gain(key, story)
        self._leftover(story)

    def in_order(self) -> None:
        """Where notes were brought, number all by their references: LibreOffice goes by rising ids."""
        if not self.brought:
            return
        document, root = self.bringing.new.tree(self.bringing.new.main), self.root()
        references = list(document.iter(REFERENCES[self.kind]))
        order = {reference.get(ID, ""): -place for place, reference in enumerate(reversed(references))}
        notes = [note for note in root.iter(self.tag) if note.get(TYPE) in _USUAL]
        others = [note.get(ID, "0") for note in root.iter(self.tag) if note.get(TYPE) not in _USUAL]
        fresh = max([0, *(number for key in others if (number := whole(key.lstrip("-"))) is not None)])
        numbers: dict[str, str] = {}
        for note in sorted(notes, key=lambda note: order.get(note.get(ID, ""), 1)):
            fresh += 1
            numbers[note.get(ID, "")] = str(fresh)
            note.set(ID, str(fresh))
            root.append(note)
        for reference in references:
            reference.set(ID, numbers.get(reference.get(ID, ""), reference.get(ID, "")))
        self.brought = {key: numbers[there] for key, there in self.brought.items()}

    def forget_brought(self) -> None:
        """Take out the notes that only deleted words refer to."""
        for key in self.brought:
            self.root().remove(self.room(key))
        self.brought.clear()

    def _pair(self, old: str, new: str, story: StoryPair) -> None:
        self.done_old.add(old)
        self.done_new.add(new)
        merge_blocks(self.old[old], self.new[new], story)

    def share(self, partner: dict[str, str]) -> None:
        """An old note that two references share, one of them kept: the deleted one shows its partner."""
        for key in [key for key in self.brought if key in partner]:
            self.root().remove(self.room(key))
            fresh = self.brought.pop(key)
            document = self.bringing.new.tree(self.bringing.new.main)
            for reference in document.iter(REFERENCES[self.kind]):
                if reference.get(ID) == fresh:
                    reference.set(ID, partner[key])

    def _fill(self, key: str, story: StoryPair) -> None:
        self.done_old.add(key)
        note = self.room(key)
        for element in list(blocks(self.old[key])):
            note.extend(deleted(element, story))
        unmark_last(note, DEL)

    def room(self, key: str) -> Element:
        """The new package's note for an old one that was brought."""
        return next(n for n in self.root().iter(self.tag) if n.get(ID) == self.brought[key])

    def _gain(self, key: str, story: StoryPair) -> None:
        if key in self.new and key not in self.done_new:
            self.done_new.add(key)
            for element in list(blocks(self.new[key])):
                inserted(element, story)
            unmark_last(self.new[key], INS)

    def _leftover(self, story: StoryPair) -> None:
        """Notes that nothing refers to, or that were not met: equal ones pair, the others came or went."""
        olds = [key for key in self.old if key not in self.done_old]
        news = [key for key in self.new if key not in self.done_new]
        for i, k in common([shown(self.old[key]) for key in olds], [shown(self.new[key]) for key in news]):
            self._pair(olds[i], news[k], story)
        for key in olds:
            if key not in self.done_old:
                self.bring(key)
                self._fill(key, story)
        for key in news:
            self._gain(key, story)


def unmark_last(container: Element, mark: str) -> None:
    """A story keeps its last paragraph mark: it cannot be inserted or deleted."""
    last = container[-1] if len(container) else None
    if last is None or last.tag != P:
        return
    run = last.find(f"{PPR}/{RPR}")
    found = run.find(mark) if run is not None else None
    if run is not None and found is not None:
        run.remove(found)
