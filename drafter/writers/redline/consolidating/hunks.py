"""Hunks: what each reviewer's copy does to one container of the base draft, and where reviewers disagree.

A container is one stream of spots: the atoms of its paragraphs, marks included, and its tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model import Conflict, Proposal

from ..names import ENDNOTE_REF, FOOTNOTE_REF, Element, P
from ..reading.atoms import Atom, plain_text

Gain = Atom | Element  # a word, picture or paragraph mark of the copy, or a whole table of it


@dataclass(slots=True)
class Spot:
    """One atom of the base draft, or a table of it (`atom` None); `block` is the paragraph or table."""

    block: Element
    atom: Atom | None


@dataclass(slots=True, eq=False)
class Hunk:
    """The spots from `start` up to `end` go, `gained` comes after them."""

    author: str
    number: int  # of the copy among those of its container
    start: int
    end: int
    gained: list[Gain] = field(default_factory=list)

    @property
    def key(self) -> tuple[int, int, str]:
        """Equal for hunks that do the same."""
        return self.start, self.end, "\x1f".join(_key(one) for one in self.gained)

    @property
    def whole(self) -> bool:
        """Whether what comes ends with a paragraph or table of its own."""
        last = self.gained[-1] if self.gained else None
        return last is not None and (not isinstance(last, Atom) or last.mark is not None)


def _key(one: Gain) -> str:
    if not isinstance(one, Atom):
        return shown(one)
    # Two notes are two, whatever their references look like.
    is_note = any(piece.end < 0 and piece.child.tag in (FOOTNOTE_REF, ENDNOTE_REF) for piece in one.pieces)
    return f"{one.key}{id(one)}" if is_note else one.key


def shown(element: Element) -> str:
    """The words of a block, paragraphs apart."""
    return "\n".join(plain_text(p)[0] for p in element.iter(P))


def settled(hunks: Sequence[Hunk], spots: Sequence[Spot]) -> tuple[list[Hunk], list[Disagreement]]:
    """The hunks to write, each once, and what several reviewers want in the same place."""
    first: dict[tuple[int, int, str], Hunk] = {}
    kept: list[Hunk] = []
    found: list[Disagreement] = []
    for hunk in hunks:
        before = first.setdefault(hunk.key, hunk)
        if before.author == hunk.author:  # also what one reviewer adds twice
            kept.append(hunk)
        else:
            found.append(_disagreement([before, hunk], spots, agreed=True))
    cluster: list[Hunk] = []
    end = -1
    for hunk in sorted(kept, key=lambda one: (one.start, one.end)):
        if cluster and _meets(hunk, cluster, end):
            cluster.append(hunk)
        else:
            found += _of_cluster(cluster, spots)
            cluster = [hunk]
        end = max(end, hunk.end) if len(cluster) > 1 else hunk.end
    return kept, [*found, *_of_cluster(cluster, spots)]


def _meets(hunk: Hunk, cluster: Sequence[Hunk], end: int) -> bool:
    """Whether a hunk touches words that others of its cluster change, or comes at the very same place."""
    if hunk.start < end:
        return True
    return any(one.start == one.end == hunk.start == hunk.end for one in cluster)


@dataclass(slots=True)
class Disagreement:
    """What reviewers want in one place; `agreed`: the same. `block` is where it stands."""

    block: Element | None
    conflict: Conflict
    agreed: bool


def _of_cluster(cluster: Sequence[Hunk], spots: Sequence[Spot]) -> list[Disagreement]:
    if len({hunk.author for hunk in cluster}) < 2:
        return []
    return [_disagreement(cluster, spots, agreed=False)]


def _disagreement(cluster: Sequence[Hunk], spots: Sequence[Spot], *, agreed: bool) -> Disagreement:
    start, end = min(hunk.start for hunk in cluster), max(hunk.end for hunk in cluster)
    place = min(start, len(spots) - 1)
    proposals = tuple(
        Proposal(author, _applied([hunk for hunk in cluster if hunk.author == author], spots, start, end))
        for author in dict.fromkeys(hunk.author for hunk in cluster)
    )
    old = _applied([], spots, start, end)
    return Disagreement(spots[place].block if spots else None, Conflict(None, old, proposals), agreed)


def _applied(hunks: Sequence[Hunk], spots: Sequence[Spot], start: int, end: int) -> str:
    """The text of the spots from `start` to `end` after `hunks`."""
    gone = {place for hunk in hunks for place in range(hunk.start, hunk.end)}
    out: list[str] = []
    for place in range(start, end + 1):
        out += [_text(one) for hunk in hunks if hunk.end == place for one in hunk.gained]
        if place < end and place not in gone:
            spot = spots[place]
            out.append(_text(spot.atom if spot.atom is not None else spot.block))
    return "".join(out).strip()


def _text(one: Gain) -> str:
    return one.text if isinstance(one, Atom) else shown(one)
