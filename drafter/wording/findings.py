"""Measurable faults of a draft, in words: those of lint and those of the register of targets."""

from __future__ import annotations

from drafter.model import Finding

from .messages import known, say


def finding_words(finding: Finding, lang: str) -> str:
    """What is wrong, in a sentence."""
    facts = dict(finding.data)
    if "side" in facts:
        facts["side"] = say(f"side.{facts['side']}", lang)
    key = f"lint.{finding.rule}"
    if not known(key):  # found by the register of targets
        key = f"finding.{finding.rule}"
    return say(key, lang, **facts)
