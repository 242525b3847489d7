"""Meaning: what of a comment's words must be the same in another that says the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drafter.analyses.links.terms import plain
from drafter.language.lexicon import alternatives, lexicon
from drafter.language.lexicons import Grouping
from drafter.language.normal import folded
from drafter.language.quotes import find_quotes
from drafter.language.words import words

_FIGURE = re.compile(r"\d+(?:[.,/-]\d+)*(?:\s*%)?")
_FIGURE_STANDS = "0"
_ZEROS = re.compile(r"(?<!\d)(?<!\d[.,])0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """`words` in their order, without those that only change the tone, one word for those that mean the same,
    and a sign where a figure stands; `figures`, `places` ("điểm a") and `quotes` in their order: two comments
    that differ in one of these do not say the same. `turned`: where in `words` something begins that is done
    to what stands before it ("quy hoạch được phê duyệt")."""

    words: tuple[str, ...]
    figures: tuple[str, ...]
    places: tuple[str, ...]
    quotes: tuple[str, ...]
    turned: tuple[int, ...] = ()

    @property
    def fixed(self) -> tuple[tuple[str, ...], ...]:
        return self.figures, self.places, self.quotes


def meaning(text: str) -> Meaning:
    """What `text` means, as far as words show it: `"Tôi đề nghị bãi bỏ khoản 02."` is “bỏ khoản 2”."""
    table = lexicon(Grouping)
    said = table.speaker.pattern.sub("", plain(text), count=1)
    said = table.into.pattern.sub(table.means, table.day.pattern.sub("", said))
    said = _numerals().sub(lambda found: table.numerals[found.group()], said)
    figures = tuple("".join(_ZEROS.sub("", found).split()) for found in _FIGURE.findall(said))
    found, turned = _words(said)
    return Meaning(
        found,
        figures,
        tuple(table.places.pattern.findall(said)),
        tuple(folded(quote.text).strip(" .;,") for quote in find_quotes(text)),
        turned,
    )


@cache
def _numerals() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon(Grouping).numerals)})(?!\w)")


def _words(said: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words that count, and where among them something begins that is done to what stands before."""
    pattern, canonical = _phrases()
    done = lexicon(Grouping).done.pattern
    found: list[str] = []
    turned: list[int] = []
    at = 0
    for phrase in pattern.finditer(said):
        found.extend(_plain_words(said[at : phrase.start()]))
        if done.match(said, phrase.start()):
            turned.append(len(found))
        if stands := canonical[phrase.group()]:
            found.append(stands)
        at = phrase.end()
    found.extend(_plain_words(said[at:]))
    return tuple(found), tuple(turned)


def _plain_words(said: str) -> list[str]:
    return [_FIGURE_STANDS if word[0].isdigit() else word for word in words(said)]


@cache
def _phrases() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """An expression for all phrases of the lexicon, the longest first; and what each stands for, "" for those
    that are passed over."""
    table = lexicon(Grouping)
    canonical = dict.fromkeys(table.filler, "")
    canonical |= {phrase: group[0] for group in table.same for phrase in group}
    canonical |= {phrase: phrase for phrase in table.whole}
    return re.compile(rf"(?<!\w)(?:{alternatives(canonical)})(?!\w)"), canonical
