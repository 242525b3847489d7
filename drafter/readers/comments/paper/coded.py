"""Coded: words in fonts of TCVN3 or VNI, whose letters are codes for others, to Unicode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.language.legacy import decode, holds_codes, is_legacy
from drafter.model import PaperPage, PaperWord


def decoded(pages: Sequence[PaperPage]) -> tuple[list[PaperPage], int]:
    """The pages in Unicode, and how many letters were codes.

    A short word alone may not tell: `"vô"` is a Latin word, or "vụ" in TCVN3. What most telling words of its
    font are, it is too.
    """
    told: Counter[str] = Counter()
    for word in (word for page in pages for word in page.words if is_legacy(word.font)):
        says = holds_codes(word.text, word.font)
        told[word.font] += 0 if says is None else 1 if says else -1
    fonts = {font for font, votes in told.items() if votes > 0}
    if not fonts:
        return list(pages), 0
    count = sum(len(word.text) for page in pages for word in page.words if _is_coded(word, fonts))
    return [replace(page, words=tuple(_plain(word, fonts) for word in page.words)) for page in pages], count


def _is_coded(word: PaperWord, fonts: set[str]) -> bool:
    return word.font in fonts and holds_codes(word.text, word.font) is not False


def _plain(word: PaperWord, fonts: set[str]) -> PaperWord:
    return replace(word, text=decode(word.text, word.font)) if _is_coded(word, fonts) else word
