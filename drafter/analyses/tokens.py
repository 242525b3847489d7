"""Tokens of the comparison: words, numbers with what belongs to them, an abbreviation like its phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.language.noise import canonical, short_letters, unaccented_initial
from drafter.language.words import NUMBER, WORD

# The one word pattern, with marks that belong to a number (`7,5 %`, `5G`) and three dots as one token.
_TOKEN = re.compile(rf"{NUMBER}\s?[%‰]|{NUMBER}[^\W\d_]+|(?:{WORD})|\.{{3}}|\S")
_CAPITALS = re.compile(r"[^\W\d_]{2,}(?:[&.\-][^\W\d_]+)*")
_LONGEST_PHRASE = 16  # tokens of a written-out name
_JOINTS = frozenset("-–,&")


@dataclass(frozen=True, slots=True)
class KeyedToken:
    """A word, number or mark: white space before it, the words as printed, what it is compared by."""

    lead: str
    text: str
    key: str


def tokens(text: str) -> tuple[list[KeyedToken], str]:
    """The tokens of `text` and the white space after the last."""
    found, at = [], 0
    for match in _TOKEN.finditer(text):
        found.append(KeyedToken(text[at : match.start()], match.group(), _key(match.group())))
        at = match.end()
    return found, text[at:]


@lru_cache(maxsize=65536)
def _key(text: str) -> str:
    return "".join(canonical(text).split()) or text


def short_forms(text: str) -> frozenset[str]:
    """The letters of each initialism in the text: `"Sở GD&ĐT"` has `GDĐT`."""
    return frozenset(letters for found in _CAPITALS.findall(text) if (letters := short_letters(found)))


def with_phrases(given: list[KeyedToken], wanted: frozenset[str]) -> list[KeyedToken]:
    """`given` with each initialism, and each phrase that has its initials, as one token with one key."""
    out: list[KeyedToken] = []
    at = 0
    while at < len(given):
        taken, letters = _short_at(given, at, wanted) or _phrase_at(given, at, wanted) or (1, "")
        if letters:
            text = given[at].text + "".join(t.lead + t.text for t in given[at + 1 : at + taken])
            out.append(KeyedToken(given[at].lead, text, f"\x00{letters}"))
        else:
            out.append(given[at])
        at += taken
    return out


def _short_at(given: Sequence[KeyedToken], at: int, wanted: frozenset[str]) -> tuple[int, str] | None:
    """How many tokens the initialism at `at` has and its letters: `GD`, `&`, `ĐT` are three."""
    for count in (5, 3, 1):
        part = given[at : at + count]
        if len(part) == count and not any(token.lead for token in part[1:]):
            letters = short_letters("".join(token.text for token in part))
            if letters in wanted and letters is not None:
                return count, letters
    return None


def _phrase_at(given: Sequence[KeyedToken], at: int, wanted: frozenset[str]) -> tuple[int, str] | None:
    """How many tokens the phrase at `at` has whose initials are wanted, and these; "và" may count or not."""
    if not given[at].text[0].isalpha():
        return None
    readings = ["", ""]
    for end, token in enumerate(given[at : at + _LONGEST_PHRASE], at + 1):
        if not token.text[0].isalpha():
            if token.text not in _JOINTS:
                return None
            continue
        first = unaccented_initial(token.text)
        readings = [readings[0] + first, readings[1] + ("" if token.key == "và" else first)]
        for letters in readings:
            if len(letters) > 1 and letters in wanted:
                return end - at, letters
        if not any(letters.startswith(tuple(readings)) for letters in wanted):
            return None
    return None
