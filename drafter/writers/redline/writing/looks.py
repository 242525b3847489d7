"""Looks: what formatting was before, so that rejecting gives it back (`w:rPrChange`, `w:pPrChange`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby

from lxml import etree

from ..names import PPR, PPR_CHANGE, RPR, RPR_CHANGE, SECTPR, Element
from ..reading.atoms import Atom, RunPiece
from .marks import RevisionMarks, properties_of

Adapt = Callable[[Element], Element]


def with_former(old: Atom, new: Atom) -> list[RunPiece]:
    """The pieces of `new`, cut where the runs of `old` change, each with its former run."""
    if any(piece.end < 0 and not piece.loose for piece in new.pieces):
        return _piecewise(old.pieces, new.pieces)
    runs = list(_runs(old))
    out: list[RunPiece] = []
    at = 0
    for piece in new.pieces:
        if piece.loose:
            out.append(piece)
            continue
        end = at + piece.end - piece.start
        former = [runs[min(place, len(runs) - 1)] if runs else None for place in range(at, end)]
        out += _cut(piece, former)
        at = end
    return out


def _piecewise(olds: Sequence[RunPiece], news: Sequence[RunPiece]) -> list[RunPiece]:
    """Pictures and the like with the runs they stood in; as they are where they are not as many."""
    if len(olds) != len(news):
        return list(news)
    return [replace(new, former=old.run, loose=False) for old, new in zip(olds, news, strict=True)]


def _cut(piece: RunPiece, former: Sequence[Element | None]) -> Iterator[RunPiece]:
    """A stretch of text cut where its former runs, one for each character, change."""
    start = piece.start
    for _, group in groupby(former, key=id):
        same = list(group)
        yield RunPiece(piece.run, piece.child, start, start + len(same), same[0])
        start += len(same)


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
