"""Why something was not recorded, in words for whoever is at the page."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.wording.errors import fact_words
from drafter.wording.messages import known, say

from ..rendering import sentence


def told(error: Exception, lang: str) -> tuple[str, int]:
    """The sentence of a failure, and the status of the answer."""
    if not isinstance(error, DrafterError):
        return say("comments-page.fault.unread", lang), 422
    key = f"comments-page.fault.{error.code}"
    if not known(key):
        return sentence(lang, error), error.http_status
    who = error.facts.get("who") or say("comments-page.theirs.somebody", lang)
    facts = {name: fact_words(fact, lang) for name, fact in error.facts.items()}
    return say(key, lang, **{**facts, "who": who}), error.http_status
