"""The one word pattern: it feeds the spaCy tokenizer, the diff, the redline and the linker.

A word is a run of letters with their combining marks, or a whole number (`7,5`, `95.000`).
Percent signs and punctuation stand apart, each character by itself. Where two texts are compared, what is
typed without a gap (`5G`, `QĐ_1`) stays whole, and so does a number with its percent sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

NUMBER = r"\d+(?:[.,]\d+)*"
WORD = rf"{NUMBER}|(?:[^\W\d_][\u0300-\u036f]*)+"
GAPLESS = r"[\w\u0300-\u036f]+"  # letters, figures, underscores as typed together
_TOKEN = re.compile(rf"(?:{WORD})|\s+|.", re.DOTALL)
_WORD = re.compile(WORD)
_ATOM = re.compile(rf"{NUMBER}(?:\s?%)?(?![^\W_])|{GAPLESS}|\s+|.", re.DOTALL)
_PRINTED = re.compile(rf"{NUMBER}|{GAPLESS}|[^\w\s]")
_FIRST_CODE = 0x100


def tokens(text: str) -> list[str]:
    """All of `text` cut into words, white space and single marks; joined they give it back."""
    return _TOKEN.findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the words and marks of `text`, white space left out."""
    return [found.span() for found in _TOKEN.finditer(text) if not found.group().isspace()]


def words(text: str) -> list[str]:
    """The words of `text`, numbers included, marks left out: `"đạt 7,5%"` gives two."""
    return _WORD.findall(text)


def neighbours(text: str) -> Iterator[str]:
    """Each word with the next where one space stands between them, else "": `"an ninh, trật tự"` gives
    "an ninh", "", "trật tự"."""
    found = list(_WORD.finditer(text))
    for first, second in pairwise(found):
        joined = second.start() - first.end() == 1 and text[first.end()] == " "
        yield f"{first.group()} {second.group()}" if joined else ""


def atoms(text: str) -> Iterator[re.Match[str]]:
    """All of `text` cut where a redline may cut it: `"5G đạt 7,5 %"` in `5G`, `đạt`, `7,5 %`, the spaces."""
    return _ATOM.finditer(text)


def printed(text: str) -> list[str]:
    """The words, numbers and marks of `text`, white space left out: `"5G: 7,5%"` gives four."""
    return _PRINTED.findall(text)


class WordCodes:
    """Words as single characters, the same in all texts given to one of these.

    The C++ string routines of rapidfuzz then compare words. Codes rise in the order of first use.
    """

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def __call__(self, given: Iterable[str]) -> str:
        codes = self._codes
        return "".join([codes.setdefault(word, _character(len(codes))) for word in given])


def _character(number: int) -> str:
    """The character for a word; surrogates are no characters."""
    code = _FIRST_CODE + number
    return chr(code if code < 0xD800 else code + 0x800)


def count(text: str) -> int:
    """How many words an official counts: runs between white space, as Word's counter does."""
    return len(text.split())
