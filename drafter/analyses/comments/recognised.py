"""Recognised: comments whose letters a program guessed from a picture are for a person to look at."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Comment, Letter, Position, Sheet


def unsure(letter: Letter, sheet: Sheet) -> Letter:
    """The letter with `review` on each comment that stands, wholly or in part, on a recognised page."""
    if not sheet.recognised:
        return letter
    return replace(letter, comments=tuple(_seen(comment, sheet.recognised) for comment in letter.comments))


def _seen(comment: Comment, recognised: frozenset[int]) -> Comment:
    places: tuple[Position, ...] = comment.places or (comment.position,)
    guessed = any(place.paragraph in recognised for place in places)
    return replace(comment, review=True) if guessed else comment
