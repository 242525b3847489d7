"""The page of a copy between two drafts: done, partly, not done, done and not asked; one file, offline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model import Draft, ThreeEdit, ThreeState, ThreeWay
from drafter.wording.names import draft_name, lowered
from drafter.wording.three import ASKED, edit_words, fate_words, where
from drafter.writers.html.page import page


@dataclass(frozen=True, slots=True)
class ShownEdit:
    """One edit, ready to be printed."""

    place: str
    what: str
    edit: ThreeEdit
    fate: str


def write_three(found: ThreeWay, drafts: tuple[Draft, Draft, Draft], agency: str, lang: str = "vi") -> bytes:
    """The whole page. `drafts`: as sent, as commented, as revised."""
    old, copy, new = drafts
    lists = [
        (state.value, f"three.{state}", _shown(found.of(state), old, copy, new, lang)) for state in ASKED
    ]
    return page(
        "three.html.jinja",
        lang,
        agency=agency,
        old_name=lowered(draft_name(old, lang)),
        new_name=lowered(draft_name(new, lang)),
        lists=[*lists, ("unasked", "three.unasked", _shown(found.unasked, old, new, None, lang))],
        counts={
            "asked": len(found.asked),
            "done": len(found.of(ThreeState.DONE)),
            "partly": len(found.of(ThreeState.PARTLY)),
            "open": len(found.of(ThreeState.NOT_DONE)),
            "unasked": len(found.unasked),
        },
        groups=[],
    )


def _shown(
    edits: Sequence[ThreeEdit], old: Draft, made: Draft, other: Draft | None, lang: str
) -> list[ShownEdit]:
    return [
        ShownEdit(
            where(edit, old, made),
            edit_words(edit, lang),
            edit,
            "" if other is None else fate_words(edit, other, lang),
        )
        for edit in edits
    ]
