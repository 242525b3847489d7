"""Verdicts in words: what a later draft did about a comment, or that the comment asks for no change."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Measured, Stance, Verdict

from .measures import counted_words
from .messages import say

_ASK_NOTHING = (Stance.AGREEMENT, Stance.REMARK)


def asks_nothing(verdict: Verdict, stance: Stance, measures: Sequence[Measured]) -> bool:
    """Whether a comment only agrees or remarks: nobody has to look what a draft did about it."""
    return verdict is Verdict.UNCLEAR and stance in _ASK_NOTHING and not measures


def verdict_words(verdict: Verdict, stance: Stance, measures: Sequence[Measured], lang: str) -> str:
    """`"Đã thực hiện"`; of an agreement or a remark `"Không đề nghị sửa"`."""
    if asks_nothing(verdict, stance, measures):
        return say("verdict.asks-nothing", lang)
    return say(f"verdict.{verdict}", lang)


def grounds(verdict: Verdict, stance: Stance, measures: Sequence[Measured], lang: str) -> list[str]:
    """What was counted, a line each; of a verdict that rests on nothing counted, why it does not."""
    if asks_nothing(verdict, stance, measures):
        return [say(f"grounds.{stance}", lang)]
    return [counted_words(measured, lang) for measured in measures]
