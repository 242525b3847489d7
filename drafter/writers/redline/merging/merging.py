"""Merging: paragraphs that continue each other written as one stream of words, splits and joins included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, islice

from ..names import DEL, INS, Element
from ..pairing.operations import operations
from ..pairing.phrases import Op
from ..reading.atoms import Atom
from ..reading.reader import atoms_of
from ..writing.lines import Lines
from ..writing.looks import with_former
from .asked import AskedHere, owners
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
    for edited, group in groupby(ops, key=lambda op: None in op):
        run = list(group)
        if edited:
            writing.edit(_edit(ops, at, at + len(run)))
        for old, new in run:
            if old is not None and new is not None:
                writing.kept(old, new)
        at += len(run)
    return writing.lines.out


@dataclass(frozen=True, slots=True)
class _Replacement:
    """What goes and comes between two kept atoms, before `following`; `p`: the new draft's paragraph."""

    lost: Sequence[Atom]
    gained: Sequence[Atom]
    following: Atom | None
    p: Element | None


def _edit(ops: Sequence[Op], start: int, end: int) -> _Replacement:
    lost = [old for old, _ in ops[start:end] if old is not None]
    gained = [new for _, new in ops[start:end] if new is not None]
    kept = ops[end][1] if end < len(ops) else None
    ahead = chain(gained, (new for _, new in islice(ops, end, None) if new is not None))
    p = next((atom.mark for atom in ahead if atom.mark is not None), None)
    return _Replacement(lost, gained, gained[0] if gained else kept, p)


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

    def edit(self, edit: _Replacement) -> None:
        apart = self.story.apart
        noise = apart.author(edit.lost, edit.gained, edit.p, self.before)
        asked = apart.asked.get(edit.p, []) if edit.p is not None and noise is None else []
        silent = noise is not None and apart.silent
        gone, come = owners(edit.lost, edit.gained, asked)
        for atom, owner in () if silent else zip(edit.lost, gone, strict=True):
            self._lose(atom, edit.following, self._author(owner) or noise)
        for atom, owner in zip(edit.gained, come, strict=True):
            self._gain(atom, None if silent else INS, self._author(owner) or noise)
        self.story.marks.spot = None
        self.before = _line(self.before[0], edit.lost), _line(self.before[1], edit.gained)

    def _author(self, owner: AskedHere | None) -> str | None:
        """The agency that asked for what is written next; what hangs on it is told by its place."""
        self.story.marks.spot = owner.spot if owner is not None else None
        return owner.comment.author if owner is not None else None

    def _lose(self, atom: Atom, following: Atom | None, author: str | None) -> None:
        self.lines.close(following.path if following is not None else (), atom.path)
        if atom.mark is None:
            self.lines.put(atom, DEL, author, old=True)
        else:
            self.story.ended(atom.mark, None, self.lines.end(atom.mark, DEL, author, old=True))

    def _gain(self, atom: Atom, mark: str | None, author: str | None) -> None:
        self._loose(atom)
        self.story.gained(atom)
        if atom.mark is None:
            self.lines.put(atom, mark, author)
        else:
            self.story.ended(None, atom.mark, self.lines.end(atom.mark, mark, author))

    def _loose(self, atom: Atom) -> None:
        for loose in atom.decor:
            self.lines.put(loose, None)


def _line(before: str, atoms: Sequence[Atom]) -> str:
    """The text of the paragraph so far, after these atoms."""
    return (before + "".join(atom.text for atom in atoms)).rpartition("\n")[2]
