"""The one word pattern: it feeds the spaCy tokenizer, the diff and the linker.

A word is a run of letters with their combining marks, or a whole number (`7,5`, `95.000`).
Percent signs and punctuation stand apart, each character by itself.
"""

from __future__ import annotations

import re

NUMBER = r"\d+(?:[.,]\d+)*"
WORD = rf"{NUMBER}|(?:[^\W\d_][\u0300-\u036f]*)+"
_TOKEN = re.compile(rf"(?:{WORD})|\s+|.", re.DOTALL)
_WORD = re.compile(WORD)


def tokens(text: str) -> list[str]:
    """All of `text` cut into words, white space and single marks; joined they give it back."""
    return _TOKEN.findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the words and marks of `text`, white space left out."""
    return [found.span() for found in _TOKEN.finditer(text) if not found.group().isspace()]


def words(text: str) -> list[str]:
    """The words of `text`, numbers included, marks left out: `"đạt 7,5%"` gives two."""
    return _WORD.findall(text)


def count(text: str) -> int:
    """How many words an official counts: runs between white space, as Word's counter does."""
    return len(text.split())
