"""Measurable faults of a draft, in words: those of lint and those of the register of targets."""

from __future__ import annotations

from drafter.language.locators import as_cited
from drafter.model import Comparator, Finding

from .messages import known, say

_COMPARATORS = frozenset(Comparator)


def finding_words(finding: Finding, lang: str) -> str:
    """What is wrong, in a sentence."""
    facts = {name: _fact(name, fact, lang) for name, fact in finding.data.items()}
    key = f"lint.{finding.rule}"
    if not known(key):  # found by the register of targets
        key = f"finding.{finding.rule}"
    return say(key, lang, **facts)


def _fact(name: str, fact: object, lang: str) -> object:
    if name == "place":
        return as_cited(str(fact))
    if name == "side":
        return say(f"side.{fact}", lang)
    if name.endswith("value"):
        return "; ".join(_measure(part, lang) for part in str(fact).split("; "))
    return fact


def _measure(code: str, lang: str) -> str:
    """A measure as findings hold it, with the sign of its comparator: `">= 20%"` → `"≥ 20%"`."""
    comparator, space, rest = code.partition(" ")
    if comparator == Comparator.RANK:
        return say("screen.rank", lang, value=rest)
    return say(f"comparator.{comparator}", lang) + space + rest if comparator in _COMPARATORS else code
