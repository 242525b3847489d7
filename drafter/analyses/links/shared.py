"""Which words a comment and a clause share, as whole phrases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from drafter.model import Reason

from .query import Query

_Words = Mapping[str, Sequence[str]]
_TOLD = 4  # phrases given as a reason
_LONGEST = 30  # words that such a phrase takes in beside a pair


def shared_words(query: Query, id: str) -> Reason:
    """The reason of a clue by words: the rarest pairs that comment and clause share, each with the shared
    words around it; single words where they share no pair."""
    there, own = query.index.wording.texts[id], query.index.wording.words[id]
    shared = [pair for pair in query.pairs if _stands(pair, there)]
    ahead, behind = _neighbours(shared)
    found: list[str] = []
    for pair in shared:
        if not any(_stands(pair, phrase) for phrase in found):
            found.append(_grown(pair, ahead, behind, there))
        if len(found) == _TOLD:
            break
    return Reason(
        "text", tuple(found) or tuple(islice((word for word in query.single if word in own), _TOLD))
    )


def _neighbours(pairs: Sequence[str]) -> tuple[_Words, _Words]:
    """The words that go on from each first word, and those that lead to each last one."""
    ahead: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for pair in pairs:
        first, last = pair.split(" ", 1)
        ahead.setdefault(first, []).append(last)
        behind.setdefault(last, []).append(first)
    return ahead, behind


def _grown(phrase: str, ahead: _Words, behind: _Words, there: str) -> str:
    """`phrase` with every pair that goes on from it: "công an" and "an tỉnh" are "công an tỉnh"."""
    for _ in range(_LONGEST):
        words = phrase.split(" ")
        longer = [f"{phrase} {last}" for last in ahead.get(words[-1], ())]
        longer += [f"{first} {phrase}" for first in behind.get(words[0], ())]
        grown = next((each for each in longer if _stands(each, there)), None)
        if grown is None:
            break
        phrase = grown
    return phrase


def _stands(phrase: str, text: str) -> bool:
    """Whether whole words of `text` are `phrase`: "an tỉnh" does not stand in "cơ quan tỉnh"."""
    at = text.find(phrase)
    while at >= 0:  # no expression: it would be another one for every phrase
        end = at + len(phrase)
        if not (_is_letter(text[at - 1 : at]) or _is_letter(text[end : end + 1])):
            return True
        at = text.find(phrase, at + 1)
    return False


def _is_letter(sign: str) -> bool:
    """Whether a sign, or none at the edge of a text, is part of a word."""
    return sign.isalnum() or sign == "_"
