"""Roles of clauses from the words of headings: phrases in `language/data/roles.toml`, inherited downwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Roles
from drafter.language.normal import folded
from drafter.language.words import words as words_of
from drafter.model import Role

_PURPOSE = frozenset({"để", "nhằm", "hiện"})  # "nhiệm vụ … để thực hiện mục tiêu"
_MOST = 0.6  # of the words of a title that a weak phrase must make up
_LONG = 25  # words; a longer title says something of its own


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    role: Role
    strong: bool


@cache
def _by_first_word() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases that begin with a word, longest first."""
    found: dict[str, list[_Phrase]] = {}
    for entry in lexicon(Roles).role:
        for strong, texts in ((True, entry.strong), (False, entry.weak)):
            for text in texts:
                words = tuple(words_of(text))
                found.setdefault(words[0], []).append(_Phrase(words, entry.name, strong))
    return {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in found.items()}


@cache
def _order() -> tuple[Role, ...]:
    return tuple(entry.name for entry in lexicon(Roles).role)


@dataclass(frozen=True, slots=True)
class _Hit:
    role: Role
    strong: bool
    start: int  # in words
    end: int


def _hits(words: list[str]) -> list[_Hit]:
    found, at = [], 0
    phrases = _by_first_word()
    while at < len(words):
        for phrase in phrases.get(words[at], ()):
            end = at + len(phrase.words)
            if tuple(words[at:end]) == phrase.words:
                found.append(_Hit(phrase.role, phrase.strong, at, end))
                at = end
                break
        else:
            at += 1
    return found


@lru_cache(maxsize=4096)
def role_of(heading: str, *, only_strong: bool = False) -> Role | None:
    """The role that a title gives, None where it says nothing of it.

    Deep in the tree `only_strong` phrases count: `"Yêu cầu"` there is no part of the draft.

    `"QUAN ĐIỂM CHỈ ĐẠO"` is viewpoint, `"Mục tiêu, nhiệm vụ và giải pháp"` targets (the first role of
    the data file among those strung together), `"Nhiệm vụ thực hiện mục tiêu"` tasks.
    """
    words = words_of(folded(heading))
    if not words or len(words) > _LONG:
        return None
    hits = _hits(words)
    rules = lexicon(Roles)
    if not hits or any(word not in rules.lead for word in words[: hits[0].start]):
        return None
    strung = _strung(heading, words, hits)
    covered = sum(hit.end - hit.start for hit in strung) + hits[0].start
    weak = not only_strong and covered / len(words) >= _MOST
    known = [hit for hit in strung if hit.strong or weak]
    return min((hit.role for hit in known), key=_order().index, default=None)


def _strung(heading: str, words: list[str], hits: list[_Hit]) -> list[_Hit]:
    """The first phrases of a title, as far as they only follow one another."""
    strung = [hits[0]]
    for hit in hits[1:]:
        gap = words[strung[-1].end : hit.start]
        if not lexicon(Roles).between.issuperset(gap) or not _listed(heading, words, strung[-1], hit):
            break
        strung.append(hit)
    return strung


def _listed(heading: str, words: list[str], before: _Hit, after: _Hit) -> bool:
    """Whether two phrases are strung by a comma or `và`, not one the complement of the other."""
    gap = words[before.end : after.start]
    if "và" in gap or not gap:
        return True
    pattern = re.escape(words[before.end - 1]) + r"[^,;–-]*[,;–-]"
    listed = re.search(pattern, folded(heading)) is not None
    return listed and not _PURPOSE.intersection(gap)


def names_a_part(text: str) -> bool:
    """A title of nothing but such phrases, as stands over an unnumbered part: `"BỐI CẢNH"`, `"Mở đầu"`."""
    if text[-1:] in ".;" or len(text) > 120:
        return False
    words = words_of(folded(text))
    if not words or len(words) > 12 or role_of(text) is None:
        return False
    rules = lexicon(Roles)
    covered = {at for hit in _hits(words) for at in range(hit.start, hit.end)}
    return all(
        at in covered or word in rules.between or word in rules.lead or word.isdigit()
        for at, word in enumerate(words)
    )
