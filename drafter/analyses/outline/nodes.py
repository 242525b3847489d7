"""Nodes: clauses in the making, before they have ids."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.language.markers import RANK, Family, Marker
from drafter.model import Note, Numbered

from .lines import DraftLine, joined
from .tables import DraftRow

_PART_RANK = 55  # of an unnumbered part: below articles, above numbers


@dataclass(slots=True, eq=False)
class Node:
    """A clause in the making. `marker` is null for text and rows; `part` marks an unnumbered heading."""

    parent: Node | None
    lines: list[DraftLine] = field(default_factory=list)
    marker: Marker | None = None
    part: bool = False
    row: DraftRow | None = None
    columns: tuple[str, ...] = ()
    table: int = 0  # place of the row's table under the parent, from 1
    number: int = 0  # place of the row in its table, from 1
    children: list[Node] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: int = 0
    orphan: bool = False  # 2.1 where no 2 is open

    @property
    def rank(self) -> int:
        if self.marker is None:
            return _PART_RANK
        return rank_of(self.marker)

    @property
    def text(self) -> str:
        return self.row.text if self.row else joined(self.lines)

    @property
    def numbering(self) -> Numbered:
        if self.row:
            return self.row.numbering
        if self.marker is None:
            return Numbered.NONE
        return Numbered.AUTO if self.lines[0].automatic else Numbered.TYPED

    @property
    def introduces(self) -> bool:
        """Ends in a colon: what follows belongs to it."""
        return bool(self.lines) and self.lines[-1].text.endswith(":")


def is_annex(node: Node) -> bool:
    return node.marker is not None and node.marker.family is Family.ANNEX


def rank_of(marker: Marker) -> int:
    """The usual depth of a marker; 1.2 one deeper than 1."""
    return RANK[marker.family] + max(len(marker.parts) - 1, 0)


@dataclass(slots=True)
class Growth:
    """All nodes in document order, and the text that belongs to no clause."""

    nodes: list[Node] = field(default_factory=list)
    front: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
