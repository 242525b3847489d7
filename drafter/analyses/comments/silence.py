"""Silence: the sentences that tell of agencies that they sent nothing, or that they agree, as expressions."""

from __future__ import annotations

import re

from drafter.language.lexicon import lexicon
from drafter.language.senders import find_agencies


def unnamed(text: str) -> str:
    """`text` with one word in place of each agency, so that expressions need not know their names."""
    for start, end in reversed(find_agencies(text)):
        text = f"{text[:start]}{lexicon('letters')['unanswered']['itself']}{text[end:]}"
    return text


def sentence(*before: str, says: str = "says", listed: bool = False) -> re.Pattern[str]:
    """What is said, between the words that may stand around it. Each loop takes a word or a sign, and the
    stretches of any words are counted: nothing is tried again and again."""
    rules = lexicon("letters")["unanswered"]
    words = "|".join(each for name in before for each in rules[name])
    said = "|".join(rules[says])
    ends = rules["behind"] + (rules["listed"] if listed else "")
    return re.compile(rf"(?:{words})*(?:{rules['when']}(?:{words})*){{0,2}}(?:{said}){ends}", re.IGNORECASE)
