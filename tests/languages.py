"""Which language words are in, as far as letters and syllables tell."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[đĐ]|[aeiouyAEIOUY][\u0300-\u0303\u0306\u0309\u031b\u0323]")
# A Vietnamese syllable without marks: at most one onset, vowels, one coda.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text)))


def vietnamese(text: str) -> set[str]:
    """The words with Vietnamese letters."""
    return {word for word in words(text) if _MARKS.search(unicodedata.normalize("NFD", word))}


def english_words(text: str) -> set[str]:
    """The words that can be no Vietnamese syllable; capitals that stand for names of acts and places too."""
    return {word for word in words(text) if word.isascii() and not _SYLLABLE.fullmatch(word)}
