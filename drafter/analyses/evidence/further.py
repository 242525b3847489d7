"""Further asks: what a comment wants besides the words or the operation that it names first.

"Thay “sao chép” bằng “giải mã”, đồng thời nêu rõ cam kết quốc tế": the second is looked for by its words.
"""

from __future__ import annotations

import re

from drafter.language.lexicon import lexicon
from drafter.language.normal import decoded
from drafter.language.quotes import find_quotes
from drafter.model import Verdict

from .case import Case, Outcome
from .mentions import spoken_of


def further(case: Case) -> Outcome | None:
    """The outcome of a further ask; None where there is none, or only a person could say."""
    text = decoded(case.comment.text)
    for quote in reversed(find_quotes(text)):
        text = text[: quote.start] + "”" + text[quote.end :]
    found = re.search(lexicon("evidence")["cues"]["further"], text, re.IGNORECASE)
    if found is None:
        return None
    outcome = spoken_of(case, found["what"], add=True)
    return None if outcome is None or outcome.verdict is Verdict.UNCLEAR else outcome
