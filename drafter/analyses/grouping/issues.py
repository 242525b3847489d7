"""Issues: voices on one place of a draft, those that say the same together."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Issue, Voice


def issues(voices: Sequence[Voice]) -> tuple[Issue, ...]:
    """The issues of one place of a draft; every voice is in one of them."""
    return tuple(Issue((voice,)) for voice in voices)
