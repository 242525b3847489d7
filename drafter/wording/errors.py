"""Failures in words: one line with the file, what is wrong with it, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.errors import Cause, DrafterError

from .messages import say


def sentence(error: DrafterError, lang: str = "vi") -> str:
    """The one line a user reads: file, fault, remedy. Never contains a line break."""
    return " ".join(f"{error.path}: {fault(error.code, error.facts, lang)}".split())


def fault(code: str, facts: Mapping[str, object], lang: str) -> str:
    """What is wrong and what to do, without the file's name: of the failure `code` with its `facts`."""
    told = {
        name: say(f"cause.{fact}", lang) if isinstance(fact, Cause) else fact for name, fact in facts.items()
    }
    return say(f"error.{code}", lang, **told)
