"""Syllables: whether words with marks are Vietnamese; read in the wrong encoding they are not."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = str.maketrans(dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323")))
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    "(?:iêu|yêu|uôi|ươi|ươu|oai|oay|oeo|uây|uya|uyê|uyu|iê|yê|uô|ươ|ia|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui"
    "|ưi|ưu|oa|oă|oe|uâ|uê|uơ|uy|[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[cmnpt])?"
)
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]/\"“”‘’«»…–—|•§-]+")


@lru_cache(maxsize=4096)  # a few hundred make most of a text
def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable: `"nghị"` is, `"nghÞ"` is not."""
    parted = unicodedata.normalize("NFD", word.lower())
    if len(_TONE.findall(parted)) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", parted.translate(_TONES))) is not None


def marked_words(text: str) -> list[str]:
    """The words of a text that hold anything beyond ASCII."""
    return [] if text.isascii() else [word for word in _WORD.findall(text) if not word.isascii()]


def share(text: str) -> float:
    """Of the words with marks how many could be Vietnamese, 0..1; 1 where there are none."""
    found = marked_words(text)
    return sum(map(is_syllable, found)) / len(found) if found else 1.0
