"""Edits: what each reviewer's copy does to one container of the base draft, and where reviewers disagree.

A container is one stream of spots: the atoms of its paragraphs, marks included, and its tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model import Conflict, Proposal

from ..names import ENDNOTE_REF, FOOTNOTE_REF, Element
from ..reading.atoms import Atom
from ..reading.plain import shown

Gain = Atom | Element  # a word, picture or paragraph mark of the copy, or a whole table of it


@dataclass(slots=True)
class Spot:
    """One atom of the base draft, or a table of it (`atom` None); `block` is the paragraph or table."""

    block: Element
    atom: Atom | None


@dataclass(slots=True, eq=False)
class CopyEdit:
    """The spots from `start` up to `end` go, `gained` comes after them."""

    author: str
    number: int  # of the copy among those of its container
    start: int
    end: int
    gained: list[Gain] = field(default_factory=list)

    @property
    def key(self) -> tuple[int, int, str]:
        """Equal for edits that do the same."""
        return self.start, self.end, "\x1f".join(_key(gain) for gain in self.gained)

    @property
    def whole(self) -> bool:
        """Whether what comes ends with a paragraph or table of its own."""
        last = self.gained[-1] if self.gained else None
        return last is not None and (not isinstance(last, Atom) or last.mark is not None)


def _key(gain: Gain) -> str:
    if not isinstance(gain, Atom):
        return shown(gain)
    # Two notes are two, whatever their references look like.
    is_note = any(piece.end < 0 and piece.child.tag in (FOOTNOTE_REF, ENDNOTE_REF) for piece in gain.pieces)
    return f"{gain.key}{id(gain)}" if is_note else gain.key


def settled(edits: Sequence[CopyEdit], spots: Sequence[Spot]) -> tuple[list[CopyEdit], list[Disagreement]]:
    """The edits to write, each once, and what several reviewers want in the same place."""
    first: dict[tuple[int, int, str], CopyEdit] = {}
    kept: list[CopyEdit] = []
    found: list[Disagreement] = []
    for edit in edits:
        before = first.setdefault(edit.key, edit)
        if before.author == edit.author:  # also what one reviewer adds twice
            kept.append(edit)
        else:
            found.append(_disagreement([before, edit], spots, agreed=True))
    cluster: list[CopyEdit] = []
    end = -1
    for edit in sorted(kept, key=lambda edit: (edit.start, edit.end)):
        if cluster and _meets(edit, cluster, end):
            cluster.append(edit)
        else:
            found += _of_cluster(cluster, spots)
            cluster = [edit]
        end = max(end, edit.end) if len(cluster) > 1 else edit.end
    return kept, [*found, *_of_cluster(cluster, spots)]


def _meets(edit: CopyEdit, cluster: Sequence[CopyEdit], end: int) -> bool:
    """Whether an edit touches words that others of its cluster change, or comes at the very same place."""
    if edit.start < end:
        return True
    return any(other.start == other.end == edit.start == edit.end for other in cluster)


@dataclass(slots=True)
class Disagreement:
    """What reviewers want in one place; `agreed`: the same. `block` is where it stands."""

    block: Element | None
    conflict: Conflict
    agreed: bool


def _of_cluster(cluster: Sequence[CopyEdit], spots: Sequence[Spot]) -> list[Disagreement]:
    if len({edit.author for edit in cluster}) < 2:
        return []
    return [_disagreement(cluster, spots, agreed=False)]


def _disagreement(cluster: Sequence[CopyEdit], spots: Sequence[Spot], *, agreed: bool) -> Disagreement:
    start, end = min(edit.start for edit in cluster), max(edit.end for edit in cluster)
    place = min(start, len(spots) - 1)
    proposals = tuple(
        Proposal(author, _applied([edit for edit in cluster if edit.author == author], spots, start, end))
        for author in dict.fromkeys(edit.author for edit in cluster)
    )
    old = _applied([], spots, start, end)
    return Disagreement(spots[place].block if spots else None, Conflict(None, old, proposals), agreed)


def _applied(edits: Sequence[CopyEdit], spots: Sequence[Spot], start: int, end: int) -> str:
    """The text of the spots from `start` to `end` after `edits`."""
    gone = {place for edit in edits for place in range(edit.start, edit.end)}
    out: list[str] = []
    for place in range(start, end + 1):
        out += [_text(gain) for edit in edits if edit.end == place for gain in edit.gained]
        if place < end and place not in gone:
            spot = spots[place]
            out.append(_text(spot.atom if spot.atom is not None else spot.block))
    return "".join(out).strip()


def _text(gain: Gain) -> str:
    return gain.text if isinstance(gain, Atom) else shown(gain)
