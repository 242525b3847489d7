"""Consolidated: several reviewers' copies of one draft as one redline, each agency the author of its edits.

It is the base draft's package: reject all gives the base, to the letter. Where several want the same
words changed otherwise, all of it stands side by side and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.model import Conflict, Consolidated, Plan, Share
from drafter.opc import Package
from drafter.record import of_redline, recorded

from ..bringing.parts import Bringing, EditedPackage, body_of, highest_id
from ..bringing.prefixes import with_prefixes
from ..finishing.finish import finished
from ..merging.apart import Apart
from ..merging.blocks import merge_blocks
from ..merging.notes import REFERENCES, Notes, notes_of, unmark_last
from ..merging.sections import Sections
from ..merging.story import StoryPair, Unsettled, shape_key
from ..merging.whole import inserted
from ..names import DEL, ID, INS, SECTPR, Element, P
from ..pairing.grouping import blocks
from ..reading.accepted import accept, accepted_paragraphs
from ..writing.marks import RevisionMarks
from .container import consolidate
from .edits import Disagreement
from .margin import Margin
from .voices import Anchors, Copied, Voice, Work

_KINDS = ("footnotes", "endnotes")


def consolidated(
    base: Package, copies: Sequence[tuple[Package, str, Plan]], *, date: str | None = None
) -> Consolidated:
    """The copies (package, agency, plan from the copy to the base) consolidated on `base`.

    Equal inputs give equal bytes; earlier revisions of every file count as accepted. Of a copy its
    words, tables, notes, headers and margin comments are taken, not its formatting. Raises a
    DrafterError where a file cannot be used.
    """
    return _Consolidating(base, copies, date).result()


class _Copy:
    """One copy against the base."""

    def __init__(self, number: int, package: Package, author: str, base: EditedPackage, work: Work) -> None:
        self.number, self.author = number, author
        self.side = EditedPackage(package)
        self.bringing = Bringing(self.side, base)
        self.margin = Margin(self.bringing, base.main)
        self.work = work
        self.notes: dict[str, Notes] = {}
        self.bringing.note = self._note
        for kind in _KINDS:
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


class _Consolidating:
    def __init__(self, base: Package, copies: Sequence[tuple[Package, str, Plan]], date: str | None) -> None:
        self.base = EditedPackage(base)
        self.marks = RevisionMarks("", date, 0)
        self.work = Work(self.marks, _shapes(self.base, self.base.main))
        self.copies = [
            _Copy(number, package, author, self.base, self.work)
            for number, (package, author, _) in enumerate(copies)
        ]
        self.plans = [plan for _, _, plan in copies]

    def result(self) -> Consolidated:
        root = self.base.tree(self.base.main)
        for copy in self.copies:
            root = with_prefixes(root, copy.side.tree(copy.side.main))
        self.base.trees[self.base.main] = root
        body = body_of(root, self.base)
        notes = self._base_notes()
        places = accepted_paragraphs(body)
        self.marks.next_id = highest_id(root)
        sides: list[Copied] = []
        anchors: list[Anchors] = []
        headers: dict[str, list[tuple[_Copy, str]]] = {}
        for copy, plan in zip(self.copies, self.plans, strict=True):
            theirs = body_of(copy.side.tree(copy.side.main), copy.side)
            self._pair_headers(copy, body, theirs, headers)
            indexed = accepted_paragraphs(theirs)
            anchors.append([(indexed[i], places[k]) for i, k in plan.pairs if i in indexed and k in places])
            sides.append((copy.voice(copy.side.main, self.base.main), theirs))
        consolidate(body, sides, self._in(self.base.main), anchors=anchors)
        self._headers(headers)
        self._notes(notes)
        return self._told({p: index for index, p in reversed(places.items())})

    def _in(self, part: str) -> Work:
        return replace(self.work, shape=_shapes(self.base, part))

    # --- notes ---------------------------------------------------------------------------

    def _base_notes(self) -> dict[str, dict[str, Element]]:
        """The base's notes as they are before any copy brings its own."""
        for part in (self.base.related(kind) for kind in _KINDS):
            if part is not None:
                accept(self.base.tree(part))
        return {kind: notes_of(self.base, kind) for kind in _KINDS}

    def _notes(self, base: dict[str, dict[str, Element]]) -> None:
        for kind, notes in base.items():
            part = self.base.related(kind)
            kept = self._referenced(kind)
            for key, note in notes.items():
                sides: list[Copied] = []
                for voice, other in self.work.notes.get((kind, key), ()):
                    copy = self.copies[voice.number]
                    source, theirs = copy.side.related(kind), copy.noted(kind).old
                    if other in theirs and source is not None and part is not None:
                        sides.append((copy.voice(source, part), theirs[other]))
                gone = None if key in kept else self.work.lost_notes.get((kind, key))
                consolidate(note, sides, self._in(part or ""), gone=gone)
                if gone is not None:
                    unmark_last(note, DEL)
        last: dict[str, Notes] = {}
        for copy in self.copies:
            for kind, brought in copy.notes.items():
                pairs = self.work.notes.items()
                brought.share(
                    {
                        k: key
                        for (of, key), ones in pairs
                        if of == kind
                        for voice, k in ones
                        if voice.number == copy.number
                    }
                )
                self._fill(copy, brought)
                if brought.brought:
                    last[kind] = brought
        for of_kind in last.values():
            of_kind.in_order()

    def _referenced(self, kind: str) -> set[str]:
        """The notes that the words still refer to, after every deletion."""
        tag = REFERENCES[kind]
        root = self.base.tree(self.base.main)
        return {one.get(ID, "") for one in root.iter(tag) if next(one.iterancestors(DEL), None) is None}

    def _fill(self, copy: _Copy, notes: Notes) -> None:
        for key in notes.brought:
            part, source = notes.part, notes.old_part
            assert part is not None and source is not None
            voice = copy.voice(source, part)
            self.marks.author = copy.author
            note = notes.room(key)
            for element in list(blocks(notes.old[key])):
                made = voice.story.adapt(element)
                note.append(made)
                inserted(made, voice.story.copied())
            unmark_last(note, INS)

    # --- headers and footers -------------------------------------------------------------

    def _pair_headers(
        self, copy: _Copy, body: Element, theirs: Element, headers: dict[str, list[tuple[_Copy, str]]]
    ) -> None:
        """By the sections that show them, where there are as many; else those of the last section."""
        ours, others = list(body.iter(SECTPR)), list(theirs.iter(SECTPR))
        if len(ours) != len(others):
            ours, others = ours[-1:], others[-1:]
        pairing = Sections(copy.bringing)
        for other, own in zip(others, ours, strict=False):
            pairing.pair(other, own)
        for old_part, new_part in pairing.partner.items():
            headers.setdefault(new_part, []).append((copy, old_part))

    def _headers(self, headers: dict[str, list[tuple[_Copy, str]]]) -> None:
        for part, pairs in headers.items():
            accept(self.base.tree(part))
            sides: list[Copied] = []
            for copy, old_part in pairs:
                accept(copy.side.tree(old_part))
                sides.append((copy.voice(old_part, part), copy.side.tree(old_part)))
            consolidate(self.base.tree(part), sides, self._in(part))

    # --- the result ----------------------------------------------------------------------

    def _told(self, paragraphs: dict[Element, int]) -> Consolidated:
        shares = tuple(self._share(copy) for copy in self.copies)
        found = [(_placed(one, paragraphs), one.agreed) for one in self.work.found]
        found.sort(key=lambda one: (one[0].paragraph is None, one[0].paragraph or 0))
        record = of_redline([self.base.package, *(copy.side.package for copy in self.copies)])
        return Consolidated(
            recorded(finished(self.base), record, owner=self.base.main),
            shares,
            conflicts=tuple(conflict for conflict, agreed in found if not agreed),
            agreed=tuple(conflict for conflict, agreed in found if agreed),
        )

    def _share(self, copy: _Copy) -> Share:
        ours = [edit for edit in self.work.edits if edit.author == copy.author]
        return Share(
            copy.author,
            insertions=sum(bool(edit.gained) for edit in ours),
            deletions=sum(edit.end > edit.start for edit in ours),
            comments=len(copy.margin.brought),
        )


def _placed(one: Disagreement, paragraphs: dict[Element, int]) -> Conflict:
    at = None if one.block is None else paragraphs.get(next(one.block.iter(P), one.block))
    return replace(one.conflict, paragraph=at)


def _shapes(side: EditedPackage, part: str) -> Callable[[Element], str]:
    data = side.pointed(part)
    return lambda element: shape_key(element, data)
