"""A draft's citations of itself: "điểm a khoản này" means the khoản in which the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.analyses.citations.places import Places
from drafter.analyses.citations.resolve import resolve_in
from drafter.language.chains import RELATIVE
from drafter.language.normal import folded
from drafter.model import Locator, Reference

_HERE = "này"


def resolve_here(references: Sequence[Reference], places: Places, here: str) -> Iterator[Reference]:
    """The `references` in the words of the clause `here`, each place with `id` and `exists`.

    What goes on from an earlier citation ("khoản đó", "nêu trên") is left open.
    """
    plain = tuple(replace(one, locators=_of(one, relative=False)) for one in references)
    yield from resolve_in([one for one in plain if one.locators], places)
    for reference in references:
        if folded(reference.text).endswith(_HERE):
            for locator in _of(reference, relative=True):
                yield _from(replace(reference, locators=(locator,)), locator, places, here)


def _of(reference: Reference, *, relative: bool) -> tuple[Locator, ...]:
    return tuple(
        locator
        for locator in reference.locators
        if any(unit == RELATIVE for unit, _ in locator.parts) is relative
    )


def _from(reference: Reference, locator: Locator, places: Places, here: str) -> Reference:
    unit = next(label for unit, label in locator.parts if unit == RELATIVE)
    around = places.ancestor(here, unit)
    inner = Locator(tuple(part for part in locator.parts if part[0] != RELATIVE))
    if around is None or not inner.parts:
        return replace(reference, id=around, exists=True)
    within = [id for id, _ in places.find(inner, within=around)]
    return replace(reference, id=within[0] if within else None, exists=bool(within))
