"""Nicknames: whether a name typed in haste, without marks, in part or in initials, means an agency.

`"so tai chinh"`, `"STC"`, `"Sở KH-ĐT"`, `"Kế hoạch"` each mean an agency that has these words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .normal import folded, unaccented
from .senders import proper

_WORD = re.compile(r"[^\W_]+")
_LINKS = frozenset(("va", "cua", "cac"))  # words that initials often leave out


def means(typed: str, name: str) -> bool:
    """Whether `typed` may stand for the agency `name`: its words, or their initials, stand side by side in
    it."""
    words = _words(proper(name))
    wanted = [_words(typed), _words(proper(typed))]
    return any(_stands_at(form, words[at:]) for form in wanted if form for at in range(len(words)))


def same(typed: str, name: str) -> bool:
    """Whether both are one name, marks and spelling aside."""
    return _words(proper(typed)) == _words(proper(name))


def _words(name: str) -> list[str]:
    return _WORD.findall(unaccented(folded(name)))


def _stands_at(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether `words` begin with the typed ones, each written out or as initials of some."""
    if not typed:
        return True
    if not words:
        return False
    if typed[0] == words[0] and _stands_at(typed[1:], words[1:]):
        return True
    return any(_stands_at(typed[1:], words[end:]) for end in _ends_of(typed[0], words))


def _ends_of(initials: str, words: Sequence[str]) -> list[int]:
    """After how many words their initials, links counted or not, are `initials`; of at least two words."""
    ends, left = [], [initials]
    for at, word in enumerate(words, 1):
        taken = [rest[1:] for rest in left if rest[:1] == word[0]]
        left = taken + (left if word in _LINKS else [])
        if "" in left and at > 1:
            ends.append(at)
    return ends
