"""What comments ask for, in words: `sửa “A” thành “B”`, `bổ sung “B” sau “A”`, `bỏ “A”`."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Ask, Op
from drafter.wording.messages import say

# Operations with the words that they name: both, only the new ones, only the old ones.
_WORDED = {
    (Op.REPLACE, True, True): "asked.replaced",
    (Op.REPLACE, False, True): "asked.worded",
    (Op.ADD, True, True): "asked.added-after",
    (Op.ADD, False, True): "asked.added",
}


def all_asked(asks: Iterable[Ask], lang: str) -> str:
    """What several asks want, and where they say so."""
    return "; ".join(_with_place(ask, lang) for ask in asks)


def _with_place(ask: Ask, lang: str) -> str:
    if not (ask.old or ask.new) and ask.text:
        return ask.text  # as a person put it
    told = asked_words(ask, lang)
    return say("asked.at", lang, told=told, place=ask.place) if ask.place else told


def asked_words(ask: Ask, lang: str) -> str:
    """What one ask wants: the operation with its words; "" where it names no operation."""
    if ask.op is None:
        return ""
    key = _WORDED.get((ask.op, bool(ask.old), bool(ask.new)))
    if key is not None:
        return say(key, lang, old=ask.old, new=ask.new)
    named = ask.new or ask.old
    op = say(f"op.{ask.op}", lang)
    return f"{op} “{named}”" if named else op
