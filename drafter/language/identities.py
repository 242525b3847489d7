"""Identities: which names of agencies in one workspace mean the same agency.

    "Công an tỉnh" and "Công an tỉnh An Bình"; "UBND TP Hà Tĩnh" and "Thành phố Hà Tĩnh"; "Sở KH-ĐT"

A shorter name is the longer one where nothing in them differs and no third name fits as well: "Công an tỉnh"
is no Công an huyện, and huyện Bắc Sơn is not huyện Nam Sơn. Of several provinces that fit, the draft's own is
meant; without it the names stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from .lexicon import lexicon
from .normal import folded
from .senders import proper

_COMMITTEE = "ủy ban nhân dân"
_LEVELS = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_PARTY = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "thị ủy": "thị xã"}
_INITIALS = re.compile(r"(?<!\w)[A-ZĐ]{2,}(?:\s*(?:&|-|–|,|\bvà\b)\s*[A-ZĐ]{2,})+(?!\w)")


@dataclass(frozen=True, slots=True)
class _Name:
    """What an agency is, of which level of territory, and of which one; empty where it is not said."""

    head: str
    level: str = ""
    place: str = ""

    def fits(self, other: _Name) -> bool:
        """Whether nothing in the two names differs."""
        pairs = ((self.level, other.level), (self.place, other.place))
        return self.head == other.head and all(not a or not b or a == b for a, b in pairs)

    @property
    def told(self) -> int:
        return bool(self.level) + bool(self.place)


def identities(names: Iterable[str], home: str = "") -> Mapping[str, str]:
    """Each name → the key of its agency, one for all names of it. `home`: the name of the body that issues
    the draft, whose province is meant where none is named."""
    own = _of_committee(_read(home)) if home else _Name("")
    parsed = {name: _at_home(_read(name), own) for name in names}
    full = sorted(set(parsed.values()), key=lambda name: (-name.told, name.head, name.level, name.place))
    known: dict[_Name, _Name] = {}
    alike: dict[str, list[_Name]] = {}  # only names of one head fit
    fuller: dict[str, int] = {}  # how many of them say more than those that come next
    for name in full:
        before = alike.setdefault(name.head, [])
        if before and before[-1].told > name.told:
            fuller[name.head] = len(before)
        fitting = {known[other] for other in before[: fuller.get(name.head, 0)] if other.fits(name)}
        most = max((other.told for other in fitting), default=0)
        best = [other for other in fitting if other.told == most]
        known[name] = known.get(best[0], best[0]) if len(best) == 1 else name
        before.append(name)
    return {name: _key(known[read]) for name, read in parsed.items()}


@lru_cache(maxsize=4096)  # the same agency wrote all comments of its letter
def identity(name: str, home: str = "") -> str:
    """The key of one agency by its name alone: `"Công an tỉnh"` is `"Công an tỉnh Hà Tĩnh"` for a draft that
    Tỉnh ủy Hà Tĩnh issues (`home`)."""
    return identities((name,), home)[name]


def _key(name: _Name) -> str:
    return " ".join(part for part in (name.head, name.level, name.place) if part)


def _at_home(name: _Name, home: _Name) -> _Name:
    """A name of the home's level without its place is that of the home; departments are of a province."""
    if not home.place:
        return name
    if not name.level and name.head.endswith(f" {home.place}"):
        name = _Name(name.head.removesuffix(f" {home.place}"), place=home.place)
    department = name.head.startswith("sở ") and home.level in ("tỉnh", "thành phố")
    level = name.level or (home.level if department else "")
    return _Name(name.head, level, name.place or (home.place if level and level == home.level else ""))


def _of_committee(home: _Name) -> _Name:
    """A committee of the Party says its level in its own name: "Tỉnh ủy Hà Tĩnh"."""
    for head, level in _PARTY.items():
        if home.head == head or home.head.startswith(f"{head} "):
            return _Name(head, level, home.place or home.head.removeprefix(head).strip())
    return home


@lru_cache(maxsize=4096)
def _read(name: str) -> _Name:
    said = folded(
        proper(_INITIALS.sub(_squeezed, re.sub(r"\b(TP|TX|TT)\.\s*", r"\1 ", name.strip(), flags=re.I)))
    )
    words = [_LEVELS.get(word, word) for word in re.sub(r"\s*&\s*", " và ", said).split()]
    said = re.sub(r"^(?:đại diện|lãnh đạo)\s+|\s+việt nam(?=\s|$)", "", " ".join(words)).strip(" .,;:")
    levels = [*_level().finditer(said)]
    if len(levels) > 1 and levels[-1]["level"] == "tỉnh":  # "thành phố Hà Tĩnh, tỉnh Hà Tĩnh"
        said = said[: levels.pop().start()].strip(" ,-")
    if levels:
        found = levels[-1]
        head = said[: found.start()].strip(" ,-")
        return _Name(head or _COMMITTEE, found["level"], said[found.end() :].strip(" ,-"))
    place = next((p for p in _provinces() if said.endswith(f" {p}")), "")
    return _Name(said.removesuffix(f" {place}") if place else said, "", place)


def _squeezed(found: re.Match[str]) -> str:
    """Initials that the short forms know without their signs: `"KH-ĐT"`, `"TT và TT"`."""
    letters = re.sub(r"[^A-ZĐ]", "", found.group())
    return letters if letters in lexicon("senders")["short"] else found.group()


@cache
def _level() -> re.Pattern[str]:
    levels = [word for word in lexicon("senders")["territories"] if word not in ("khu vực", "vùng")]
    listed = "|".join(sorted(map(re.escape, levels), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?<!hợp tác )(?P<level>{listed})(?!\w)(?!\s(?:ủy|đoàn|đội|hội)\b)")


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(sorted(map(folded, lexicon("senders")["provinces"]), key=len, reverse=True))
