"""Elsewhere: an answer given to one comment, offered for another that is about another place."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.references import find_references
from drafter.model import Locator, Row

from .messages import say


def own_places(row: Row | None) -> tuple[str, ...]:
    """The places that a comment is about, in its draft and in the newest, as they are cited."""
    if row is None:
        return ()
    return (*row.places, *(row.answer.places if row.answer is not None else ()))


def without_places(text: str, own: Sequence[str], lang: str) -> str:
    """`text` with a blank for each place that it names and that is none of `own`: `"đã sửa tại Điều 19"`
    becomes `"đã sửa tại [điều, khoản, điểm]"`. A place around an own one is its own too."""
    mine = [locator for place in own for one in find_references(place) for locator in one.locators]
    made = text
    for one in sorted(find_references(text), key=lambda one: -one.start):
        if one.act is None and not all(_is_among(locator, mine) for locator in one.locators):
            made = f"{made[: one.start]}{say('blank.place', lang)}{made[one.end :]}"
    return made


def _is_among(locator: Locator, mine: Sequence[Locator]) -> bool:
    size = len(locator.parts)
    return any(
        each.parts[at : at + size] == locator.parts
        for each in mine
        for at in range(len(each.parts) - size + 1)
    )
