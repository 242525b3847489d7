"""What an agency asked for on its copy, and what became of it, in words."""

from __future__ import annotations

from drafter.model import Draft, ThreeEdit, ThreeKind, ThreeState

from .messages import say
from .names import place

# The four lists of the view, in order: what was asked for by its state, then what was not asked for.
ASKED = (ThreeState.DONE, ThreeState.PARTLY, ThreeState.NOT_DONE)


def where(edit: ThreeEdit, old: Draft, made: Draft) -> str:
    """The clauses of an edit as the old draft cites them; those of the draft that makes it where they are
    new."""
    return place(edit.old, old) if edit.old else place(edit.made, made)


def edit_words(edit: ThreeEdit, lang: str) -> str:
    """What an edit does, where it is none of words: `"chuyển vị trí"`; "" for edits of words."""
    return "" if edit.kind is ThreeKind.WORDS else say(f"three.kind.{edit.kind}", lang)


def fate_words(edit: ThreeEdit, other: Draft, lang: str) -> str:
    """Where it is done, or what stands there in its place: `"hiện là: “…”"`."""
    if edit.state is ThreeState.DONE:
        return say("three.seen", lang, place=place(edit.now, other)) if edit.now else ""
    if not edit.stands:
        return say("three.nowhere", lang)
    return say("three.stands", lang, place=place(edit.now, other), words=edit.stands)
