"""What a redline is led by: which paragraph continues which, what moved, what is only numbering."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MovedBlock:
    """A clause with all its children that stands elsewhere: `Paragraph.index` of both, in order."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MarginComment:
    """A comment that changes are for: who said what (`date` ISO or None), in which paragraphs of new.

    Of what changed there only what it asked for is its own: words of `gone` deleted, words of `come`
    inserted, with `freely` also what came in words like its own, with `recast` paragraphs parted or joined.
    """

    author: str
    text: str
    date: str | None
    paragraphs: tuple[int, ...]
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    freely: bool = False
    recast: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`pairs`: body paragraphs (old, new) that continue each other, rising on both sides.

    What it does not name is paired by its words. `moves` are written as moves. `renumbered` holds
    (paragraph of new, old marker, new marker) of typed numbers; `references` the same of
    cross-references that only follow the numbering: `(12, "Điều 5", "Điều 6")`. `plain`: ids of new
    clauses that moved but hold a table, which are written as deleted and inserted. `comments` are the
    comments that changes were made for: their agencies become the authors there.
    """

    pairs: tuple[tuple[int, int], ...] = ()
    moves: tuple[MovedBlock, ...] = ()
    renumbered: tuple[tuple[int, str, str], ...] = ()
    references: tuple[tuple[int, str, str], ...] = ()
    plain: tuple[str, ...] = ()
    comments: tuple[MarginComment, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one reviewer wants to stand at a place; empty where the words are to go."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Several reviewers at one place of the base draft. `paragraph`: its index, None in notes and boxes."""

    paragraph: int | None
    old: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many places a reviewer's copy adds words to and takes words from, and its margin comments."""

    author: str
    insertions: int
    deletions: int
    comments: int


@dataclass(frozen=True, slots=True)
class Consolidated:
    """Several copies as one redline: its bytes, what each copy does, where they differ, where they agree."""

    data: bytes
    shares: tuple[Share, ...]
    conflicts: tuple[Conflict, ...]
    agreed: tuple[Conflict, ...]
