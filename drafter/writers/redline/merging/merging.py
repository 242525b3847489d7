"""Merging: paragraphs that continue each other written as one stream of words, splits and joins included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..names import DEL, INS, Element
from ..pairing.operations import Op, operations
from ..reading.atoms import Atom
from ..reading.reader import atoms_of
from ..writing.lines import Lines
from ..writing.looks import with_former
from .story import StoryPair


def merge(old: Sequence[Element], new: Sequence[Element], story: StoryPair) -> list[Element]:
    """The paragraphs that lead from `old` to `new`; either may be empty."""
    return write(operations_of(old, new, story), story)


def operations_of(old: Sequence[Element], new: Sequence[Element], story: StoryPair) -> list[Op]:
    """What happens to the atoms of these paragraphs, in order."""
    before = [atom for p in old for atom in atoms_of(p, story.old_shape)]
    after = [atom for p in new for atom in atoms_of(p, story.new_shape)]
    return operations(before, after)


def write(ops: Sequence[Op], story: StoryPair) -> list[Element]:
    """The operations as marked paragraphs."""
    writing = _Writing(Lines(story.marks, story.adapt), story)
    at = 0
    while at < len(ops):
        old, new = ops[at]
        if old is not None and new is not None:
            writing.kept(old, new)
            at += 1
            continue
        lost: list[Atom] = []
        gained: list[Atom] = []
        while at < len(ops) and (ops[at][0] is None or ops[at][1] is None):
            lost += [atom for atom in ops[at][:1] if atom is not None]
            gained += [atom for atom in ops[at][1:] if atom is not None]
            at += 1
        following = gained[0] if gained else ops[at][1] if at < len(ops) else None
        writing.edit(lost, gained, following, _paragraph(ops, at, gained))
    return writing.lines.out


def _paragraph(ops: Sequence[Op], at: int, gained: Sequence[Atom]) -> Element | None:
    """The paragraph of the new draft that an edit before `at` stands in."""
    ahead = (new for new in (*gained, *(new for _, new in ops[at:])) if new is not None)
    return next((atom.mark for atom in ahead if atom.mark is not None), None)


@dataclass(slots=True)
class _Writing:
    """Writes kept atoms and edits one after the other, and knows what stands before."""

    lines: Lines
    story: StoryPair
    before: tuple[str, str] = ("", "")  # both texts of the paragraph so far

    def kept(self, old: Atom, new: Atom) -> None:
        self._loose(new)
        self.story.kept(old, new)
        if new.mark is not None:
            written = self.lines.end(new.mark, None)
            self.story.ended(old.mark, new.mark, written)
            self.before = ("", "")
            return
        if self.story.formatting:
            new = replace(new, pieces=with_former(old, new))
        self.lines.put(new, None)
        self.before = self.before[0] + old.text, self.before[1] + new.text

    def edit(
        self, lost: Sequence[Atom], gained: Sequence[Atom], following: Atom | None, p: Element | None
    ) -> None:
        apart = self.story.apart
        author = apart.author(lost, gained, p, self.before)
        silent = author is not None and apart.silent
        if author is None and p is not None and p in apart.agencies:
            author, self.story.marks.spot = apart.agencies[p]
        for atom in () if silent else lost:
            self.lines.close(following.path if following is not None else (), atom.path)
            if atom.mark is None:
                self.lines.put(atom, DEL, author, old=True)
            else:
                self.story.ended(atom.mark, None, self.lines.end(atom.mark, DEL, author, old=True))
        for atom in gained:
            self._loose(atom)
            self.story.gained(atom)
            if atom.mark is None:
                self.lines.put(atom, None if silent else INS, author)
            else:
                self.story.ended(None, atom.mark, self.lines.end(atom.mark, INS, author))
        self.story.marks.spot = None
        self.before = (
            (self.before[0] + "".join(atom.text for atom in lost)).rpartition("\n")[2],
            (self.before[1] + "".join(atom.text for atom in gained)).rpartition("\n")[2],
        )

    def _loose(self, atom: Atom) -> None:
        for loose in atom.decor:
            self.lines.put(loose, None)
