"""Leading: what the plan says about paragraphs, said of the elements of both drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.model import MarginComment, Plan

from .merging.apart import Apart
from .merging.asked import AskedHere
from .merging.blocks import Moving
from .names import Element

Paragraphs = Mapping[int, Element]  # by `Paragraph.index`


@dataclass(frozen=True, slots=True)
class Lead:
    """Paragraphs that continue each other, those that moved, and the comments that a place changed for."""

    anchors: list[tuple[Element, Element]]
    moves: list[Moving]
    spots: dict[str, list[MarginComment]]


def lead(plan: Plan, old: Paragraphs, new: Paragraphs, apart: Apart) -> Lead:
    """The plan in elements; whose edits and which numbers stand apart is written down in `apart`."""
    for index, before, after in plan.renumbered:
        if index in new:
            apart.numbers[new[index]] = (before, after)
    for index, before, after in plan.references:
        if index in new:
            apart.references.setdefault(new[index], []).append((before, after))
    spots: dict[str, list[MarginComment]] = {}
    for spot, comment, index in _commented(plan, new):
        apart.asked.setdefault(new[index], []).append(AskedHere(comment, spot))
        spots[spot] = [comment]
    return Lead(
        anchors=[(old[i], new[k]) for i, k in plan.pairs if i in old and k in new],
        moves=[(_found(move.old, old), _found(move.new, new)) for move in plan.moves],
        spots=spots,
    )


def _commented(plan: Plan, new: Paragraphs) -> Iterator[tuple[str, MarginComment, int]]:
    """The places of every comment, each with a name of its own."""
    for number, comment in enumerate(plan.comments):
        yield from ((f"p{index}c{number}", comment, index) for index in comment.paragraphs if index in new)


def _found(indices: tuple[int, ...], paragraphs: Paragraphs) -> list[Element]:
    """The paragraphs, each once: several may have become part of one."""
    return list(dict.fromkeys(paragraphs[index] for index in indices if index in paragraphs))
