"""Looks: what formatting was before, so that rejecting gives it back (`w:rPrChange`, `w:pPrChange`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

from ..names import PPR, PPR_CHANGE, RPR, RPR_CHANGE, SECTPR, Element
from ..reading.atoms import Atom, RunPiece
from .marks import RevisionMarks, properties_of

Adapt = Callable[[Element], Element]


def with_former(old: Atom, new: Atom) -> list[RunPiece]:
    """The pieces of `new`, cut where the runs of `old` change, each with its former run."""
    if any(piece.end < 0 and not piece.loose for piece in new.pieces):
        return [
            RunPiece(two.run, two.child, two.start, two.end, one.run)
            for one, two in zip(old.pieces, new.pieces, strict=False)
        ] if len(old.pieces) == len(new.pieces) else list(new.pieces)  # fmt: skip
    former = list(_runs(old))
    out: list[RunPiece] = []
    at = 0
    for piece in new.pieces:
        if piece.loose:
            out.append(piece)
        start = piece.start
        while start < piece.end:
            run = former[min(at, len(former) - 1)] if former else None
            end = start
            while end < piece.end and (former[min(at, len(former) - 1)] if former else None) is run:
                end, at = end + 1, at + 1
            out.append(RunPiece(piece.run, piece.child, start, end, run))
            start = end
    return out


def _runs(atom: Atom) -> Iterator[Element | None]:
    for piece in atom.pieces:
        for _ in range(max(piece.end - piece.start, 0)):
            yield piece.run


def note_run(run: Element, former: Element, marks: RevisionMarks, adapt: Adapt) -> None:
    """Say in a written run what its properties were, where they differ."""
    now, then = run.find(RPR), former.find(RPR)
    if _facts(now) == _facts(then):
        return
    if now is None:
        now = etree.Element(RPR)
        run.insert(0, now)
    change = marks.make(RPR_CHANGE)
    change.append(adapt(then) if then is not None else etree.Element(RPR))
    now.append(change)


def note_paragraph(p: Element, former: Element, marks: RevisionMarks, adapt: Adapt) -> None:
    """Say in a written paragraph what its properties were, where they differ."""
    now, then = _bare(p.find(PPR)), _bare(former.find(PPR))
    if _facts(now) == _facts(then):
        return
    change = marks.make(PPR_CHANGE)
    change.append(adapt(then))
    properties_of(p).append(change)


def _bare(properties: Element | None) -> Element:
    made = etree.Element(PPR) if properties is None else deepcopy(properties)
    for child in [child for child in made if child.tag in (RPR, SECTPR, PPR_CHANGE)]:
        made.remove(child)
    return made


def _facts(properties: Element | None) -> list[bytes]:
    """Each property by itself, in any order."""
    if properties is None:
        return []
    return sorted(etree.tostring(child, method="c14n") for child in properties)
