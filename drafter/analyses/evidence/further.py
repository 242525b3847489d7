"""Further asks: what a comment wants besides the words or the operation that it names first.

"Thay “sao chép” bằng “giải mã”, đồng thời nêu rõ cam kết quốc tế": the second is looked for by its words.
"""

from __future__ import annotations

import re

from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import decoded
from drafter.language.quotes import find_quotes
from drafter.model import Verdict

from .case import Case, Outcome, loose
from .mentions import spoken_of
from .wording import arrived


def further(case: Case) -> Outcome | None:
    """The outcome of a further ask; None where there is none, or only a person could say."""
    text = decoded(case.comment.text)
    if (quoted := _quoted(case, text)) is not None:
        return quoted
    for quote in reversed(find_quotes(text)):
        text = text[: quote.start] + "”" + text[quote.end :]
    found = re.search(lexicon("evidence")["cues"]["further"], text, re.IGNORECASE)
    if found is None:
        return None
    outcome = spoken_of(case, found["what"], add=True)
    return None if outcome is None or outcome.verdict is Verdict.UNCLEAR else outcome


def _quoted(case: Case, text: str) -> Outcome | None:
    """Further words to be added, in quotes: "bỏ “A” và bổ sung “B”"."""
    asked = case.comment.suggestion
    named = " ".join(loose(one) for one in (asked.old, asked.new) if one) if asked else ""
    for quote in find_quotes(text):
        lead = cue("evidence", "cues", "adds_quote").search(text[: quote.outer[0]])
        if lead and loose(quote.text) not in named:
            return arrived(case, loose(quote.text), loose)
    return None
