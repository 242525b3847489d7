"""The edits that a change is made of: stretches of words, then what happened to the clause as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from drafter.language.noise import tags
from drafter.model import Change, ChangeKind, ThreeKind

from .places import Drafting, Group

_AROUND = 6  # kept words shown on each side
_ISLAND = 3  # an edit of so many times the words that were kept within it is one edit


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words start..end of the old clauses of a change that became words first..last of the new ones."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MadeEdit:
    """An edit of one kind; `hunk` where it is one of words."""

    kind: ThreeKind
    change: Change
    hunk: Hunk | None = None


def edits_of(change: Change, side: Drafting) -> Iterator[MadeEdit]:
    """Everything that a change does but renumbering and noise."""
    if not change.old:
        yield MadeEdit(ThreeKind.INSERTED, change)
        return
    if not change.new:
        yield MadeEdit(ThreeKind.DELETED, change)
        return
    if change.kind is ChangeKind.SPLIT:
        yield MadeEdit(ThreeKind.SPLIT, change)
    if change.kind is ChangeKind.MERGED:
        yield MadeEdit(ThreeKind.MERGED, change)
    if change.moved or change.reordered:
        yield MadeEdit(ThreeKind.MOVED, change)
    if change.kind is not ChangeKind.UNCHANGED and not change.noise_only:
        group = side.group(change)
        for hunk in hunks(group.old.keys, group.new.keys):
            if not _is_noise(hunk, group):
                yield MadeEdit(ThreeKind.WORDS, change, hunk)


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The stretches that differ; those with but a word or two between them are one."""
    found: list[Hunk] = []
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            continue
        hunk = Hunk(op.src_start, op.src_end, op.dest_start, op.dest_end)
        if found and _meet(found[-1], hunk, old):
            before = found.pop()
            hunk = Hunk(before.start, hunk.end, before.first, hunk.last)
        found.append(hunk)
    return found


def _meet(one: Hunk, other: Hunk, old: Sequence[str]) -> bool:
    """Whether what is kept between two stretches is too little to keep them apart; a figure is not."""
    between = old[one.end : other.start]
    if any(any(map(str.isdigit, key)) for key in between):
        return False
    return len(between) * _ISLAND <= min(_size(one), _size(other))


def _size(hunk: Hunk) -> int:
    return max(hunk.end - hunk.start, hunk.last - hunk.first)


def _is_noise(hunk: Hunk, group: Group) -> bool:
    """Whether an edit only spells its words otherwise: "tỉ lệ", "tỷ lệ"."""
    gone = group.old.part(hunk.start, hunk.end)
    came = group.new.part(hunk.first, hunk.last)
    return bool(gone and came) and tags(gone, came) is not None


def around(hunk: Hunk, group: Group) -> tuple[str, str]:
    """The kept words before and after a hunk, as the old draft prints them."""
    old = group.old
    return (
        old.part(hunk.start - _AROUND, hunk.start),
        old.part(hunk.end, hunk.end + _AROUND),
    )
