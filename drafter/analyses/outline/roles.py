"""Roles of clauses from the words of headings: phrases in `language/data/roles.toml`, inherited downwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.language.lexicon import lexicon
from drafter.language.normal import folded
from drafter.model import Role

_WORD = re.compile(r"[^\W_]+")
_PURPOSE = frozenset({"để", "nhằm", "hiện"})  # "nhiệm vụ … để thực hiện mục tiêu"
_MOST = 0.6  # of the words of a title that a weak phrase must make up
_LONG = 25  # words; a longer title says something of its own


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """`phrases` maps the first word of a phrase to (words, role, strong), longest first."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], Role, bool], ...]]
    order: tuple[Role, ...]
    lead: frozenset[str]
    between: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = lexicon("roles")
    found: dict[str, list[tuple[tuple[str, ...], Role, bool]]] = {}
    for entry in data["role"]:
        for strength in ("strong", "weak"):
            for phrase in entry[strength]:
                words = tuple(_WORD.findall(phrase))
                found.setdefault(words[0], []).append((words, Role(entry["name"]), strength == "strong"))
    phrases = {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}
    order = tuple(Role(entry["name"]) for entry in data["role"])
    return _Lexicon(phrases, order, frozenset(data["lead"]["words"]), frozenset(data["between"]["words"]))


@dataclass(frozen=True, slots=True)
class _Hit:
    role: Role
    strong: bool
    start: int  # in words
    end: int


def _hits(words: list[str]) -> list[_Hit]:
    found, at = [], 0
    phrases = _lexicon().phrases
    while at < len(words):
        for phrase, role, strong in phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                found.append(_Hit(role, strong, at, at + len(phrase)))
                at += len(phrase)
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
    words = _WORD.findall(folded(heading))
    if not words or len(words) > _LONG:
        return None
    hits = _hits(words)
    rules = _lexicon()
    if not hits or any(word not in rules.lead for word in words[: hits[0].start]):
        return None
    strung = [hits[0]]
    for hit in hits[1:]:
        if any(word not in rules.between for word in words[strung[-1].end : hit.start]):
            break
        if not _listed(heading, words, strung[-1], hit):
            break
        strung.append(hit)
    covered = sum(hit.end - hit.start for hit in strung) + hits[0].start
    weak = not only_strong and covered / len(words) >= _MOST
    known = [hit for hit in strung if hit.strong or weak]
    return min((hit.role for hit in known), key=rules.order.index, default=None)


def _listed(heading: str, words: list[str], one: _Hit, other: _Hit) -> bool:
    """Whether two phrases are strung by a comma or `và`, not one the complement of the other."""
    gap = words[one.end : other.start]
    if "và" in gap or not gap:
        return True
    pattern = re.escape(words[one.end - 1]) + r"[^,;–-]*[,;–-]"
    listed = re.search(pattern, folded(heading)) is not None
    return listed and not _PURPOSE.intersection(gap)


def names_a_part(text: str) -> bool:
    """A title of nothing but such phrases, as stands over an unnumbered part: `"BỐI CẢNH"`, `"Mở đầu"`."""
    if text[-1:] in ".;" or len(text) > 120:
        return False
    words = _WORD.findall(folded(text))
    if not words or len(words) > 12 or role_of(text) is None:
        return False
    rules = _lexicon()
    covered = {at for hit in _hits(words) for at in range(hit.start, hit.end)}
    return all(
        at in covered or word in rules.between or word in rules.lead or word.isdigit()
        for at, word in enumerate(words)
    )
