"""Atoms: what a paragraph is compared by. Words and numbers whole; pictures, breaks, notes one each."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..names import Element

Path = tuple[Element, ...]


@dataclass(slots=True)
class RunPiece:
    """A child of a run, or a stretch of a `w:t`; `run` is None for what stands beside runs."""

    run: Element | None
    child: Element
    start: int = 0
    end: int = -1  # -1: the whole child
    former: Element | None = None  # the run it stood in before, where its look is compared
    loose: bool = False  # prints nothing: a bookmark, the anchor of a comment


@dataclass(slots=True)
class Atom:
    """`key` decides equality; `text` counts as characters. `mark`: the end of a paragraph."""

    key: str
    text: str
    pieces: list[RunPiece]
    path: Path = ()
    mark: Element | None = None  # the w:p that ends here
    decor: list[Atom] = field(default_factory=list)  # bookmarks and the like that stand before it
    opens: Element | None = None  # the w:fldChar that begins the field this atom opens or ends


def loose_of(atom: Atom) -> list[Atom]:
    """What prints nothing, before an atom and inside it."""
    return [*atom.decor, *(Atom("", "", [piece], atom.path) for piece in atom.pieces if piece.loose)]
